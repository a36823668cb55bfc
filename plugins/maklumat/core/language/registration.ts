import type { Language } from './language';

interface RegistrationText {
  gone: string;
  notNow: string;
  consentChanged: string;
  consentMissing: string;
  nikOnlyForCity: string;
  nikMissing: string;
  nikShape: string;
  nikTaken: string;
  phoneTaken: string;
  birthDateDiffers: string;
}

const id: RegistrationText = {
  gone: 'Pendaftaran ini tidak ditemukan atau sudah lewat 24 jam. Mulai lagi dari awal.',
  notNow: 'Langkah ini belum atau sudah tidak dapat dikerjakan pada pendaftaran ini.',
  consentChanged: 'Naskah persetujuan sudah berganti. Baca dan setujui naskah yang baru.',
  consentMissing: 'Naskah persetujuan belum disiapkan, jadi pendaftaran belum dapat dilakukan. Silakan hubungi kantor.',
  nikOnlyForCity: 'NIK hanya diminta dari warga kota.',
  nikMissing: 'Isi NIK.',
  nikShape: 'NIK terdiri atas 16 angka, seperti pada eKTP atau KK.',
  nikTaken: 'NIK ini sudah dipakai akun lain. Bila itu bukan Anda, hubungi kantor dengan membawa eKTP.',
  phoneTaken: 'Nomor ini baru saja terdaftar. Silakan masuk dengan nomor HP dan kata sandi Anda.',
  birthDateDiffers: 'Tanggal lahir berbeda dengan yang tersirat pada NIK. Periksa lagi; bila memang begitu pada eKTP Anda, lanjutkan saja.',
};

const en: RegistrationText = {
  gone: 'This registration was not found or is older than 24 hours. Begin again.',
  notNow: 'This step cannot be done at this point of the registration.',
  consentChanged: 'The consent has new words. Read and agree to the new ones.',
  consentMissing: 'The consent has not been prepared yet, so registering is not possible. Please contact the office.',
  nikOnlyForCity: 'Only residents of the city give a NIK.',
  nikMissing: 'Give the NIK.',
  nikShape: 'A NIK has 16 digits, as on the eKTP or family card.',
  nikTaken: 'Another account uses this NIK. If that is not you, contact the office and bring your eKTP.',
  phoneTaken: 'This number has just been registered. Please log in with your number and password.',
  birthDateDiffers: 'The date of birth differs from the one within the NIK. Check it; if your eKTP says so, just go on.',
};

/** Sentences of registering an account. */
export const registrationText: Record<Language, RegistrationText> = { id, en };
