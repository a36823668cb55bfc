import type { Language } from './language';
import { isLanguage } from './language';

interface ServerText {
  malformedBody: string;
  invalidRequest: string;
  unknownProperty: string;
  bodyTooLarge: string;
  notFound: string;
  methodNotAllowed: string;
  unauthorized: string;
  forbidden: string;
  internal: string;
  unavailable: (part: string) => string;
  part: Record<'database' | 'jobs' | 'storage', string>;
  agencyNotFound: (slug: string) => string;
  serviceNotFound: (slug: string) => string;
  versionNotFound: (slug: string, version: number) => string;
  notOperable: (service: string) => string;
  caseNotFound: string;
  documentNotFound: string;
  documentUnknown: string;
  invalidAnswers: string;
  notEligible: string;
  noRoute: string;
  receivedInFuture: string;
  receivedTooEarly: string;
  notIntake: string;
  noColleague: string;
  staleSequence: (sequence: number) => string;
  idempotencyConflict: string;
  attachmentUnknown: string;
  file: { missing: string; tooLarge: string; type: string; many: string };
  free: string;
  taken: string;
  noSlot: string;
  rateUnset: string;
  rateMissing: (keys: readonly string[]) => string;
  secretGone: string;
  calendarChange: {
    holiday: (name: string, date: string) => string;
    calendar: (name: string) => string;
    unnamed: string;
    added: string;
    changed: string;
    removed: string;
  };
}

