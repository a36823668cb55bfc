import { useState } from 'react';
import { Box } from '@strapi/design-system';
import { useDeskApi } from '../api/useDeskApi';
import { useLoad } from '../shared/useLoad';

interface Props {
  number: string;
  /** A picture among the files of the case that can be opened. */
  id: string;
}

/** A small copy of a picture, as a hint of what the file is: its name, beside it, says the same to whoever does not see it. */
export function Thumbnail({ number, id }: Props) {
  const api = useDeskApi();
  const { load } = useLoad(`${number} ${id}`, () => api.thumbnail(number, id));
  const [broken, setBroken] = useState(false);
  // A failure is told when the file itself is opened: pictures may be without a small copy.
  if (load.state !== 'ready' || broken) return null;
  return (
    <Box tag="span" display="block" hasRadius overflow="hidden" borderColor="neutral200" background="neutral100">
      <img
        src={load.value}
        alt=""
        onError={() => setBroken(true)}
        style={{ display: 'block', maxWidth: '16rem', maxHeight: '12rem', width: 'auto', height: 'auto' }}
      />
    </Box>
  );
}
