import type { Language } from './language';

/** What is said about a part of a definition that does not have the shape that was asked for. */
interface MisfitText {
  missing: (name: string) => string;
  unknown: (name: string) => string;
  type: (name: string) => string;
  oneOf: (values: readonly string[]) => string;
  pattern: Record<'slug' | 'fieldKey' | 'ruleKey', string>;
  /** The types of JSON as the schemas name them, in words. */
  types: Partial<Record<string, string>>;
}

export const misfitText: Record<Language, MisfitText> = {
  id: {
    missing: (name) => `“${name}” wajib ada di sini.`,
    unknown: (name) => `“${name}” tidak dikenal di sini. Periksa ejaannya, atau hapus.`,
    type: (name) => `Isinya harus ${name}.`,
    oneOf: (values) => (values.length === 1 ? `Isinya harus ${values.join('')}.` : `Isinya harus salah satu dari: ${values.join(', ')}.`),
    pattern: {
      slug: 'Pakai huruf kecil, angka, dan tanda hubung, mis. periksa-berkas.',
      fieldKey: 'Mulai dengan huruf kecil, lalu huruf dan angka tanpa spasi, mis. namaPemohon.',
      ruleKey: 'Mulai dengan huruf kecil, lalu huruf kecil, angka, dan tanda hubung, mis. rute-umum.',
    },
    types: {
      string: 'teks di antara tanda kutip',
      number: 'angka',
      int: 'bilangan bulat',
      boolean: 'true atau false',
      array: 'daftar di antara [ dan ]',
      object: 'isi di antara { dan }',
      record: 'isi di antara { dan }',
    },
  },
  en: {
    missing: (name) => `“${name}” is required here.`,
    unknown: (name) => `“${name}” is not known here. Check its spelling, or delete it.`,
    type: (name) => `This must be ${name}.`,
    oneOf: (values) => (values.length === 1 ? `This must be ${values.join('')}.` : `This must be one of: ${values.join(', ')}.`),
    pattern: {
      slug: 'Use lower-case letters, digits and hyphens, e.g. check-file.',
      fieldKey: 'Begin with a lower-case letter, then letters and digits without spaces, e.g. applicantName.',
      ruleKey: 'Begin with a lower-case letter, then lower-case letters, digits and hyphens, e.g. common-route.',
    },
    types: {
      string: 'text between quotation marks',
      number: 'a number',
      int: 'a whole number',
      boolean: 'true or false',
      array: 'a list between [ and ]',
      object: 'content between { and }',
      record: 'content between { and }',
    },
  },
};
