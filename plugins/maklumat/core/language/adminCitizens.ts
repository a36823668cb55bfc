import type { Language } from './language';
import { formatCount } from './replay';

interface VerificationText {
  title: string;
  explanation: string;
  recorded: string;
  empty: string;
  waiting: (count: number) => string;
  registeredAt: (instant: string) => string;
  because: string;
  warnings: string;
  nik: string;
  region: string;
  regionUnknown: string;
  birthDate: string;
  address: string;
  verify: (name: string) => string;
  refuse: (name: string) => string;
  verifyShort: string;
  refuseShort: string;
  verifyTitle: string;
  verifyBody: (name: string) => string;
  refuseTitle: (name: string) => string;
  reason: string;
  reasonHint: string;
  reasonMissing: string;
  verified: (name: string) => string;
  refused: (name: string) => string;
  /** Why a decision came too late, by what became of the applicant; the list was loaded again. */
  tooLate: Record<'decided' | 'erased' | 'corrected', string>;
}

/** The page on which an officer checks applicants whom the population registry could not confirm. */
export const verificationText: Record<Language, VerificationText> = {
  id: {
    title: 'Pemeriksaan Pendaftar',
    explanation: 'Pendaftar akun yang datanya belum dapat dipastikan lewat data kependudukan. Yang paling lama menunggu berada di atas.',
    recorded: 'Setiap orang yang tampil di halaman ini tercatat sebagai dibaca oleh Anda, dan orang itu dapat melihat catatannya.',
    empty: 'Tidak ada pendaftar yang menunggu pemeriksaan.',
    waiting: (count) => `${formatCount(count, 'id')} pendaftar menunggu pemeriksaan`,
    registeredAt: (instant) => `Mendaftar ${instant}`,
    because: 'Mengapa diperiksa petugas',
    warnings: 'Yang perlu diperhatikan',
    nik: 'NIK',
    region: 'Wilayah pendaftaran pertama',
    regionUnknown: 'Di luar wilayah kota ini; lihat enam angka pertama NIK',
    birthDate: 'Tanggal lahir',
    address: 'Alamat',
    verify: (name) => `Pastikan data ${name}`,
    refuse: (name) => `Tolak data ${name}`,
    verifyShort: 'Pastikan',
    refuseShort: 'Tolak',
    verifyTitle: 'Pastikan data ini?',
    verifyBody: (name) =>
      `Dengan ini Anda menyatakan sudah mencocokkan data ${name} dengan data kependudukan. Keputusan dicatat atas nama Anda.`,
    refuseTitle: (name) => `Tolak data ${name}`,
    reason: 'Alasan penolakan',
    reasonHint: 'Dibaca oleh pendaftar. Tulis apa yang tidak cocok dan apa yang dapat dilakukannya.',
    reasonMissing: 'Tulis alasannya, paling sedikit 3 huruf.',
    verified: (name) => `Data ${name} sudah dipastikan.`,
    refused: (name) => `Data ${name} ditolak. Pendaftar diberi tahu, dan membaca alasannya di akunnya.`,
    tooLate: {
      decided: 'Pendaftar ini sudah diperiksa orang lain. Daftar dimuat ulang.',
      erased: 'Pendaftar ini sudah menghapus datanya, jadi tidak ada lagi yang diperiksa. Daftar dimuat ulang.',
      corrected: 'Pendaftar ini baru saja mengubah datanya. Daftar dimuat ulang; periksa data yang terbaru, lalu putuskan.',
    },
  },
  en: {
    title: 'Checking Applicants',
    explanation: 'Registered applicants whom the population registry could not confirm. Whoever has waited longest comes first.',
    recorded: 'Everybody shown on this page is recorded as read by you, and can see that record.',
    empty: 'No applicant waits to be checked.',
    waiting: (count) => `${formatCount(count, 'en')} ${count === 1 ? 'applicant waits' : 'applicants wait'} to be checked`,
    registeredAt: (instant) => `Registered ${instant}`,
    because: 'Why an officer checks',
    warnings: 'To be noted',
    nik: 'NIK',
    region: 'Region of first registration',
    regionUnknown: 'Outside of this city; see the first six digits of the NIK',
    birthDate: 'Date of birth',
    address: 'Address',
    verify: (name) => `Confirm the data of ${name}`,
    refuse: (name) => `Refuse the data of ${name}`,
    verifyShort: 'Confirm',
    refuseShort: 'Refuse',
    verifyTitle: 'Confirm these data?',
    verifyBody: (name) =>
      `You state that you have compared the data of ${name} with the population register. The decision is recorded under your name.`,
    refuseTitle: (name) => `Refuse the data of ${name}`,
    reason: 'Reason',
    reasonHint: 'The applicant reads it. Say what does not agree and what can be done about it.',
    reasonMissing: 'Give the reason, in at least 3 letters.',
    verified: (name) => `The data of ${name} are confirmed.`,
    refused: (name) => `The data of ${name} are refused. The applicant is told, and reads the reason in the account.`,
    tooLate: {
      decided: 'Somebody else has already checked this applicant. The list was loaded again.',
      erased: 'This applicant has erased their data, so that there is nothing left to check. The list was loaded again.',
      corrected: 'This applicant has just corrected their data. The list was loaded again; check the newest data, then decide.',
    },
  },
};

