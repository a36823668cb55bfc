import type { Language } from './language';

interface AccountText {
  tooMany: (seconds: number) => string;
  tooSoon: (seconds: number) => string;
  codeWrong: string;
  credentialsWrong: string;
  phone: string;
  smsOff: string;
}

const id: AccountText = {
  tooMany: (seconds) => `Terlalu banyak percobaan. Coba lagi ${waitInIndonesian(seconds)}.`,
  tooSoon: (seconds) => `Kode baru dapat diminta ${waitInIndonesian(seconds)}.`,
  codeWrong: 'Kode tidak cocok atau sudah tidak berlaku. Periksa SMS terakhir, atau minta kode baru.',
  credentialsWrong: 'Nomor HP atau kata sandi tidak cocok.',
  phone: 'Tulis nomor ponsel Indonesia, mis. 0812 3456 7890. Nomor telepon rumah atau kantor tidak dapat menerima SMS.',
  smsOff: 'SMS belum dapat dikirim dari sini, jadi pendaftaran belum dapat dilakukan. Silakan hubungi kantor.',
};

const en: AccountText = {
  tooMany: (seconds) => `Too many tries. Try again ${waitInEnglish(seconds)}.`,
  tooSoon: (seconds) => `A new code can be asked for ${waitInEnglish(seconds)}.`,
  codeWrong: 'The code does not match or is no longer valid. Look at the last SMS, or ask for a new code.',
  credentialsWrong: 'The phone number or the password does not match.',
  phone: 'Give an Indonesian mobile number, e.g. 0812 3456 7890. A fixed line cannot receive the SMS.',
  smsOff: 'No SMS can be sent from here yet, so registering is not possible. Please contact the office.',
};

function waitInIndonesian(seconds: number): string {
  return seconds < 90 ? `${seconds} detik lagi` : `${Math.ceil(seconds / 60)} menit lagi`;
}

function waitInEnglish(seconds: number): string {
  return seconds < 90 ? `in ${seconds} seconds` : `in ${Math.ceil(seconds / 60)} minutes`;
}

/** Sentences of accounts: codes, log-in, limits. */
export const accountText: Record<Language, AccountText> = { id, en };
