import { Badge, Box, Flex, Grid, Link, Typography } from '@strapi/design-system';
import { useRBAC } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import type { Replay } from '../../../contracts/replays';
import { decidedInWords, replayText } from '../../../core/language/replay';
import { readDesk } from '../permissions';
import { Panel } from '../shared/Panel';
import { casePath } from '../shared/paths';
import { useTexts } from '../shared/useTexts';

type Differing = Replay['differences'][number];

const listStyle = { listStyle: 'none', margin: 0, padding: 0 } as const;

/** The cases that would be decided otherwise, each with what changes. */
export function DifferenceList({ replay: { differences, differing } }: { replay: Replay }) {
  const { language } = useTexts();
  const text = replayText[language];
  // Whoever edits definitions need not be of the desk, and cannot open a case then.
  const { allowedActions } = useRBAC(readDesk);
  return (
    <Panel title={text.list}>
      <Typography tag="p" variant="pi" textColor="neutral600" paddingBottom={4}>
        {text.listed(differences.length, differing)}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={4} style={listStyle}>
        {differences.map((difference) => (
          <DifferingCase key={difference.number} difference={difference} linked={allowedActions.canRead === true} />
        ))}
      </Flex>
    </Panel>
  );
}

function DifferingCase({ difference: { number, version, changes }, linked }: { difference: Differing; linked: boolean }) {
  const { language } = useTexts();
  const text = replayText[language];
  return (
    <Box tag="li" paddingTop={3} borderStyle="solid none none" borderColor="neutral200" borderWidth="1px">
      <Flex gap={2} alignItems="baseline" wrap="wrap" paddingBottom={2}>
        <Typography tag="h3" fontWeight="bold">
          {linked ? (
            <Link tag={RouterLink} to={casePath(number)}>
              {number}
            </Link>
          ) : (
            number
          )}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {text.version(version)}
        </Typography>
      </Flex>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3} style={listStyle}>
        {changes.map(({ kind, before, after }) => (
          <li key={kind}>
            <Grid.Root gap={2}>
              <Grid.Item col={2} xs={12} alignItems="flex-start">
                <Badge>{text.kinds[kind]}</Badge>
              </Grid.Item>
              <Side title={text.before} words={decidedInWords(kind, before, language)} ground="danger100" />
              <Side title={text.after} words={decidedInWords(kind, after, language)} ground="success100" />
            </Grid.Root>
          </li>
        ))}
      </Flex>
    </Box>
  );
}

function Side({ title, words, ground }: { title: string; words: string; ground: 'danger100' | 'success100' }) {
  return (
    <Grid.Item col={5} xs={12} alignItems="stretch">
      <Box background={ground} hasRadius paddingLeft={3} paddingRight={3} paddingTop={2} paddingBottom={2} width="100%">
        <Typography variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
          <b>{title}:</b> {words}
        </Typography>
      </Box>
    </Grid.Item>
  );
}
