import { useEffect } from 'react';
import { Page } from '@strapi/strapi/admin';
import { useSearchParams } from 'react-router-dom';
import { verificationText } from '../../../core/language/adminCitizens';
import { useCitizensApi } from '../api/useCitizensApi';
import { verifyApplicants } from '../permissions';
import { LoadedPage } from '../shared/LoadedPage';
import { useLoad } from '../shared/useLoad';
import { useTexts } from '../shared/useTexts';
import { WaitingList } from '../verification/WaitingList';

/** Few at a time: everybody on the page is recorded as read. */
const pageSize = '10';

function Verifying() {
  const { language } = useTexts();
  const text = verificationText[language];
  const api = useCitizensApi();
  const [params, setParams] = useSearchParams();
  const page = params.get('page') ?? '1';
  const { load, reload } = useLoad(`${language} ${page}`, () => api.verifications({ page, pageSize }));

  // With the last one of the last page, whoever decided about them, that page is gone.
  const { page: shown, pageCount } = load.state === 'ready' ? load.value.meta.pagination : { page: 1, pageCount: 1 };
  const beyond = shown > Math.max(1, pageCount);
  useEffect(() => {
    if (beyond) setParams({ page: String(Math.max(1, pageCount)) }, { replace: true });
  }, [beyond, pageCount, setParams]);
  return (
    <LoadedPage title={text.title} subtitle={text.explanation} load={load} reload={reload}>
      {(waiting) => <WaitingList waiting={waiting} onDecided={reload} />}
    </LoadedPage>
  );
}

/** Registered applicants whom the population registry could not confirm, and an officer's decision about each. */
export default function VerificationPage() {
  return (
    <Page.Protect permissions={verifyApplicants}>
      <Verifying />
    </Page.Protect>
  );
}
