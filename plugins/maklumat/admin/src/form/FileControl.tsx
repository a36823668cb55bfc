import { useRef, useState, type ChangeEvent } from 'react';
import { Button, Flex, IconButton, Typography, VisuallyHidden } from '@strapi/design-system';
import { Paperclip, Trash, Upload } from '@strapi/icons';
import { asFailure } from '../api/failure';
import { usePublicApi } from '../api/usePublicApi';
import { failureText } from '../shared/FailureAlert';
import { fileSize } from '../shared/fileSize';
import { useTexts } from '../shared/useTexts';
import { filesIn, type UploadedFile } from './draft';
import type { ControlProps, FieldOf } from './controls';
import { FieldsetShell } from './FieldShell';

const typeNames: Record<string, string> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
  'audio/mpeg': 'MP3',
};

/** Files go up as soon as they are chosen; the answer keeps their ids, so an error elsewhere in the form never asks for them again. */
export function FileControl({ field, id, value, onChange, error, required }: ControlProps<FieldOf<'file' | 'image'>>) {
  const { text, language } = useTexts();
  const api = usePublicApi();
  const input = useRef<HTMLInputElement>(null);
  const [uploading, setUploading] = useState(false);
  const [problem, setProblem] = useState<string>();
  const files = filesIn(value);
  const limit = fileSize(field.maxBytes, language);
  // An author's own hint usually names the limits; saying them twice would only lengthen the page.
  const hint = field.hint ?? text.form.limits(field.accept.map((mime) => typeNames[mime] ?? mime).join(', '), limit, field.maxFiles);

  async function choose(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const chosen = [...(event.target.files ?? [])];
    event.target.value = '';
    const tooLarge = chosen.find((file) => file.size > field.maxBytes);
    if (tooLarge) return setProblem(text.form.tooLarge(tooLarge.name, limit));
    const kept = field.maxFiles === 1 ? [] : files;
    if (kept.length + chosen.length > field.maxFiles) return setProblem(text.form.tooMany(field.maxFiles));
    setUploading(true);
    setProblem(undefined);
    const uploaded: UploadedFile[] = [];
    try {
      for (const file of chosen) {
        const { id: attachment, name, size } = await api.upload(file);
        uploaded.push({ id: attachment, name, size });
      }
    } catch (failure) {
      setProblem(failureText(asFailure(failure), text));
    }
    if (uploaded.length > 0) onChange([...kept, ...uploaded]);
    setUploading(false);
  }

  return (
    <FieldsetShell id={id} label={field.label} hint={hint} error={problem ?? error} required={required}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        {files.map((file) => (
          <Flex key={file.id} gap={2} padding={2} hasRadius background="neutral100" borderColor="neutral200" justifyContent="space-between">
            <Flex gap={2} minWidth={0}>
              <Paperclip aria-hidden />
              <Typography ellipsis>{file.name}</Typography>
              <Typography variant="pi" textColor="neutral600" style={{ whiteSpace: 'nowrap' }}>
                {fileSize(file.size, language)}
              </Typography>
            </Flex>
            <IconButton
              label={text.form.remove(file.name)}
              variant="ghost"
              size="S"
              onClick={() => onChange(files.filter((each) => each.id !== file.id))}
            >
              <Trash />
            </IconButton>
          </Flex>
        ))}
        <div>
          <VisuallyHidden>
            <input
              ref={input}
              type="file"
              tabIndex={-1}
              aria-label={field.label}
              accept={field.accept.join(',')}
              multiple={field.maxFiles > 1}
              onChange={(event) => void choose(event)}
            />
          </VisuallyHidden>
          <Button
            variant="secondary"
            startIcon={<Upload />}
            loading={uploading}
            aria-label={`${text.form.upload}: ${field.label}`}
            onClick={() => input.current?.click()}
          >
            {uploading ? text.form.uploading : text.form.upload}
          </Button>
        </div>
      </Flex>
    </FieldsetShell>
  );
}
