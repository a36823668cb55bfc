import type { Language } from './language';

interface DraftText {
  notFound: string;
  stale: string;
  tooMany: (limit: number) => string;
  fileMissing: string;
  otherService: string;
  accountNeeded: string;
  /** Subject of the letter that announces the end of a draft. */
  endsSubject: (service: string) => string;
  /** The announcement where the office has written none of its own. */
  ends: string;
}

/** Sentences about drafts and about services that ask for an account. */
export const draftText: Record<Language, DraftText> = {
  id: {
    notFound: 'Draf tidak ditemukan. Mungkin sudah diajukan atau dihapus.',
    stale: 'Draf ini sudah disimpan dari gawai lain. Muat yang terbaru, lalu simpan lagi.',
    tooMany: (limit) => `Anda sudah memiliki ${limit} draf. Hapus draf yang tidak diperlukan, lalu simpan lagi.`,
    fileMissing: 'Berkas ini tidak ditemukan atau sudah dipakai. Unggah lagi.',
    otherService: 'Draf ini milik layanan lain.',
    accountNeeded: 'Layanan ini hanya untuk pemohon yang memiliki akun. Masuk atau daftar dulu, lalu ajukan lagi.',
    endsSubject: (service) => `Draf permohonan ${service} akan dihapus`,
    ends: 'Draf permohonan {layanan} akan dihapus pada {tanggal}. Masuk dan simpan lagi bila masih diperlukan.',
  },
  en: {
    notFound: 'The draft was not found. It may have been filed or deleted.',
    stale: 'This draft was saved from another device. Load the latest one, then save again.',
    tooMany: (limit) => `You already have ${limit} drafts. Delete the ones you do not need, then save again.`,
    fileMissing: 'This file was not found or has been used. Upload it again.',
    otherService: 'This draft belongs to another service.',
    accountNeeded: 'This service is for applicants with an account only. Log in or register first, then file it again.',
    endsSubject: (service) => `Your draft for ${service} will be deleted`,
    ends: 'Your draft for {layanan} will be deleted on {tanggal}. Log in and save it again if you still need it.',
  },
};
