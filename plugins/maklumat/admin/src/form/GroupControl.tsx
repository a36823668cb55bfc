import { Box, Button, Flex } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { visibility } from '../../../core/form/visibility';
import { useTexts } from '../shared/useTexts';
import type { FieldControlProps, FieldOf } from './controls';
import { itemAnswers, itemsIn } from './draft';
import { FieldList } from './FieldList';
import { FieldsetShell } from './FieldShell';
import { SimpleControl } from './SimpleControl';

/** A set of fields that may be answered several times, such as a list of witnesses. */
export function GroupControl({
  field,
  id,
  value,
  onChange,
  error,
  required,
  context,
  errors,
  path,
  facts,
}: FieldControlProps<FieldOf<'group'>>) {
  const { text } = useTexts();
  const items = itemsIn(value);
  return (
    <FieldsetShell id={id} label={field.label} hint={field.hint} error={error} required={required}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {items.map((item, index) => (
          <Box key={index} padding={4} hasRadius borderColor="neutral200">
            <FieldsetShell id={`${id}-${index}`} label={text.form.item(field.label, index + 1)}>
              <Flex direction="column" alignItems="stretch" gap={4} paddingTop={2}>
                <FieldList
                  control={SimpleControl}
                  fields={field.fields}
                  visibility={visibility([{ fields: field.fields }], itemAnswers(field, item), facts)}
                  draft={item}
                  onChange={(changed) => onChange(items.map((each, position) => (position === index ? changed : each)))}
                  errors={errors}
                  context={context}
                  prefix={`${path}.${index}.`}
                />
                <Button
                  variant="danger-light"
                  startIcon={<Trash />}
                  onClick={() => onChange(items.filter((_, position) => position !== index))}
                >
                  {text.form.removeItem(field.label, index + 1)}
                </Button>
              </Flex>
            </FieldsetShell>
          </Box>
        ))}
        {items.length < field.maxItems && (
          <Button variant="secondary" startIcon={<Plus />} onClick={() => onChange([...items, {}])}>
            {text.form.addItem(field.label)}
          </Button>
        )}
      </Flex>
    </FieldsetShell>
  );
}
