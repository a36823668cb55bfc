import { Box, Button, Flex, TextButton, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import type { PartName } from '../../../core/definition/parts';
import type { EditorText } from '../../../core/language/editor';
import type { Finding } from './findings';
import type { Findings } from './useFindings';

interface Props {
  part: PartName;
  text: EditorText;
  check: Findings;
  /** Those about this part. */
  findings: readonly Finding[];
  onGoTo: (where: string) => void;
}

/** What the publish gate says about this part, beside its text. The list is read out as it changes. */
export function FindingsPanel({ part, text, check, findings, onGoTo }: Props) {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return (
    <Box tag="section" aria-label={`${text.findings.title}: ${text.parts[part].label}`} aria-busy={check.state === 'loading'}>
      <Typography tag="p" variant="sigma" textColor="neutral600" paddingBottom={2}>
        {text.findings.title}
      </Typography>
      <Flex aria-live="polite" direction="column" alignItems="stretch" gap={2}>
        {findings.length > 0 && (
          <Typography variant="pi" fontWeight="semiBold">
            {text.findings.count(errors, findings.length - errors)}
          </Typography>
        )}
        {check.state === 'unsaved' && <Typography variant="pi">{text.findings.unsaved}</Typography>}
        {check.state === 'loading' && <Typography variant="pi">{text.findings.loading}</Typography>}
        {check.state === 'failed' && <Failure check={check} text={text} />}
        {check.state === 'ready' && findings.length === 0 && <Typography variant="pi">{text.findings.none}</Typography>}
        {findings.length > 0 && (
          <Flex tag="ol" direction="column" alignItems="stretch" gap={2} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
            {findings.map((finding) => (
              <FindingItem key={`${finding.where} ${finding.what}`} finding={finding} text={text} onGoTo={onGoTo} />
            ))}
          </Flex>
        )}
      </Flex>
    </Box>
  );
}

function Failure({ check, text }: { check: Findings; text: EditorText }) {
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Typography variant="pi" textColor="danger600">
        {[text.findings.failed, check.failure?.message].filter(Boolean).join(' ')}
      </Typography>
      <Button variant="tertiary" size="S" onClick={check.retry}>
        {text.findings.retry}
      </Button>
    </Flex>
  );
}

const look = {
  error: { ground: 'danger100', edge: 'danger200', ink: 'danger700' },
  warning: { ground: 'warning100', edge: 'warning200', ink: 'warning700' },
} as const;

function FindingItem({ finding, text, onGoTo }: { finding: Finding; text: EditorText; onGoTo: (where: string) => void }) {
  const { ground, edge, ink } = look[finding.severity];
  return (
    <Box tag="li" padding={3} hasRadius background={ground} borderColor={edge} style={{ overflowWrap: 'anywhere' }}>
      <Flex gap={2} alignItems="center" paddingBottom={1}>
        <Box color={ink} style={{ lineHeight: 0 }}>
          <WarningCircle aria-hidden width="1.2rem" height="1.2rem" />
        </Box>
        <Typography variant="pi" fontWeight="bold" textColor={ink}>
          {text.findings.severity[finding.severity]}
        </Typography>
      </Flex>
      <Typography tag="p" variant="pi" textColor="neutral800" fontWeight="semiBold">
        {finding.what}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral800">
        {finding.why}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral800">
        {text.findings.mend}: {finding.mend}
      </Typography>
      <TextButton type="button" onClick={() => onGoTo(finding.where)}>
        {text.findings.goTo(finding.where)}
      </TextButton>
    </Box>
  );
}
