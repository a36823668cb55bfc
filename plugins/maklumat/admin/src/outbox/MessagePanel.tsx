import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { useClipboard, useNotification } from '@strapi/strapi/admin';
import { outboxText } from '../../../core/language/outbox';
import type { Message } from '../api/useCitizensApi';
import { formatInstant } from '../shared/instant';
import { Panel } from '../shared/Panel';
import { useTexts } from '../shared/useTexts';

/** The first six digits that stand by themselves: a code, whatever the words around it are, which each office writes itself. */
const codeIn = (text: string): string | undefined => /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0];

/** One letter or SMS as its receiver would read it; the code of an SMS stands out, to be typed or copied. */
export function MessagePanel({ message: { channel, to, subject, text: body, at } }: { message: Message }) {
  const { language } = useTexts();
  const text = outboxText[language];
  const code = channel === 'sms' ? codeIn(body) : undefined;
  return (
    <Panel title={channel === 'sms' ? text.smsTo(to) : subject}>
      <Flex direction="column" alignItems="flex-start" gap={3}>
        <Typography textColor="neutral600">
          {channel === 'sms' ? formatInstant(at, language, 'short') : text.sent(to, formatInstant(at, language, 'short'))}
        </Typography>
        <Typography style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{body}</Typography>
        {code !== undefined && <Code code={code} />}
      </Flex>
    </Panel>
  );
}

function Code({ code }: { code: string }) {
  const { language } = useTexts();
  const text = outboxText[language];
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();
  async function copyCode(): Promise<void> {
    const copied = await copy(code);
    toggleNotification({ type: copied ? 'success' : 'warning', message: copied ? text.copied(code) : text.notCopied });
  }
  return (
    <Flex gap={4} wrap="wrap" alignItems="center">
      <Box background="neutral100" hasRadius paddingLeft={4} paddingRight={4} paddingTop={2} paddingBottom={2}>
        <Typography
          variant="alpha"
          aria-label={`${text.code} ${code}`}
          role="text"
          style={{ userSelect: 'all', letterSpacing: '0.2em', fontVariantNumeric: 'tabular-nums' }}
        >
          {code}
        </Typography>
      </Box>
      <Button variant="secondary" startIcon={<Duplicate />} onClick={() => void copyCode()}>
        {text.copy(code)}
      </Button>
    </Flex>
  );
}
