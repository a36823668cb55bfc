import type { Language } from './language';

export interface DeskFormText {
  form: {
    choose: string;
    yes: string;
    no: string;
    errors: (count: number) => string;
    upload: string;
    uploading: string;
    remove: (name: string) => string;
    limits: (types: string, size: string, files: number) => string;
    tooLarge: (name: string, size: string) => string;
    tooMany: (files: number) => string;
    addItem: (label: string) => string;
    removeItem: (label: string, index: number) => string;
    item: (label: string, index: number) => string;
    suffix: (suffix: string) => string;
    oneTime: string;
  };
  counter: {
    title: string;
    subtitle: string;
    service: string;
    noServices: string;
    receivedAt: string;
    receivedHint: (zone: string) => string;
    receivedMissing: string;
    receivedFuture: string;
    submit: string;
    doneTitle: string;
    doneBody: string;
    number: string;
    code: string;
    codeHint: string;
    answerBy: string;
    estimate: string;
    links: string;
    routedTo: string;
    print: string;
    openCase: string;
    another: string;
  };
}

/** Words around the forms of the desk, and of the registration at the counter. */
export const deskFormText: Record<Language, DeskFormText> = {
  id: {
    form: {
      choose: 'Pilih…',
      yes: 'Ya',
      no: 'Tidak',
      errors: (count) => `Ada ${count} isian yang perlu diperbaiki`,
      upload: 'Pilih berkas',
      uploading: 'Mengunggah…',
      remove: (name) => `Hapus ${name}`,
      limits: (types, size, files) =>
        files > 1 ? `${types}, paling besar ${size} tiap berkas, paling banyak ${files} berkas.` : `${types}, paling besar ${size}.`,
      tooLarge: (name, size) => `${name} lebih besar dari ${size}.`,
      tooMany: (files) => `Paling banyak ${files} berkas.`,
      addItem: (label) => `Tambah ${label}`,
      removeItem: (label, index) => `Hapus ${label} ke-${index}`,
      item: (label, index) => `${label} ke-${index}`,
      suffix: (suffix) => `Ditulis tanpa akhiran ${suffix}`,
      oneTime: 'Hanya dapat dibuka satu kali oleh pemohon, dan tidak dicatat pada riwayat perkara.',
    },
    counter: {
      title: 'Daftarkan permohonan loket',
      subtitle: 'Untuk permohonan yang dibawa langsung, lewat surat, atau telepon. Tenggat dihitung dari saat permohonan diterima.',
      service: 'Layanan',
      noServices: 'Tidak ada layanan yang dapat Anda daftarkan di loket.',
      receivedAt: 'Diterima pada',
      receivedHint: (zone) => `Tanggal dan jam setempat (${zone}), sesuai saat berkas sampai di loket.`,
      receivedMissing: 'Isi tanggal dan jam permohonan diterima.',
      receivedFuture: 'Saat penerimaan tidak boleh di masa depan.',
      submit: 'Daftarkan',
      doneTitle: 'Permohonan terdaftar',
      doneBody: 'Serahkan tanda bukti kepada pemohon sekarang juga: kode lacak hanya ditampilkan sekali.',
      number: 'Nomor pendaftaran',
      code: 'Kode lacak',
      codeHint: 'Dengan nomor dan kode ini pemohon dapat mengikuti permohonannya di situs.',
      answerBy: 'Dijawab paling lambat',
      estimate: 'Perkiraan tenggat',
      links: 'Dibuka sekaligus, dengan kode lacak yang sama',
      routedTo: 'Diteruskan kepada',
      print: 'Cetak tanda bukti',
      openCase: 'Buka perkara',
      another: 'Daftarkan permohonan lain',
    },
  },
  en: {
    form: {
      choose: 'Choose…',
      yes: 'Yes',
      no: 'No',
      errors: (count) => (count === 1 ? '1 answer needs correcting' : `${count} answers need correcting`),
      upload: 'Choose a file',
      uploading: 'Uploading…',
      remove: (name) => `Remove ${name}`,
      limits: (types, size, files) => (files > 1 ? `${types}, up to ${size} each, up to ${files} files.` : `${types}, up to ${size}.`),
      tooLarge: (name, size) => `${name} is larger than ${size}.`,
      tooMany: (files) => `Up to ${files} files.`,
      addItem: (label) => `Add ${label}`,
      removeItem: (label, index) => `Remove ${label} ${index}`,
      item: (label, index) => `${label} ${index}`,
      suffix: (suffix) => `Written without the ending ${suffix}`,
      oneTime: 'Can be opened once by the applicant, and is not kept in the history of the case.',
    },
    counter: {
      title: 'Register a counter request',
      subtitle: 'For requests brought in person, by letter or by telephone. The deadline runs from the time of receipt.',
      service: 'Service',
      noServices: 'There is no service that you may register at the counter.',
      receivedAt: 'Received at',
      receivedHint: (zone) => `Local date and time (${zone}) at which the request reached the counter.`,
      receivedMissing: 'Give the date and time of receipt.',
      receivedFuture: 'The time of receipt cannot lie in the future.',
      submit: 'Register',
      doneTitle: 'Request registered',
      doneBody: 'Hand the receipt to the applicant now: the tracking code is shown only once.',
      number: 'Registration number',
      code: 'Tracking code',
      codeHint: 'With this number and code the applicant can follow the request on the site.',
      answerBy: 'Answered no later than',
      estimate: 'Estimated deadline',
      links: 'Opened at the same time, with the same tracking code',
      routedTo: 'Passed on to',
      print: 'Print the receipt',
      openCase: 'Open the case',
      another: 'Register another request',
    },
  },
};
