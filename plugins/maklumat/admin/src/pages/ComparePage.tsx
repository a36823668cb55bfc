import { EmptyStateLayout, Flex, Link, Loader } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import { compareText } from '../../../core/language/compare';
import { useDefinitionsApi, type Definition } from '../api/useDefinitionsApi';
import { ChangeList } from '../compare/ChangeList';
import { useChosenVersions } from '../compare/useChosenVersions';
import { VersionChoice } from '../compare/VersionChoice';
import { editDefinitions } from '../permissions';
import { FailureAlert } from '../shared/FailureAlert';
import { useLoad } from '../shared/useLoad';
import { useTexts } from '../shared/useTexts';

function Empty({ content }: { content: string }) {
  return <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={content} />;
}

function Changes({ slug, from, to }: { slug: string; from: string; to: string }) {
  const { text: desk, language } = useTexts();
  const api = useDefinitionsApi();
  const { load, reload } = useLoad(`${language} ${slug} ${from} ${to}`, () => api.compare(slug, from, to));
  if (load.state === 'loading')
    return (
      <Flex justifyContent="center" padding={8} aria-busy>
        <Loader>{desk.loading}</Loader>
      </Flex>
    );
  if (load.state === 'failed') return <FailureAlert failure={load.failure} onRetry={() => void reload()} />;
  if (load.value.changes.length === 0) return <Empty content={compareText[language].same} />;
  return <ChangeList changes={load.value.changes} />;
}

function Compared({ definitions }: { definitions: readonly Definition[] }) {
  const { language } = useTexts();
  const text = compareText[language];
  const { chosen, choose } = useChosenVersions(definitions);
  const { definition, from, to } = chosen;
  if (definitions.length === 0) return <Empty content={text.noServices} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <VersionChoice definitions={definitions} chosen={chosen} onChoose={choose} />
      {definition?.documentId && (
        <Link
          tag={RouterLink}
          to={`/content-manager/collection-types/plugin::maklumat.service/${definition.documentId}`}
          startIcon={<Pencil />}
        >
          {text.edit}
        </Link>
      )}
      {!definition && <Empty content={text.chooseService} />}
      {definition?.versions.length === 0 && <Empty content={text.noVersions} />}
      {definition && definition.versions.length > 0 && <Changes slug={definition.slug} from={from} to={to} />}
    </Flex>
  );
}

function Comparing() {
  const { text: desk, language } = useTexts();
  const text = compareText[language];
  const api = useDefinitionsApi();
  const { load, reload } = useLoad(language, () => api.list());
  if (load.state === 'loading') return <Page.Loading>{desk.loading}</Page.Loading>;
  return (
    <Page.Main>
      <Page.Title>{text.title}</Page.Title>
      <Layouts.BaseHeader title={text.title} subtitle={text.explanation} />
      <Layouts.Content>
        {load.state === 'failed' ? (
          <FailureAlert failure={load.failure} onRetry={() => void reload()} />
        ) : (
          <Compared definitions={load.value} />
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

/** Two versions of a service, or a version and the draft, side by side. */
export default function ComparePage() {
  return (
    <Page.Protect permissions={editDefinitions}>
      <Comparing />
    </Page.Protect>
  );
}