/** Sentences of the server that belong to no case: refusals of the REST layer, uploads, health. */
export const serverText: Record<Language, ServerText> = {
  id: {
    malformedBody: 'Isi permintaan bukan JSON yang benar.',
    invalidRequest: 'Permintaan tidak sesuai kontrak.',
    unknownProperty: 'Isian tidak dikenal',
    bodyTooLarge: 'Isi permintaan terlalu besar.',
    notFound: 'Alamat ini tidak ada.',
    methodNotAllowed: 'Cara akses ini tidak tersedia pada alamat tersebut.',
    unauthorized: 'Anda belum masuk, atau sesi Anda sudah berakhir.',
    forbidden: 'Anda tidak berwenang melakukan ini.',
    internal: 'Terjadi kesalahan pada sistem. Tidak ada data yang tersimpan setengah; silakan coba lagi.',
    unavailable: (part) => `Bagian yang tidak menjawab: ${part}.`,
    part: { database: 'basis data', jobs: 'antrean kerja', storage: 'penyimpanan berkas' },
    agencyNotFound: (slug) => `Perangkat daerah "${slug}" tidak ditemukan.`,
    serviceNotFound: (slug) => `Layanan "${slug}" tidak ditemukan atau belum berlaku.`,
    versionNotFound: (slug, version) => `Layanan "${slug}" tidak memiliki versi ${version}.`,
    notOperable: (service) =>
      `Permohonan untuk "${service}" belum dapat diajukan di sini; silakan datang ke kantor atau hubungi saluran pengaduannya.`,
    caseNotFound: 'Permohonan tidak ditemukan. Periksa nomor pendaftaran dan kode lacaknya.',
    documentNotFound: 'Dokumen tidak ditemukan.',
    documentUnknown: 'Tidak ada surat dengan kode ini yang diterbitkan di sini. Periksa kembali kodenya.',
    invalidAnswers: 'Beberapa isian belum benar. Perbaiki isian yang ditandai.',
    notEligible: 'Permohonan ini tidak memenuhi syarat layanan.',
    noRoute: 'Aturan layanan tidak menentukan tujuan permohonan ini.',
    receivedInFuture: 'Saat diterima tidak boleh di masa depan.',
    receivedTooEarly: 'Saat diterima lebih awal daripada berlakunya layanan ini.',
    notIntake: 'Jabatan Anda tidak bertugas mendaftarkan permohonan layanan ini di loket.',
    noColleague: 'Petugas itu tidak memegang jabatan pada layanan ini.',
    staleSequence: (sequence) => `Permohonan ini sudah berubah (kejadian ke-${sequence}). Muat ulang, lalu periksa lagi sebelum bertindak.`,
    idempotencyConflict: 'Idempotency-Key ini sudah dipakai untuk isi yang lain.',
    attachmentUnknown: 'Berkas tidak ditemukan atau sudah dipakai permohonan lain. Unggah ulang berkasnya.',
    file: {
      missing: 'Tidak ada berkas yang diunggah (bagian "file").',
      tooLarge: 'Berkas lebih besar dari 5 MB.',
      type: 'Isi berkas bukan PDF, JPG, PNG, atau MP3.',
      many: 'Unggah satu berkas setiap kali.',
    },
    free: 'Tidak dipungut biaya.',
    taken: 'Sudah dipakai permohonan lain. Pilih yang lain.',
    noSlot: 'Isi waktu mulainya.',
    rateUnset: 'Tarif belum ditetapkan dalam daftar tarif; biaya diberitahukan sesudah tarif ditetapkan.',
    rateMissing: (keys) => `Tarif belum ditetapkan dalam daftar tarif: ${keys.join(', ')}. Isi daftar tarif, lalu terbitkan tagihan.`,
    secretGone: 'Sudah pernah dibuka atau sudah tidak berlaku. Hubungi petugas bila Anda belum menerimanya.',
    calendarChange: {
      holiday: (name, date) => `Hari libur "${name}" (${date})`,
      calendar: (name) => `Kalender kerja "${name}"`,
      unnamed: 'Kalender kerja kantor diubah.',
      added: 'ditambahkan',
      changed: 'diubah',
      removed: 'dihapus',
    },
  },
  en: {
    malformedBody: 'The request body is not valid JSON.',
    invalidRequest: 'The request does not follow the contract.',
    unknownProperty: 'Unknown property',
    bodyTooLarge: 'The request body is too large.',
    notFound: 'There is nothing at this address.',
    methodNotAllowed: 'This method is not available at this address.',
    unauthorized: 'You are not logged in, or your session has ended.',
    forbidden: 'You are not allowed to do this.',
    internal: 'Something went wrong on our side. Nothing was half-saved; please try again.',
    unavailable: (part) => `Not answering: ${part}.`,
    part: { database: 'database', jobs: 'job queue', storage: 'file storage' },
    agencyNotFound: (slug) => `Agency “${slug}” was not found.`,
    serviceNotFound: (slug) => `Service “${slug}” was not found or is not in force yet.`,
    versionNotFound: (slug, version) => `Service “${slug}” has no version ${version}.`,
    notOperable: (service) => `Requests for “${service}” cannot be made here yet; please visit the office or use its complaint channels.`,
    caseNotFound: 'The request was not found. Check the registration number and the tracking code.',
    documentNotFound: 'The document was not found.',
    documentUnknown: 'No letter with this code was issued here. Check the code again.',
    invalidAnswers: 'Some answers are not right yet. Correct the ones that are marked.',
    notEligible: 'This request does not meet the requirements of the service.',
    noRoute: 'The rules of the service do not say where this request goes.',
    receivedInFuture: 'The time of receipt cannot lie in the future.',
    receivedTooEarly: 'The time of receipt is earlier than this service came into force.',
    notIntake: 'Your position does not register requests for this service at the counter.',
    noColleague: 'That officer holds no position in this service.',
    staleSequence: (sequence) => `This request has changed (event ${sequence}). Reload and look again before acting.`,
    idempotencyConflict: 'This Idempotency-Key was used with another body.',
    attachmentUnknown: 'The file was not found or belongs to another request. Upload it again.',
    file: {
      missing: 'No file was uploaded (part “file”).',
      tooLarge: 'The file is larger than 5 MB.',
      type: 'The content of the file is not PDF, JPG, PNG or MP3.',
      many: 'Upload one file at a time.',
    },
    free: 'Free of charge.',
    taken: 'Already used by another request. Choose another.',
    noSlot: 'Give the time it starts.',
    rateUnset: 'The rate is not set in the rate table yet; the fee will be told once it is.',
    rateMissing: (keys) => `These rates are not set in the rate table: ${keys.join(', ')}. Set them, then issue the invoice.`,
    secretGone: 'It was opened before or is no longer valid. Ask the officer if you did not receive it.',
    calendarChange: {
      holiday: (name, date) => `The holiday “${name}” (${date})`,
      calendar: (name) => `The office calendar “${name}”`,
      unnamed: 'The office calendar was changed.',
      added: 'was added',
      changed: 'was changed',
      removed: 'was removed',
    },
  },
};

/** The language a client asks for by `Accept-Language`; Indonesian unless English comes first. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const first = acceptLanguage?.split(',')[0]?.trim().slice(0, 2).toLowerCase();
  return first !== undefined && isLanguage(first) ? first : 'id';
}
