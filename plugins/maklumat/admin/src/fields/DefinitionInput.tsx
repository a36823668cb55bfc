import { useId, useMemo, useRef, type ReactNode } from 'react';
import { Box, Button, Field, Flex, Typography } from '@strapi/design-system';
import { Magic } from '@strapi/icons';
import { useForm } from '@strapi/strapi/admin';
import { partNames, type PartName } from '../../../core/definition/parts';
import { partSchemas } from '../../../core/definition/partSchemas';
import { editorText } from '../../../core/language/editor';
import { useTexts } from '../shared/useTexts';
import { completionOf } from './completion';
import { findingsOf, pathOfPlace } from './findings';
import { FindingsPanel } from './FindingsPanel';
import { EditorFrame, SideBySide } from './frame';
import { extensionsOf } from './setup';
import { shapesOf } from './shape';
import { useEditor } from './useEditor';
import { draftOf, useFindings } from './useFindings';

/** What the Content Manager gives the input of a custom field. */
interface Props {
  name: string;
  attribute: { customField: string };
  label?: ReactNode;
  labelAction?: ReactNode;
  hint?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  error?: string;
  value?: unknown;
  onChange: (name: string, value: unknown) => void;
}

/** The input of a part of a service: a text editor that knows what the part may say, with the findings of the publish gate beside it. */
export default function DefinitionInput(props: Props) {
  const part = partNames.find((name) => props.attribute.customField === `plugin::maklumat.${name}`);
  return part ? <PartInput {...props} part={part} /> : null;
}

function PartInput({
  part,
  name,
  label,
  labelAction,
  hint,
  required = false,
  disabled = false,
  error,
  value,
  onChange,
}: Props & { part: PartName }) {
  const { language } = useTexts();
  const text = editorText[language];
  const id = useId();
  const getValues = useForm('DefinitionInput', (form) => form.getValues);
  const lastRead = useRef<() => unknown>(() => undefined);
  const shapes = useMemo(() => shapesOf(partSchemas[part]), [part]);
  const extensions = useMemo(() => {
    // While this part is being typed it can seldom be read; its last whole state has the keys.
    const draft = () => ({ ...draftOf(getValues()), [part]: lastRead.current() });
    return extensionsOf({ schema: partSchemas[part], text, language, completion: completionOf({ part, shapes, text, draft }) });
  }, [part, shapes, text, language, getValues]);

  const check = useFindings(!disabled);
  const findings = useMemo(() => findingsOf(part, check.findings), [part, check.findings]);
  const editor = useEditor({
    value: value ?? null,
    onChange: (changed) => onChange(name, changed),
    shapes,
    text,
    extensions,
    readOnly: disabled,
    findings,
    attributes: (readable) => ({
      'aria-labelledby': `${id}-label`,
      tabindex: '0',
      'aria-describedby': error === undefined && readable ? `${id}-keys` : `${id}-error`,
      ...(error === undefined && readable ? {} : { 'aria-invalid': 'true' }),
      ...(required ? { 'aria-required': 'true' } : {}),
      ...(disabled ? { 'aria-readonly': 'true' } : {}),
    }),
  });
  lastRead.current = editor.lastRead;
  const shownError = editor.readable ? error : text.unreadable;

  return (
    <Field.Root id={id} name={name} hint={hint} error={shownError} required={required} width="100%">
      <Flex justifyContent="space-between" alignItems="flex-end" gap={2} wrap="wrap">
        <Field.Label action={labelAction} onClick={editor.focus}>
          {label}
        </Field.Label>
        {disabled ? (
          <Typography variant="pi" textColor="neutral600">
            {text.readOnly}
          </Typography>
        ) : (
          <Button
            variant="tertiary"
            size="S"
            startIcon={<Magic />}
            disabled={!editor.readable}
            aria-label={`${text.format} ${text.parts[part].label}`}
            onClick={editor.format}
          >
            {text.format}
          </Button>
        )}
      </Flex>
      <SideBySide>
        <div>
          <Box minWidth={0}>
            <EditorFrame ref={editor.host} {...(shownError === undefined ? {} : { 'data-invalid': '' })} />
            <Box style={{ whiteSpace: 'pre-line' }} paddingTop={1}>
              <Field.Error />
            </Box>
            <Field.Hint />
            <Typography id={`${id}-keys`} tag="p" variant="pi" textColor="neutral600">
              {text.keys}
            </Typography>
          </Box>
          {!disabled && (
            <FindingsPanel
              part={part}
              text={text}
              check={check}
              findings={findings}
              onGoTo={(where) => editor.goTo(pathOfPlace(editor.lastRead(), where))}
            />
          )}
        </div>
      </SideBySide>
    </Field.Root>
  );
}