interface RetentionText {
  title: string;
  explanation: string;
  edit: string;
  empty: string;
  chart: (nights: number) => string;
  kind: string;
  removed: string;
  kept: (days: number) => string;
  runs: string;
  ran: (start: string) => string;
  total: (removed: number) => string;
  nothing: string;
  state: Record<'done' | 'failed' | 'running' | 'cutOff', string>;
  /** `kinds`: what could not be deleted whole; empty where a report does not tell. */
  failedHelp: (kinds: readonly string[]) => string;
  cutOffHelp: string;
  older: (count: number) => string;
}

/** The page that says what was deleted because its retention period was over. */
export const retentionText: Record<Language, RetentionText> = {
  id: {
    title: 'Masa Simpan',
    explanation: 'Data yang masa simpannya habis dihapus setiap malam. Di sini terlihat apa yang dihapus; lamanya diatur admin konten.',
    edit: 'Atur masa simpan',
    empty: 'Penghapusan belum pernah dijalankan. Laporan pertama terlihat di sini sesudah malam pertama.',
    chart: (nights) => `Yang dihapus dalam ${formatCount(nights, 'id')} malam terakhir`,
    kind: 'Jenis data',
    removed: 'Dihapus',
    kept: (days) => `disimpan ${formatCount(days, 'id')} hari`,
    runs: 'Malam demi malam',
    ran: (start) => `Dijalankan ${start}`,
    total: (removed) => `${formatCount(removed, 'id')} data dihapus`,
    nothing: 'Tidak ada yang perlu dihapus',
    state: { done: 'Selesai', failed: 'Gagal', running: 'Sedang berjalan', cutOff: 'Terputus' },
    failedHelp: (kinds) =>
      `${kinds.length > 0 ? `Tidak atau belum semuanya terhapus: ${kinds.join(', ')}.` : 'Sebagian tidak terhapus.'} Dicoba lagi malam berikutnya. Bila berulang, beri tahu pengelola sistem.`,
    cutOffHelp: 'Server berhenti sebelum selesai; sisanya dikerjakan oleh penghapusan sesudahnya.',
    older: (count) => `Tampilkan ${formatCount(count, 'id')} malam sebelumnya`,
  },
  en: {
    title: 'Retention',
    explanation:
      'Data whose retention period is over are deleted every night. This shows what was deleted; the content admin sets the periods.',
    edit: 'Set the periods',
    empty: 'Nothing has been carried out yet. The first report appears here after the first night.',
    chart: (nights) => (nights === 1 ? 'Deleted in the last night' : `Deleted in the last ${formatCount(nights, 'en')} nights`),
    kind: 'Kind of data',
    removed: 'Deleted',
    kept: (days) => `kept for ${formatCount(days, 'en')} ${days === 1 ? 'day' : 'days'}`,
    runs: 'Night by night',
    ran: (start) => `Carried out ${start}`,
    total: (removed) => `${formatCount(removed, 'en')} ${removed === 1 ? 'entry' : 'entries'} deleted`,
    nothing: 'Nothing had to be deleted',
    state: { done: 'Done', failed: 'Failed', running: 'Under way', cutOff: 'Cut off' },
    failedHelp: (kinds) =>
      `${kinds.length > 0 ? `Not deleted, or not all of it: ${kinds.join(', ')}.` : 'Some of it was not deleted.'} The next night tries again. If it keeps happening, tell the administrator.`,
    cutOffHelp: 'The server stopped before it was done; the run after it does what was left.',
    older: (count) => `Show ${formatCount(count, 'en')} earlier ${count === 1 ? 'night' : 'nights'}`,
  },
};
