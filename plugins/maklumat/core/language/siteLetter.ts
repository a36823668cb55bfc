import type { Language } from './language';

const id = {
  title: 'Periksa keaslian surat',
  lead: 'Isi kode dokumen yang tercetak di bawah surat. Kami menjawab apakah surat itu diterbitkan di sini, dan untuk permohonan yang mana.',
  code: 'Kode dokumen',
  hint: 'Empat kelompok berisi lima huruf atau angka; huruf kecil dan spasi tidak mengapa',
  button: 'Periksa surat',
  problem: {
    empty: 'Isi kode dokumen yang tercetak di bawah surat.',
    length: (typed: number, right: number) => `Kode dokumen terdiri atas ${right} huruf dan angka. Yang Anda isi ada ${typed}.`,
    silent: {
      title: 'Surat belum dapat diperiksa',
      body: 'Server tidak menjawab. Kode Anda masih ada di bawah; tekan tombol sekali lagi.',
    },
  },
  issued: {
    title: 'Surat ini diterbitkan di sini',
    document: 'Surat',
    service: 'Layanan',
    agency: 'Kantor',
    number: 'Nomor pendaftaran',
    date: 'Diterbitkan',
    compare:
      'Cocokkan keterangan ini dengan surat yang Anda pegang. Bila ada yang berbeda, tanyakan dahulu kepada kantor tersebut sebelum surat itu dipakai.',
    contents: 'Isi surat tidak ditampilkan, demi orang yang disebut di dalamnya.',
    again: 'Periksa surat lain',
  },
  unknown: {
    title: 'Kode ini tidak kami kenal',
    lead: 'Tidak ada surat dengan kode ini yang diterbitkan di sini. Itu belum berarti suratnya palsu.',
    advice: [
      'Bandingkan kode di atas dengan yang tercetak, huruf demi huruf. Angka 0 dan huruf O dibaca sama; begitu juga angka 1, huruf I, dan huruf L.',
      'Bila kodenya sudah tepat, tanyakan surat itu kepada kantor yang tertulis pada kepalanya sebelum dipakai.',
      'Surat yang dibuat di luar situs ini tidak memiliki kode dan tidak dapat diperiksa di sini.',
    ],
    offices: 'Alamat dan saluran pengaduan kantor ada pada halaman layanannya',
    again: 'Periksa lagi',
  },
  elsewhere: {
    title: 'Memegang surat dari kantor?',
    body: 'Kode dokumen di bawah surat menunjukkan apakah surat itu diterbitkan di sini.',
  },
};

type LetterText = typeof id;

const en: LetterText = {
  title: 'Check a letter',
  lead: 'Enter the document code printed at the bottom of the letter. We tell you whether the letter was issued here, and for which request.',
  code: 'Document code',
  hint: 'Four groups of five letters or digits; small letters and spaces are fine',
  button: 'Check the letter',
  problem: {
    empty: 'Enter the document code printed at the bottom of the letter.',
    length: (typed, right) => `A document code has ${right} letters and digits. You entered ${typed}.`,
    silent: {
      title: 'The letter could not be checked yet',
      body: 'The server did not answer. Your code is still below; press the button once more.',
    },
  },
  issued: {
    title: 'This letter was issued here',
    document: 'Letter',
    service: 'Service',
    agency: 'Office',
    number: 'Registration number',
    date: 'Issued',
    compare: 'Compare this with the letter in your hands. If anything differs, ask the office before the letter is used.',
    contents: 'What the letter says is not shown, for the sake of the people named in it.',
    again: 'Check another letter',
  },
  unknown: {
    title: 'We do not know this code',
    lead: 'No letter with this code was issued here. That alone does not make the letter false.',
    advice: [
      'Compare the code above with the printed one, letter by letter. The digit 0 and the letter O are read alike; so are the digit 1, the letter I and the letter L.',
      'If the code is right, ask the office named in the letterhead before the letter is used.',
      'Letters made outside this site have no code and cannot be checked here.',
    ],
    offices: 'Addresses and complaint channels of the offices are on their service pages',
    again: 'Check again',
  },
  elsewhere: {
    title: 'Holding a letter from the office?',
    body: 'The document code at the bottom shows whether the letter was issued here.',
  },
};

/** Texts of the page that says whether a letter was issued here. */
export const letterText: Record<Language, LetterText> = { id, en };
