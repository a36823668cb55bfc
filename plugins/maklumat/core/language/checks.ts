import type { Language } from './language';

interface ChecksText {
  because: Record<'matched' | 'mismatch' | 'registry-off' | 'registry-down' | 'officer', string>;
  birthDateDiffers: string;
  notFound: string;
  decided: string;
  corrected: string;
  refused: { subject: string; mail: (reason: string) => string; sms: string };
}

const id: ChecksText = {
  because: {
    matched: 'Cocok dengan data kependudukan (SIAK).',
    mismatch: 'Tidak cocok dengan data kependudukan (SIAK).',
    'registry-off': 'Pemeriksaan ke data kependudukan (SIAK) belum diatur.',
    'registry-down': 'Data kependudukan (SIAK) tidak menjawab ketika diperiksa.',
    officer: 'Diperiksa petugas.',
  },
  birthDateDiffers: 'Tanggal lahir yang diisi berbeda dengan yang tersirat pada NIK. NIK tidak pernah diganti, jadi periksa eKTP atau KK.',
  notFound: 'Pendaftar ini tidak ditemukan.',
  decided: 'Data pendaftar ini sudah diperiksa.',
  corrected: 'Pendaftar baru saja mengubah datanya. Periksa data yang terbaru, lalu putuskan.',
  refused: {
    subject: 'Data akun Anda belum dapat dipastikan',
    mail: (reason) =>
      `Petugas belum dapat memastikan data akun Anda.\n\nAlasannya: ${reason}\n\nMasuk ke akun Anda untuk memperbaikinya, atau datang ke kantor dengan membawa eKTP.`,
    sms: 'Data akun Anda belum dapat dipastikan petugas. Masuk ke akun Anda untuk membaca alasannya dan memperbaikinya.',
  },
};

const en: ChecksText = {
  because: {
    matched: 'It agrees with the population registry (SIAK).',
    mismatch: 'It does not agree with the population registry (SIAK).',
    'registry-off': 'Asking the population registry (SIAK) has not been set up.',
    'registry-down': 'The population registry (SIAK) did not answer when it was asked.',
    officer: 'An officer checked it.',
  },
  birthDateDiffers: 'The date of birth differs from the one within the NIK. A NIK is never changed, so look at the eKTP or family card.',
  notFound: 'This applicant was not found.',
  decided: 'This applicant’s data has been checked already.',
  corrected: 'The applicant has just corrected the data. Check the newest data, then decide.',
  refused: {
    subject: 'The data of your account could not be verified',
    mail: (reason) =>
      `An officer could not verify the data of your account.\n\nThe reason: ${reason}\n\nLog in to correct it, or visit the office and bring your eKTP.`,
    sms: 'An officer could not verify the data of your account. Log in to read the reason and correct it.',
  },
};

/** Sentences of checking by hand who an applicant is. */
export const checksText: Record<Language, ChecksText> = { id, en };
