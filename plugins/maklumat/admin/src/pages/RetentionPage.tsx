import { Flex, LinkButton } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { Page, useRBAC } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { retentionText } from '../../../core/language/adminCitizens';
import { useCitizensApi } from '../api/useCitizensApi';
import { editRetention, readRetention } from '../permissions';
import { RemovedChart } from '../retention/RemovedChart';
import { RunList } from '../retention/RunList';
import { Empty, LoadedPage } from '../shared/LoadedPage';
import { useFollow } from '../shared/useFollow';
import { useLoad } from '../shared/useLoad';
import { useTexts } from '../shared/useTexts';

function Retention() {
  const { language } = useTexts();
  const text = retentionText[language];
  const api = useCitizensApi();
  const { allowedActions } = useRBAC(editRetention);
  const { load, reload } = useLoad(language, () => api.retentionRuns());
  useFollow(load.state === 'ready' && load.value[0]?.finishedAt === null, reload);
  return (
    <LoadedPage
      title={text.title}
      subtitle={text.explanation}
      load={load}
      reload={reload}
      action={
        allowedActions.canUpdate === true && (
          <LinkButton
            tag={Link}
            to="/content-manager/collection-types/plugin::maklumat.retention"
            variant="secondary"
            startIcon={<Pencil />}
          >
            {text.edit}
          </LinkButton>
        )
      }
    >
      {(runs) =>
        runs.length === 0 ? (
          <Empty content={text.empty} />
        ) : (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <RemovedChart runs={runs} />
            <RunList runs={runs} />
          </Flex>
        )
      }
    </LoadedPage>
  );
}

/** What was deleted, night by night, because its retention period was over. */
export default function RetentionPage() {
  return (
    <Page.Protect permissions={readRetention}>
      <Retention />
    </Page.Protect>
  );
}
