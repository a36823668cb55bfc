import { Badge, Box, Flex, Grid, Typography } from '@strapi/design-system';
import { partNames } from '../../../core/definition/parts';
import { compareText } from '../../../core/language/compare';
import { editorText } from '../../../core/language/editor';
import type { Comparison } from '../api/useDefinitionsApi';
import { Panel } from '../shared/Panel';
import { useTexts } from '../shared/useTexts';

type Change = Comparison['changes'][number];

const look = {
  added: { ground: 'success100', ink: 'success700' },
  removed: { ground: 'danger100', ink: 'danger700' },
  changed: { ground: 'warning100', ink: 'warning700' },
  moved: { ground: 'neutral150', ink: 'neutral800' },
} as const satisfies Record<Change['kind'], { ground: string; ink: string }>;

const sections = ['standard', ...partNames] as const;
type Section = (typeof sections)[number];

const sectionOf = ({ where }: Change): Section => partNames.find((part) => where === part || where.startsWith(`${part}.`)) ?? 'standard';

/** The changes under a heading for each part of the service. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  const { language } = useTexts();
  const text = compareText[language];
  const titleOf = (section: Section): string => (section === 'standard' ? text.standard : editorText[language].parts[section].label);
  return sections
    .map((section) => ({ section, own: changes.filter((change) => sectionOf(change) === section) }))
    .filter(({ own }) => own.length > 0)
    .map(({ section, own }) => (
      <Panel key={section} title={`${titleOf(section)} · ${text.count(own.length)}`}>
        <Flex tag="ul" direction="column" alignItems="stretch" gap={4} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {own.map((change) => (
            <ChangeItem key={`${change.where} ${change.kind}`} change={change} />
          ))}
        </Flex>
      </Panel>
    ));
}

function ChangeItem({ change }: { change: Change }) {
  const { language } = useTexts();
  const text = compareText[language];
  const { ground, ink } = look[change.kind];
  return (
    <Box tag="li" paddingTop={3} borderStyle="solid none none" borderColor="neutral200" borderWidth="1px">
      <Flex gap={2} alignItems="center" wrap="wrap" paddingBottom={2}>
        <Badge backgroundColor={ground} textColor={ink}>
          {text.kinds[change.kind]}
        </Badge>
        <Typography tag="h3" fontWeight="semiBold">
          {change.label}
        </Typography>
        <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
          {change.where}
        </Typography>
      </Flex>
      <Grid.Root gap={3}>
        {change.before !== undefined && <Content title={text.before} value={change.before} ground="danger100" />}
        {change.after !== undefined && <Content title={text.after} value={change.after} ground="success100" />}
      </Grid.Root>
    </Box>
  );
}

const contentStyle = { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } as const;

function Content({ title, value, ground }: { title: string; value: unknown; ground: 'danger100' | 'success100' }) {
  const isText = typeof value === 'string';
  return (
    <Grid.Item col={6} xs={12} direction="column" alignItems="stretch" gap={1}>
      <Typography variant="sigma" textColor="neutral600">
        {title}
      </Typography>
      <Box
        background={ground}
        hasRadius
        padding={3}
        height="100%"
        tabIndex={0}
        role="group"
        aria-label={title}
        overflow="auto"
        maxHeight="32rem"
      >
        <Typography tag={isText ? 'p' : 'pre'} variant="pi" textColor="neutral800" style={contentStyle}>
          {isText ? value : JSON.stringify(value, null, 2)}
        </Typography>
      </Box>
    </Grid.Item>
  );
}
