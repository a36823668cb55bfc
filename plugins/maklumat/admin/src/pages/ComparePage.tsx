import { Flex } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { compareText } from '../../../core/language/compare';
import { useDefinitionsApi, type Definition } from '../api/useDefinitionsApi';
import { ChangeList } from '../compare/ChangeList';
import { useChosenVersions } from '../compare/useChosenVersions';
import { VersionChoice } from '../compare/VersionChoice';
import { editDefinitions } from '../permissions';
import { EditServiceLink } from '../shared/EditServiceLink';
import { Empty, LoadedPage, LoadedPart } from '../shared/LoadedPage';
import { useLoad } from '../shared/useLoad';
import { useTexts } from '../shared/useTexts';

function Changes({ slug, from, to }: { slug: string; from: string; to: string }) {
  const { language } = useTexts();
  const api = useDefinitionsApi();
  const { load, reload } = useLoad(`${language} ${slug} ${from} ${to}`, () => api.compare(slug, from, to));
  return (
    <LoadedPart load={load} reload={reload}>
      {({ changes }) => (changes.length === 0 ? <Empty content={compareText[language].same} /> : <ChangeList changes={changes} />)}
    </LoadedPart>
  );
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
      <EditServiceLink definition={definition} label={text.edit} />
      {!definition && <Empty content={text.chooseService} />}
      {definition?.versions.length === 0 && <Empty content={text.noVersions} />}
      {definition && definition.versions.length > 0 && <Changes slug={definition.slug} from={from} to={to} />}
    </Flex>
  );
}

function Comparing() {
  const { language } = useTexts();
  const text = compareText[language];
  const api = useDefinitionsApi();
  const { load, reload } = useLoad(language, () => api.list());
  return (
    <LoadedPage title={text.title} subtitle={text.explanation} load={load} reload={reload}>
      {(definitions) => <Compared definitions={definitions} />}
    </LoadedPage>
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
