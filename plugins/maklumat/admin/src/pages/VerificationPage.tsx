import { Page } from '@strapi/strapi/admin';
import { useSearchParams } from 'react-router-dom';
import { verificationText } from '../../../core/language/adminCitizens';
import { useCitizensApi, type Waiting } from '../api/useCitizensApi';
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

  function afterDecision({ data, meta }: Waiting): void {
    // With the last one of the last page that page is gone.
    if (data.length === 1 && meta.pagination.page > 1) setParams({ page: String(meta.pagination.page - 1) });
    else void reload();
  }
  return (
    <LoadedPage title={text.title} subtitle={text.explanation} load={load} reload={reload}>
      {(waiting) => <WaitingList waiting={waiting} onDecided={() => afterDecision(waiting)} />}
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
