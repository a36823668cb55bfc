import { Box, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { formatDate } from '../../../core/language/calendar';
import { compareText } from '../../../core/language/compare';
import type { Definition } from '../api/useDefinitionsApi';
import { FieldShell } from '../form/FieldShell';
import { useTexts } from '../shared/useTexts';
import { draft, type Chosen } from './useChosenVersions';

interface Option {
  value: string;
  label: string;
}

interface ChoiceProps {
  id: string;
  label: string;
  placeholder?: string;
  value: string;
  options: Option[];
  onChange: (value: string) => void;
}

function Choice({ id, label, placeholder, value, options, onChange }: ChoiceProps) {
  return (
    <Box flex="1" minWidth={0}>
      <FieldShell id={id} label={label}>
        <SingleSelect aria-label={label} placeholder={placeholder} value={value} onChange={(chosen) => onChange(String(chosen))}>
          {options.map((option) => (
            <SingleSelectOption key={option.value} value={option.value}>
              {option.label}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </FieldShell>
    </Box>
  );
}

interface Props {
  definitions: readonly Definition[];
  chosen: Chosen;
  onChoose: (change: Record<string, string>) => void;
}

/** The service, and the two states of it that are compared. */
export function VersionChoice({ definitions, chosen: { definition, from, to }, onChoose }: Props) {
  const { language } = useTexts();
  const text = compareText[language];
  const versions = (definition?.versions ?? []).map(({ number, effectiveFrom, inForce }) => ({
    value: String(number),
    label: text.version(number, formatDate(effectiveFrom, language), inForce),
  }));
  return (
    <Flex gap={4} direction={{ initial: 'column', medium: 'row' }} alignItems="stretch">
      <Choice
        id="banding-layanan"
        label={text.service}
        placeholder={text.choose}
        value={definition?.slug ?? ''}
        options={definitions.map(({ slug, name }) => ({ value: slug, label: name }))}
        onChange={(slug) => onChoose({ layanan: slug })}
      />
      {versions.length > 0 && (
        <>
          <Choice id="banding-dari" label={text.from} value={from} options={versions} onChange={(dari) => onChoose({ dari, ke: to })} />
          <Choice
            id="banding-ke"
            label={text.to}
            value={to}
            options={[{ value: draft, label: text.draft }, ...versions]}
            onChange={(ke) => onChoose({ dari: from, ke })}
          />
        </>
      )}
    </Flex>
  );
}
