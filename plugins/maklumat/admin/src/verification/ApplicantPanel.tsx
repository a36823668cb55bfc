import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, CrossCircle, WarningCircle } from '@strapi/icons';
import type { VerificationRow } from '../../../contracts/verifications';
import { verificationText } from '../../../core/language/adminCitizens';
import { formatDate } from '../../../core/language/calendar';
import type { CallFailure } from '../api/failure';
import { FailureAlert } from '../shared/FailureAlert';
import { formatInstant } from '../shared/instant';
import { Panel } from '../shared/Panel';
import { useTexts } from '../shared/useTexts';

interface Props {
  applicant: VerificationRow;
  /** An answer is on its way. */
  sending: boolean;
  /** Why the last answer about this applicant did not get through. */
  failure: CallFailure | undefined;
  onVerify: () => void;
  onRefuse: () => void;
}

/** What one applicant gave, why an officer is asked, and the two answers. */
export function ApplicantPanel({ applicant, sending, failure, onVerify, onRefuse }: Props) {
  const { language } = useTexts();
  const text = verificationText[language];
  const { name, nik, region, birthDate, address, warnings, because, registeredAt } = applicant;
  const facts: [label: string, value: string][] = [
    [text.nik, nik],
    [text.region, region ?? text.regionUnknown],
    [text.birthDate, formatDate(birthDate, language)],
    [text.address, address],
    [text.because, because],
  ];
  return (
    <Panel title={name}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography variant="pi" textColor="neutral600">
          {text.registeredAt(formatInstant(registeredAt, language, 'short'))}
        </Typography>
        <Flex tag="dl" direction="column" alignItems="stretch" gap={3}>
          {facts.map(([label, value]) => (
            <Flex key={label} direction={{ initial: 'column', medium: 'row' }} alignItems="flex-start" gap={{ initial: 1, medium: 4 }}>
              <Box tag="dt" width={{ initial: '100%', medium: '30%' }} shrink={0}>
                <Typography textColor="neutral600">{label}</Typography>
              </Box>
              <Box tag="dd" flex="1" minWidth={0} width="100%">
                <Typography style={{ overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' }}>{value}</Typography>
              </Box>
            </Flex>
          ))}
        </Flex>
        {warnings.length > 0 && <Warnings warnings={warnings} />}
        {failure && <FailureAlert failure={failure} />}
        <Flex gap={2} wrap="wrap">
          <Button size="L" startIcon={<CheckCircle />} disabled={sending} aria-label={text.verify(name)} onClick={onVerify}>
            {text.verifyShort}
          </Button>
          <Button
            size="L"
            variant="danger-light"
            startIcon={<CrossCircle />}
            disabled={sending}
            aria-label={text.refuse(name)}
            onClick={onRefuse}
          >
            {text.refuseShort}
          </Button>
        </Flex>
      </Flex>
    </Panel>
  );
}

function Warnings({ warnings }: { warnings: readonly string[] }) {
  const { language } = useTexts();
  return (
    <Flex gap={3} padding={4} hasRadius background="warning100" borderColor="warning200" alignItems="flex-start">
      <Box color="warning700" paddingTop={1} shrink={0}>
        <WarningCircle aria-hidden />
      </Box>
      <Box>
        <Typography tag="h3" fontWeight="bold">
          {verificationText[language].warnings}
        </Typography>
        <ul>
          {warnings.map((warning) => (
            <li key={warning}>
              <Typography>{warning}</Typography>
            </li>
          ))}
        </ul>
      </Box>
    </Flex>
  );
}
