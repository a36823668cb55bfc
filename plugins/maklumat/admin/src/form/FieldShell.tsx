import type { ReactNode } from 'react';
import { Field, Typography, VisuallyHidden } from '@strapi/design-system';
import { useTexts } from '../shared/useTexts';

interface Props {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean;
  children: ReactNode;
}

/** Label, hint and error around one control of the design system, which reads its id and error from this context. */
export function FieldShell({ id, label, hint, error, required = false, children }: Props) {
  return (
    <Field.Root id={id} hint={hint} error={error} required={required} width="100%">
      <Field.Label>{label}</Field.Label>
      {children}
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}

/** The same around a set of radio buttons, checkboxes or files, named by a legend instead of a label. */
export function FieldsetShell({ id, label, hint, error, required = false, children }: Props) {
  const { text } = useTexts();
  const describedBy = [error && `${id}-galat`, hint && `${id}-petunjuk`].filter(Boolean).join(' ');
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={describedBy || undefined}
      style={{ border: 0, margin: 0, padding: 0, minWidth: 0, width: '100%' }}
    >
      <Typography tag="legend" variant="pi" fontWeight="bold" textColor="neutral800" paddingBottom={1}>
        {label}
        {required && (
          <Typography variant="pi" textColor="danger600" aria-hidden>
            {' *'}
          </Typography>
        )}
        {required && <VisuallyHidden> ({text.required})</VisuallyHidden>}
      </Typography>
      {children}
      {error && (
        <Typography id={`${id}-galat`} tag="p" variant="pi" textColor="danger600" paddingTop={1}>
          {error}
        </Typography>
      )}
      {hint && (
        <Typography id={`${id}-petunjuk`} tag="p" variant="pi" textColor="neutral600" paddingTop={1}>
          {hint}
        </Typography>
      )}
    </fieldset>
  );
}
