import type { FieldControlProps } from './controls';
import { GroupControl } from './GroupControl';
import { SimpleControl } from './SimpleControl';

/** One question of a form, whatever its type. */
export function FieldControl({ field, ...rest }: FieldControlProps) {
  return field.type === 'group' ? <GroupControl {...rest} field={field} /> : <SimpleControl {...rest} field={field} />;
}
