import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { Desk } from '../api/useDeskApi';
import { FieldShell } from '../form/FieldShell';
import { useTexts } from './useTexts';

/** The officer to assign: an admin user's id, null to release, undefined while nobody is chosen. */
export type Assignee = number | null | undefined;

const nobody = 'nobody';

interface Props {
  colleagues: Desk['colleagues'];
  value: Assignee;
  onChange: (value: Assignee) => void;
  error?: string | undefined;
}

export function ColleagueSelect({ colleagues, value, onChange, error }: Props) {
  const { text } = useTexts();
  return (
    <FieldShell id="pilih-petugas" label={text.action.assignee} error={error} required>
      <SingleSelect
        aria-label={text.action.assignee}
        placeholder={text.form.choose}
        value={value === null ? nobody : value === undefined ? '' : String(value)}
        onChange={(chosen) => onChange(chosen === nobody ? null : Number(chosen))}
      >
        {colleagues.map((colleague) => (
          <SingleSelectOption key={colleague.id} value={String(colleague.id)}>
            {[colleague.name, colleague.positions.join(', ')].filter(Boolean).join(' · ')}
          </SingleSelectOption>
        ))}
        <SingleSelectOption value={nobody}>{text.action.release}</SingleSelectOption>
      </SingleSelect>
    </FieldShell>
  );
}
