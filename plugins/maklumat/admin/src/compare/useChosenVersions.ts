import { useSearchParams } from 'react-router-dom';
import type { Definition } from '../api/useDefinitionsApi';

export const draft = 'draft';

export interface Chosen {
  definition: Definition | undefined;
  from: string;
  to: string;
}

/**
 * Which service and versions are compared, kept in the address so that it can be sent to a colleague. Without a choice: the newest version
 * against the draft when that differs, else against the version before it.
 */
export function useChosenVersions(definitions: readonly Definition[]): {
  chosen: Chosen;
  choose: (change: Record<string, string>) => void;
} {
  const [params, setParams] = useSearchParams();
  const definition = definitions.find(({ slug }) => slug === params.get('layanan'));
  const [newest, previous] = definition?.versions.map(({ number }) => String(number)) ?? [];
  const standing = definition?.draftDiffers === false && previous !== undefined && newest !== undefined;
  return {
    chosen: {
      definition,
      from: params.get('dari') ?? (standing ? previous : (newest ?? '')),
      to: params.get('ke') ?? (standing ? newest : draft),
    },
    // Another service has other versions.
    choose: (change) => setParams('layanan' in change ? change : { ...Object.fromEntries(params), ...change }),
  };
}
