import { Box, Flex, Typography } from '@strapi/design-system';
import type { Field, Form } from '../../../core/form/schema';
import { visibility } from '../../../core/form/visibility';
import type { FieldMessages } from '../../../core/refusal';
import type { FormContext } from './controls';
import { draftAnswers, type Draft } from './draft';
import { FieldControl } from './FieldControl';
import { FieldList } from './FieldList';

interface Props {
  form: Form;
  draft: Draft;
  onChange: (draft: Draft) => void;
  errors: FieldMessages;
  context: FormContext;
}

/** A form's sections and fields; what is hidden and what is required follows the answers as they are typed. */
export function FormFields({ form, draft, onChange, errors, context }: Props) {
  const shown = visibility<Field>(form.sections, draftAnswers(form, draft));
  const sections = form.sections.filter((section) => section.fields.some((field) => shown.visible.includes(field)));
  return (
    <Flex direction="column" alignItems="stretch" gap={8}>
      {sections.map((section) => (
        <Flex key={section.key} tag="section" direction="column" alignItems="stretch" gap={5} aria-label={section.title || undefined}>
          {section.title && (
            <Box>
              <Typography tag="h2" variant="delta">
                {section.title}
              </Typography>
              {section.description && (
                <Typography tag="p" textColor="neutral600">
                  {section.description}
                </Typography>
              )}
            </Box>
          )}
          <FieldList
            control={FieldControl}
            fields={section.fields}
            visibility={shown}
            draft={draft}
            onChange={onChange}
            errors={errors}
            context={context}
          />
        </Flex>
      ))}
    </Flex>
  );
}
