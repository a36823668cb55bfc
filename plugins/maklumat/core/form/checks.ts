import { z } from 'zod';
import { isNik } from '../identity/nik';
import { parsePhone } from '../identity/phone';
import { formText } from '../language/form';
import type { Language } from '../language/language';
import type { SimpleField } from './schema';
import { lengthOf, longestEmail, normaliseText, textProblem } from './text';

/** What the server knows of an uploaded file: its MIME type as found in its content, its size in bytes, a PDF's pages and a recording's seconds. */
export interface FileFacts {
  mime: string;
  size: number;
  pages?: number | undefined;
  seconds?: number | undefined;
}

/** What answers are checked against besides the form. */
export interface CheckContext {
  /** Files that may be used, by id. Left out, ids are checked for their shape alone, as a dry run does. */
  files?: Readonly<Record<string, FileFacts>>;
  /** Codes of the areas that exist. Left out, codes are checked for their shape alone. */
  areas?: ReadonlySet<string>;
  /** Date of today in the agency's zone, YYYY-MM-DD. */
  today: string;
  language?: Language;
}

/** An answer in its normal form, or why it is refused. */
export type Checked = { ok: true; value: unknown } | { ok: false; message: string };

type FieldOf<T extends SimpleField['type']> = Extract<SimpleField, { type: T }>;

const fine = (value: unknown): Checked => ({ ok: true, value });
const wrong = (message: string): Checked => ({ ok: false, message });
const unless = (problem: string | undefined, value: unknown): Checked => (problem === undefined ? fine(value) : wrong(problem));

const email = z.email().max(longestEmail);
const date = z.iso.date();
const instant = z.iso.datetime({ offset: true });
const fileId = z.guid();
const kelurahan = /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/;

/** Checks one answer that is not blank, by the type and the limits of its field. Never throws. */
export function checkAnswer(field: SimpleField, value: unknown, context: CheckContext): Checked {
  const text = formText[context.language ?? 'id'];
  switch (field.type) {
    case 'text':
    case 'longText':
      return checkText(field, value, context);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? unless(range(field, value, context), value) : wrong(text.notNumber);
    case 'money':
      return Number.isSafeInteger(value) ? unless(range(field, Number(value), context), value) : wrong(text.notRupiah);
    case 'date':
      return checkDate(field, value, context);
    case 'dateTime':
      return instant.safeParse(value).success && /^20\d\d-/.test(String(value)) ? fine(value) : wrong(text.notDateTime);
    case 'choice':
      return field.options.some((option) => option.value === value) ? fine(value) : wrong(text.unknownOption);
    case 'multiChoice':
      return checkChoices(field, value, context);
    case 'yesNo':
      return typeof value === 'boolean' ? fine(value) : wrong(text.answerYesOrNo(field.label));
    case 'nik': {
      const nik = typeof value === 'string' ? value.trim() : '';
      return isNik(nik) ? fine(nik) : wrong(text.notNik);
    }
    case 'phone': {
      const phone = typeof value === 'string' ? parsePhone(value) : undefined;
      return phone === undefined ? wrong(text.notPhone) : fine(phone);
    }
    case 'email': {
      const address = typeof value === 'string' ? value.trim() : '';
      return email.safeParse(address).success ? fine(address) : wrong(text.notEmail);
    }
    case 'area':
      return isArea(field, value, context.areas) ? fine(value) : wrong(text.notArea);
    case 'file':
    case 'image':
      return checkFiles(field, value, context);
    case 'statement':
      return value === true ? fine(value) : wrong(text.agree);
  }
}

function checkText(field: FieldOf<'text' | 'longText'>, value: unknown, { language = 'id' }: CheckContext): Checked {
  const text = formText[language];
  if (typeof value !== 'string') return wrong(text.notText);
  const kept = normaliseText(value);
  const problem = textProblem(kept, field.type === 'text' ? 'one' : 'many');
  if (problem) return wrong(text[problem]);
  const length = lengthOf(kept);
  if (length < field.minLength) return wrong(text.tooShort(field.minLength));
  if (length > field.maxLength) return wrong(text.tooLong(field.maxLength, length));
  const pattern = field.type === 'text' ? field.pattern : undefined;
  return pattern && !new RegExp(`^(?:${pattern.regex})$`, 'u').test(kept) ? wrong(pattern.message) : fine(kept);
}

function range(
  { min, max }: { min?: number | undefined; max?: number | undefined },
  value: number,
  { language = 'id' }: CheckContext,
): string | undefined {
  if (min !== undefined && value < min) return formText[language].atLeast(min);
  return max !== undefined && value > max ? formText[language].atMost(max) : undefined;
}

function checkDate(field: FieldOf<'date'>, value: unknown, { today, language = 'id' }: CheckContext): Checked {
  const text = formText[language];
  const parsed = date.safeParse(value);
  if (!parsed.success) return wrong(text.notDate);
  const earliest = field.earliest === 'today' ? today : field.earliest;
  const latest = field.latest === 'today' ? today : field.latest;
  if (earliest !== undefined && parsed.data < earliest) return wrong(text.notBefore(earliest));
  return latest !== undefined && parsed.data > latest ? wrong(text.notAfter(latest)) : fine(parsed.data);
}

function checkChoices(field: FieldOf<'multiChoice'>, value: unknown, { language = 'id' }: CheckContext): Checked {
  const text = formText[language];
  const known = new Set<unknown>(field.options.map((option) => option.value));
  if (!Array.isArray(value) || !value.every((choice) => known.has(choice))) return wrong(text.unknownOption);
  return new Set(value).size === value.length ? fine(value) : wrong(text.repeatedOption);
}

function isArea(field: FieldOf<'area'>, value: unknown, areas: CheckContext['areas']): boolean {
  if (typeof value !== 'string' || !kelurahan.test(value) || !value.startsWith(`${field.within}.`)) return false;
  return areas === undefined || areas.has(value);
}

/** One id or a list of them is taken; kept as one id where the field allows one file, as a list where it allows more. */
function checkFiles(field: FieldOf<'file' | 'image'>, value: unknown, { files, language = 'id' }: CheckContext): Checked {
  const text = formText[language];
  const parsed = z.array(fileId).safeParse(Array.isArray(value) ? value : [value]);
  if (!parsed.success) return wrong(text.notFile);
  const ids = parsed.data.map((id) => id.toLowerCase());
  if (ids.length > field.maxFiles) return wrong(text.tooManyFiles(field.maxFiles));
  if (new Set(ids).size < ids.length) return wrong(text.repeatedFile);
  for (const id of files ? ids : []) {
    const file = files && Object.hasOwn(files, id) ? files[id] : undefined;
    if (!file) return wrong(text.fileUnknown);
    if (!field.accept.some((mime) => mime === file.mime)) return wrong(text.fileType(field.accept));
    if (file.size > field.maxBytes) return wrong(text.fileTooLarge(field.maxBytes));
  }
  return fine(field.maxFiles === 1 ? ids[0] : ids);
}
