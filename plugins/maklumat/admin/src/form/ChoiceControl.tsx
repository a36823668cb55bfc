import { Checkbox, Flex, Radio, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { useTexts } from '../shared/useTexts';
import type { ControlProps, FieldOf } from './controls';
import { FieldShell, FieldsetShell } from './FieldShell';

/** Up to this many options stand as radio buttons, more go into a list. Default of the product. */
const radioLimit = 6;

interface Option {
  value: string;
  label: string;
}

interface OneOfProps {
  id: string;
  label: string;
  hint?: string | undefined;
  options: readonly Option[];
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
  required: boolean;
}

function OneOf({ id, label, hint, options, value, onChange, error, required }: OneOfProps) {
  const { text } = useTexts();
  if (options.length > radioLimit) {
    return (
      <FieldShell id={id} label={label} hint={hint} error={error} required={required}>
        <SingleSelect
          aria-label={label}
          placeholder={text.form.choose}
          value={value}
          onChange={(chosen) => onChange(String(chosen))}
          onClear={() => onChange('')}
          clearLabel={text.queue.clearFilters}
        >
          {options.map((option) => (
            <SingleSelectOption key={option.value} value={option.value}>
              {option.label}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </FieldShell>
    );
  }
  return (
    <FieldsetShell id={id} label={label} hint={hint} error={error} required={required}>
      <Radio.Group value={value} onValueChange={onChange} aria-label={label} aria-required={required}>
        {options.map((option) => (
          <Radio.Item key={option.value} value={option.value}>
            {option.label}
          </Radio.Item>
        ))}
      </Radio.Group>
    </FieldsetShell>
  );
}

export function ChoiceControl({ field, value, ...rest }: ControlProps<FieldOf<'choice'>>) {
  return <OneOf {...rest} label={field.label} hint={field.hint} options={field.options} value={typeof value === 'string' ? value : ''} />;
}

export function YesNoControl({ field, value, onChange, ...rest }: ControlProps<FieldOf<'yesNo'>>) {
  const { text } = useTexts();
  const options = [
    { value: 'yes', label: text.form.yes },
    { value: 'no', label: text.form.no },
  ];
  const chosen = typeof value === 'boolean' ? (value ? 'yes' : 'no') : '';
  return (
    <OneOf
      {...rest}
      label={field.label}
      hint={field.hint}
      options={options}
      value={chosen}
      onChange={(answer) => onChange(answer === 'yes')}
    />
  );
}

/** A kelurahan from the list the service gives; where there is no list (the fields of a decision), its code is typed. */
export function AreaControl({
  field,
  options,
  id,
  value,
  onChange,
  error,
  required,
}: ControlProps<FieldOf<'area'>> & { options: readonly Option[] }) {
  const written = typeof value === 'string' ? value : '';
  if (options.length > 0) {
    return (
      <OneOf
        id={id}
        label={field.label}
        hint={field.hint}
        options={options}
        value={written}
        onChange={onChange}
        error={error}
        required={required}
      />
    );
  }
  return (
    <FieldShell id={id} label={field.label} hint={field.hint} error={error} required={required}>
      <TextInput value={written} onChange={(event) => onChange(event.target.value)} placeholder={field.within} />
    </FieldShell>
  );
}

export function MultiChoiceControl({ field, id, value, onChange, error, required }: ControlProps<FieldOf<'multiChoice'>>) {
  const chosen = Array.isArray(value) ? value : [];
  const toggle = (option: string, on: boolean) => {
    const values = field.options.map((each) => each.value);
    onChange(values.filter((each) => (each === option ? on : chosen.includes(each))));
  };
  return (
    <FieldsetShell id={id} label={field.label} hint={field.hint} error={error} required={required}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        {field.options.map((option) => (
          <Checkbox key={option.value} checked={chosen.includes(option.value)} onCheckedChange={(on) => toggle(option.value, on === true)}>
            {option.label}
          </Checkbox>
        ))}
      </Flex>
    </FieldsetShell>
  );
}

export function StatementControl({ field, id, value, onChange, error, required }: ControlProps<FieldOf<'statement'>>) {
  return (
    <FieldsetShell id={id} label={field.label} hint={field.hint} error={error} required={required}>
      <Checkbox checked={value === true} onCheckedChange={(on) => onChange(on === true ? true : undefined)}>
        {field.text}
      </Checkbox>
    </FieldsetShell>
  );
}
