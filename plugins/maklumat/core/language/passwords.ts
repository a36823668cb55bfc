import type { Language } from './language';

interface PasswordText {
  tooShort: (least: number) => string;
  tooLong: (most: number) => string;
  breached: string;
  hasPhone: string;
  hasName: string;
  guessable: string;
  unreadable: string;
  same: string;
  presentWrong: string;
}

/** Why a password cannot be used, each with what to do instead. */
export const passwordText: Record<Language, PasswordText> = {
  id: {
    tooShort: (least) => `Pakai paling sedikit ${least} karakter. Beberapa kata yang tidak berhubungan mudah diingat dan sulit ditebak.`,
    tooLong: (most) => `Kata sandi terlalu panjang: paling banyak ${most} huruf atau angka (huruf beraksen dan emoji dihitung lebih).`,
    breached: 'Kata sandi ini ada dalam daftar kata sandi yang sudah bocor. Pilih yang lain.',
    hasPhone: 'Kata sandi tidak boleh memuat nomor HP Anda.',
    hasName: 'Kata sandi tidak boleh memuat nama Anda.',
    guessable:
      'Kata sandi ini mudah ditebak: berisi kata umum, tanggal, urutan, atau pengulangan. Tambahkan kata lain yang tidak berhubungan.',
    unreadable: 'Kata sandi memuat karakter yang tidak dapat diketik ulang. Pakai huruf, angka, tanda baca, dan spasi.',
    same: 'Kata sandi baru harus berbeda dari yang sekarang.',
    presentWrong: 'Kata sandi yang sekarang tidak cocok.',
  },
  en: {
    tooShort: (least) => `Use at least ${least} characters. A few unrelated words are easy to remember and hard to guess.`,
    tooLong: (most) => `The password is too long: at most ${most} letters or digits (accented letters and emoji count for more).`,
    breached: 'This password is on a list of passwords that have leaked. Choose another.',
    hasPhone: 'The password must not contain your phone number.',
    hasName: 'The password must not contain your name.',
    guessable: 'This password is easy to guess: it is made of common words, dates, sequences or repetitions. Add other, unrelated words.',
    unreadable: 'The password contains characters that cannot be typed again. Use letters, digits, punctuation and spaces.',
    same: 'The new password must differ from the present one.',
    presentWrong: 'The present password does not match.',
  },
};
