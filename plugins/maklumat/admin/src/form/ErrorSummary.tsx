import { useEffect, useRef } from 'react';
import { Box, Typography } from '@strapi/design-system';
import type { Form } from '../../../core/form/schema';
import type { FieldMessages } from '../../../core/refusal';
import { useTexts } from '../shared/useTexts';
import { controlId } from './controls';

/** The answers to correct, as links to their fields. Takes the focus when it appears, so that nobody has to look for what is wrong. */
export function ErrorSummary({
  form,
  errors,
  labels: others = {},
}: {
  form: Form;
  errors: FieldMessages;
  labels?: Record<string, string>;
}) {
  const { text } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const entries = Object.entries(errors);
  useEffect(() => box.current?.focus(), [errors]);
  if (entries.length === 0) return null;

  const labels = {
    ...others,
    ...Object.fromEntries(form.sections.flatMap((section) => section.fields).map((field) => [field.key, field.label])),
  };
  const goTo = (key: string) => {
    const control = document.getElementById(controlId(key));
    control?.scrollIntoView({ block: 'center' });
    control?.focus();
  };
  return (
    <Box ref={box} tabIndex={-1} role="alert" padding={4} hasRadius background="danger100" borderColor="danger600">
      <Typography tag="h2" variant="delta" textColor="danger700">
        {text.form.errors(entries.length)}
      </Typography>
      <Box tag="ul" paddingTop={2} paddingLeft={4} style={{ listStyle: 'disc' }}>
        {entries.map(([key, messages]) => (
          <li key={key}>
            <Typography
              tag="a"
              href={`#${controlId(key)}`}
              textColor="danger700"
              onClick={(event: { preventDefault(): void }) => {
                event.preventDefault();
                goTo(key);
              }}
            >
              {labels[key.split('.')[0] ?? key] ?? key}: {messages.join(' ')}
            </Typography>
          </li>
        ))}
      </Box>
    </Box>
  );
}
