import { Radio, Textarea, TextInput } from '@strapi/design-system';
import type { OpenCommand } from '../../../contracts/cases';
import type { DeskCase } from '../../../contracts/desk';
import type { FieldMessages } from '../../../core/refusal';
import type { Desk } from '../api/useDeskApi';
import { FieldShell, FieldsetShell } from '../form/FieldShell';
import { FileControl } from '../form/FileControl';
import type { FieldOf } from '../form/controls';
import { filesIn } from '../form/draft';
import { FormFields } from '../form/FormFields';
import { ColleagueSelect } from '../shared/ColleagueSelect';
import { useTexts } from '../shared/useTexts';
import { decisionForm, type ActionDraft } from './actionDraft';
import { SupplyFields } from './SupplyFields';

interface Props {
  open: OpenCommand;
  deskCase: DeskCase;
  colleagues: Desk['colleagues'];
  draft: ActionDraft;
  onChange: (draft: ActionDraft) => void;
  errors: FieldMessages;
}

const reasonLimit = 5_000;

/** What one command asks of the officer. */
export function ActionFields({ open, deskCase, colleagues, draft, onChange, errors }: Props) {
  const { text } = useTexts();
  const change = (part: Partial<ActionDraft>) => onChange({ ...draft, ...part });
  const form = open.type === 'decide' ? decisionForm(open) : null;
  const context = { areas: {}, zone: deskCase.service.zoneLabel };
  const messageOf = (key: string) => errors[key]?.join(' ');

  return (
    <>
      {open.type === 'supply' && (
        <SupplyFields
          deskCase={deskCase}
          supply={draft.supply}
          onChange={(supply) => change({ supply })}
          errors={errors}
          message={messageOf('supply')}
        />
      )}
      {open.reason !== 'none' && (
        <FieldShell
          id="tindakan-alasan"
          label={open.reason === 'required' ? text.action.reasonRequired : text.action.reasonOptional}
          error={messageOf('reason')}
          required={open.reason === 'required'}
        >
          <Textarea value={draft.reason} onChange={(event) => change({ reason: event.target.value })} maxLength={reasonLimit} resizable />
        </FieldShell>
      )}
      {form && <FormFields form={form} draft={draft.fields} onChange={(fields) => change({ fields })} errors={errors} context={context} />}
      {open.type === 'note' && (
        <FieldShell id="tindakan-catatan" label={text.action.note} hint={text.action.noteHint} error={messageOf('text')} required>
          <Textarea value={draft.note} onChange={(event) => change({ note: event.target.value })} maxLength={reasonLimit} resizable />
        </FieldShell>
      )}
      {open.type === 'assign' && (
        <ColleagueSelect
          colleagues={colleagues}
          value={draft.assignee}
          onChange={(assignee) => change({ assignee })}
          error={messageOf('assignee') ?? messageOf('user')}
        />
      )}
      {open.type === 'attach' && <AttachFields draft={draft} change={change} messageOf={messageOf} />}
    </>
  );
}

/** Any file that the product takes; see the limits of `createAttachment`. */
const attachmentField = (label: string): FieldOf<'file'> => ({
  type: 'file',
  key: 'attachment',
  label,
  required: true,
  audience: 'office',
  confidential: false,
  accept: ['application/pdf', 'image/jpeg', 'image/png', 'audio/mpeg'],
  maxBytes: 5_242_880,
  maxFiles: 1,
});

interface AttachProps {
  draft: ActionDraft;
  change: (part: Partial<ActionDraft>) => void;
  messageOf: (key: string) => string | undefined;
}

function AttachFields({ draft, change, messageOf }: AttachProps) {
  const { text } = useTexts();
  return (
    <>
      <FileControl
        field={attachmentField(text.action.attachment)}
        id="tindakan-berkas"
        value={draft.attachment}
        onChange={(value) => change({ attachment: filesIn(value) })}
        error={messageOf('attachment')}
        required
      />
      <FieldShell id="tindakan-judul" label={text.action.title} error={messageOf('title')} required>
        <TextInput value={draft.title} onChange={(event) => change({ title: event.target.value })} maxLength={200} autoComplete="off" />
      </FieldShell>
      <FieldsetShell id="tindakan-pembaca" label={text.action.audience} error={messageOf('audience')} required>
        <Radio.Group
          aria-label={text.action.audience}
          value={draft.audience}
          onValueChange={(value) => change({ audience: value === 'office' ? 'office' : 'applicant' })}
        >
          <Radio.Item value="applicant">{text.action.audienceOf.applicant}</Radio.Item>
          <Radio.Item value="office">{text.action.audienceOf.office}</Radio.Item>
        </Radio.Group>
      </FieldsetShell>
    </>
  );
}
