import type { Facts } from '../../../core/rules/conditions';
import type { FieldMessages } from '../../../core/refusal';
import { AreaControl, ChoiceControl, MultiChoiceControl, StatementControl, YesNoControl } from './ChoiceControl';
import type { ControlProps, FormContext } from './controls';
import { FileControl } from './FileControl';
import { GroupControl } from './GroupControl';
import { DateTimeControl, NumberControl, TextControl } from './TextControl';

export interface FieldControlProps extends ControlProps {
  context: FormContext;
  /** Messages of the whole form by path; a group looks up those of its items in it. */
  errors: FieldMessages;
  path: string;
  /** What the conditions inside a group see of the form around it. */
  facts: Facts;
}

/** One question of a form, whatever its type. */
export function FieldControl({ context, errors, path, facts, field, ...rest }: FieldControlProps) {
  switch (field.type) {
    case 'number':
    case 'money':
      return <NumberControl {...rest} field={field} />;
    case 'dateTime':
      return <DateTimeControl {...rest} field={field} zone={context.zone} />;
    case 'choice':
      return <ChoiceControl {...rest} field={field} />;
    case 'multiChoice':
      return <MultiChoiceControl {...rest} field={field} />;
    case 'yesNo':
      return <YesNoControl {...rest} field={field} />;
    case 'area':
      return <AreaControl {...rest} field={field} options={context.areas[field.key] ?? []} />;
    case 'file':
    case 'image':
      return <FileControl {...rest} field={field} />;
    case 'statement':
      return <StatementControl {...rest} field={field} />;
    case 'group':
      return <GroupControl {...rest} field={field} context={context} errors={errors} path={path} facts={facts} />;
    default:
      return <TextControl {...rest} field={field} />;
  }
}
