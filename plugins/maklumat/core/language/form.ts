import { formatDate } from './calendar';
import type { Language } from './language';

interface FormText {
  unknown: string;
  hidden: string;
  required: (label: string) => string;
  pick: (label: string) => string;
  answerYesOrNo: (label: string) => string;
  upload: (label: string) => string;
  agree: string;
  notText: string;
  markup: string;
  unreadable: string;
  oneLine: string;
  tooShort: (least: number) => string;
  tooLong: (most: number, length: number) => string;
  notNumber: string;
  notRupiah: string;
  atLeast: (least: number) => string;
  atMost: (most: number) => string;
  notDate: string;
  notBefore: (date: string) => string;
  notAfter: (date: string) => string;
  notDateTime: string;
  unknownOption: string;
  repeatedOption: string;
  notNik: string;
  notPhone: string;
  notEmail: string;
  notArea: string;
  notFile: string;
  fileUnknown: string;
  fileType: (accepted: readonly string[]) => string;
  fileTooLarge: (bytes: number) => string;
  tooManyFiles: (most: number) => string;
  repeatedFile: string;
  notGroup: string;
  tooFewItems: (least: number) => string;
  tooManyItems: (most: number) => string;
}

const fileNames: Record<string, string> = { 'application/pdf': 'PDF', 'image/jpeg': 'JPG', 'image/png': 'PNG', 'audio/mpeg': 'MP3' };
const names = (mimes: readonly string[], or: string): string => {
  const all = mimes.map((mime) => fileNames[mime] ?? mime);
  const last = all.at(-1) ?? '';
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} ${or} ${last}`;
};

/** "5 MB", "200 KB", "2,5 MB": 1 MB is 1,048,576 bytes; one decimal at most. */
function size(bytes: number, language: Language): string {
  const [amount, unit] = bytes >= 1_048_576 ? [bytes / 1_048_576, 'MB'] : [bytes / 1_024, 'KB'];
  const rounded = String(Math.round(amount * 10) / 10);
  return `${language === 'id' ? rounded.replace('.', ',') : rounded} ${unit}`;
}

const grouped = (value: number, language: Language): string => {
  const [whole = '', fraction] = String(value).split('.');
  const separators = language === 'id' ? { thousands: '.', decimal: ',' } : { thousands: ',', decimal: '.' };
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, separators.thousands);
  return fraction === undefined ? thousands : `${thousands}${separators.decimal}${fraction}`;
};

/** What a form says about an answer, at the field and in the summary of errors. Labels are the content's own words. */
export const formText: Record<Language, FormText> = {
  id: {
    unknown: 'Isian tidak dikenal.',
    hidden: 'Isian ini tidak berlaku untuk jawaban Anda yang lain; kosongkan.',
    required: (label) => `${label} wajib diisi.`,
    pick: (label) => `Pilih jawaban untuk “${label}”.`,
    answerYesOrNo: (label) => `Pilih Ya atau Tidak untuk “${label}”.`,
    upload: (label) => `Unggah ${label}.`,
    agree: 'Pernyataan ini perlu Anda setujui.',
    notText: 'Isi dengan teks.',
    markup: 'Teks tidak boleh memuat kode HTML. Hapus tanda “<” yang langsung diikuti huruf, “/”, “!”, atau “?”.',
    unreadable: 'Teks memuat karakter yang tidak dapat dibaca. Ketik ulang bagian itu.',
    oneLine: 'Tulis dalam satu baris.',
    tooShort: (least) => `Tulis paling sedikit ${grouped(least, 'id')} karakter.`,
    tooLong: (most, length) => `Tulis paling banyak ${grouped(most, 'id')} karakter; sekarang ${grouped(length, 'id')}.`,
    notNumber: 'Isi dengan angka.',
    notRupiah: 'Isi dengan angka rupiah tanpa sen.',
    atLeast: (least) => `Isi paling kecil ${grouped(least, 'id')}.`,
    atMost: (most) => `Isi paling besar ${grouped(most, 'id')}.`,
    notDate: 'Isi dengan tanggal yang ada di kalender, bentuknya TTTT-BB-HH, mis. 2026-01-31.',
    notBefore: (date) => `Tanggal paling awal ${formatDate(date, 'id')}.`,
    notAfter: (date) => `Tanggal paling akhir ${formatDate(date, 'id')}.`,
    notDateTime: 'Isi dengan tanggal, jam, dan selisih zona, mis. 2026-01-31T09:00:00+07:00.',
    unknownOption: 'Pilih salah satu jawaban yang tersedia.',
    repeatedOption: 'Pilih setiap jawaban satu kali saja.',
    notNik: 'NIK terdiri atas 16 angka, sesuai KTP-el Anda. Periksa kembali.',
    notPhone: 'Isi dengan nomor telepon Indonesia, mis. 0812 3456 7890 atau (0335) 123456.',
    notEmail: 'Isi dengan alamat surel yang lengkap, mis. nama@contoh.id.',
    notArea: 'Pilih kelurahan yang tersedia.',
    notFile: 'Unggah berkasnya dahulu; jawabannya nomor berkas.',
    fileUnknown: 'Berkas tidak ditemukan. Unggah sekali lagi.',
    fileType: (accepted) => `Berkas harus berjenis ${names(accepted, 'atau')}.`,
    fileTooLarge: (bytes) => `Berkas paling besar ${size(bytes, 'id')}.`,
    tooManyFiles: (most) => `Unggah paling banyak ${most} berkas.`,
    repeatedFile: 'Berkas yang sama terunggah dua kali.',
    notGroup: 'Isi dengan daftar isian.',
    tooFewItems: (least) => `Isi paling sedikit ${least} baris.`,
    tooManyItems: (most) => `Isi paling banyak ${most} baris.`,
  },
  en: {
    unknown: 'Unknown field.',
    hidden: 'This field does not apply to your other answers; leave it empty.',
    required: (label) => `${label} is required.`,
    pick: (label) => `Choose an answer for “${label}”.`,
    answerYesOrNo: (label) => `Choose Yes or No for “${label}”.`,
    upload: (label) => `Upload ${label}.`,
    agree: 'You need to agree to this statement.',
    notText: 'Enter text.',
    markup: 'Text must not contain HTML. Remove any “<” directly followed by a letter, “/”, “!” or “?”.',
    unreadable: 'The text contains characters that cannot be read. Type that part again.',
    oneLine: 'Write on one line.',
    tooShort: (least) => `Write at least ${grouped(least, 'en')} characters.`,
    tooLong: (most, length) => `Write at most ${grouped(most, 'en')} characters; there are ${grouped(length, 'en')} now.`,
    notNumber: 'Enter a number.',
    notRupiah: 'Enter whole rupiah.',
    atLeast: (least) => `Enter ${grouped(least, 'en')} or more.`,
    atMost: (most) => `Enter ${grouped(most, 'en')} or less.`,
    notDate: 'Enter a real date as YYYY-MM-DD, e.g. 2026-01-31.',
    notBefore: (date) => `The earliest date is ${formatDate(date, 'en')}.`,
    notAfter: (date) => `The latest date is ${formatDate(date, 'en')}.`,
    notDateTime: 'Enter a date, time and zone offset, e.g. 2026-01-31T09:00:00+07:00.',
    unknownOption: 'Choose one of the answers offered.',
    repeatedOption: 'Choose each answer only once.',
    notNik: 'A NIK has 16 digits, as on your KTP-el. Check it again.',
    notPhone: 'Enter an Indonesian telephone number, e.g. 0812 3456 7890 or (0335) 123456.',
    notEmail: 'Enter a complete e-mail address, e.g. name@example.id.',
    notArea: 'Choose one of the kelurahan offered.',
    notFile: 'Upload the file first; the answer is its id.',
    fileUnknown: 'The file was not found. Upload it again.',
    fileType: (accepted) => `The file must be ${names(accepted, 'or')}.`,
    fileTooLarge: (bytes) => `The file may have ${size(bytes, 'en')} at most.`,
    tooManyFiles: (most) => `Upload ${most} ${most === 1 ? 'file' : 'files'} at most.`,
    repeatedFile: 'The same file was uploaded twice.',
    notGroup: 'Enter a list of items.',
    tooFewItems: (least) => `Fill in at least ${least} ${least === 1 ? 'item' : 'items'}.`,
    tooManyItems: (most) => `Fill in at most ${most} ${most === 1 ? 'item' : 'items'}.`,
  },
};
