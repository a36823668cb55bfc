import type { ComponentType } from 'react';
import type { Field } from '../../../core/form/schema';
import { isRequiredOn, type Visibility } from '../../../core/form/visibility';
import type { FieldMessages } from '../../../core/refusal';
import { controlId, type FieldControlProps, type FormContext } from './controls';
import type { Draft } from './draft';

interface Props<F extends Field> {
  fields: readonly F[];
  visibility: Visibility<F>;
  /** The control of each; a group passes one that knows no groups. */
  control: ComponentType<FieldControlProps<F>>;
  draft: Draft;
  onChange: (draft: Draft) => void;
  errors: FieldMessages;
  context: FormContext;
  /** Where these fields stand, with its dot: empty for a form, `saksi.0.` for an item of a group. */
  prefix?: string;
}

/** The visible ones of some fields, each with its answer, its message and whether it must be answered now. */
export function FieldList<F extends Field>({
  fields,
  visibility,
  control: Control,
  draft,
  onChange,
  errors,
  context,
  prefix = '',
}: Props<F>) {
  const shown = fields.filter((field) => visibility.visible.includes(field));
  return shown.map((field) => {
    const path = `${prefix}${field.key}`;
    return (
      <Control
        key={field.key}
        field={field}
        path={path}
        id={controlId(path)}
        value={draft[field.key]}
        onChange={(value) => onChange({ ...draft, [field.key]: value })}
        error={errors[path]?.join(' ')}
        required={isRequiredOn(field, visibility.facts)}
        errors={errors}
        context={context}
        facts={visibility.facts}
      />
    );
  });
}
