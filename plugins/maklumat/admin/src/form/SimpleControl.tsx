import type { SimpleField } from '../../../core/form/schema';
import { AreaControl, ChoiceControl, MultiChoiceControl, StatementControl, YesNoControl } from './ChoiceControl';
import { areasAt, type FieldControlProps } from './controls';
import { FileControl } from './FileControl';
import { DateTimeControl, NumberControl, TextControl } from './TextControl';

/** One question of a form, of any type but a group. */
export function SimpleControl({ context, field, ...rest }: FieldControlProps<SimpleField>) {
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
      return <AreaControl {...rest} field={field} options={areasAt(context.areas, rest.path)} />;
    case 'file':
    case 'image':
      return <FileControl {...rest} field={field} />;
    case 'statement':
      return <StatementControl {...rest} field={field} />;
    default:
      return <TextControl {...rest} field={field} />;
  }
}
