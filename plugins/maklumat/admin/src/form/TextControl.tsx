import { NumberInput, Textarea, TextInput, type TextInputProps } from '@strapi/design-system';
import { instantIn } from '../shared/instant';
import { useTexts } from '../shared/useTexts';
import type { ControlProps, FieldOf } from './controls';
import { FieldShell } from './FieldShell';

type TextField = FieldOf<'text' | 'longText' | 'nik' | 'phone' | 'email' | 'date'>;

const inputOf: Record<Exclude<TextField['type'], 'longText'>, Pick<TextInputProps, 'type' | 'inputMode'>> = {
  text: { type: 'text' },
  nik: { type: 'text', inputMode: 'numeric' },
  phone: { type: 'tel', inputMode: 'tel' },
  email: { type: 'email' },
  date: { type: 'date' },
};

/** Everything typed as text; the browser's own pickers serve dates, so that no time zone comes between. Autofill is off: the officer types for another person. */
export function TextControl({ field, id, value, onChange, error, required }: ControlProps<TextField>) {
  const { text } = useTexts();
  const written = typeof value === 'string' ? value : '';
  const hints = [field.hint];
  if (field.type === 'text' && field.suffix !== undefined) hints.push(text.form.suffix(field.suffix));
  if (field.type === 'text' && field.oneTime) hints.push(text.form.oneTime);
  const hint = hints.filter(Boolean).join(' ') || undefined;
  return (
    <FieldShell id={id} label={field.label} hint={hint} error={error} required={required}>
      {field.type === 'longText' ? (
        <Textarea value={written} onChange={(event) => onChange(event.target.value)} resizable />
      ) : (
        <TextInput {...inputOf[field.type]} autoComplete="off" value={written} onChange={(event) => onChange(event.target.value)} />
      )}
    </FieldShell>
  );
}

/** A date with a time, local to the agency; the answer is an instant with that zone's offset. */
export function DateTimeControl({
  field,
  id,
  value,
  onChange,
  error,
  required,
  zone,
}: ControlProps<FieldOf<'dateTime'>> & { zone: string }) {
  return (
    <FieldShell id={id} label={`${field.label} (${zone})`} hint={field.hint} error={error} required={required}>
      <TextInput
        type="datetime-local"
        value={typeof value === 'string' ? value.slice(0, 16) : ''}
        onChange={(event) => onChange(event.target.value === '' ? '' : instantIn(zone, event.target.value))}
      />
    </FieldShell>
  );
}

/** Numbers and rupiah, written with the language's own separators. */
export function NumberControl({ field, id, value, onChange, error, required }: ControlProps<FieldOf<'number' | 'money'>>) {
  return (
    <FieldShell id={id} label={field.label} hint={field.hint} error={error} required={required}>
      <NumberInput
        value={typeof value === 'number' ? value : undefined}
        onValueChange={onChange}
        startAction={field.type === 'money' ? 'Rp' : undefined}
      />
    </FieldShell>
  );
}
