import type { Language } from './language';

interface ProfileText {
  /** Labels of a person's data, as sentences name them. */
  label: Record<'name' | 'birthDate' | 'address' | 'email', string>;
  phoneSame: string;
  phoneChangeGone: string;
  /** SMS to the number that was the account's until now; the other one masked. */
  phoneChanged: (number: string) => string;
}

/** What is said about the data of a person. */
export const profileText: Record<Language, ProfileText> = {
  id: {
    label: { name: 'Nama', birthDate: 'Tanggal lahir', address: 'Alamat', email: 'Surel' },
    phoneSame: 'Ini nomor Anda yang sekarang. Tulis nomor yang baru.',
    phoneChangeGone: 'Penggantian nomor ini tidak ditemukan. Mulai lagi dari awal.',
    phoneChanged: (number) => `Nomor HP akun Anda diganti menjadi ${number}. Bila bukan Anda yang menggantinya, segera hubungi kantor.`,
  },
  en: {
    label: { name: 'Name', birthDate: 'Date of birth', address: 'Address', email: 'E-mail' },
    phoneSame: 'This is your present number. Give the new one.',
    phoneChangeGone: 'This change of number was not found. Begin again.',
    phoneChanged: (number) => `The phone number of your account was changed to ${number}. If it was not you, contact the office at once.`,
  },
};
