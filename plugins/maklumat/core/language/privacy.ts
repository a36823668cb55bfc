import type { ErasureGround } from '../case/events';
import type { Language } from './language';

interface PrivacyText {
  /** In place of what somebody wrote. */
  gone: string;
  /** Why the personal part of a case went. */
  erased: Record<ErasureGround, string>;
  access: Record<'case' | 'document' | 'identity', (by: string, number: string | null) => string>;
  /** Values cannot be sealed anew because the keys that sealed them are not at hand. */
  keysMissing: (missing: readonly { key: string; count: number }[]) => string;
  /** What an erasure did: what is gone, and what stays and why. */
  erasure: {
    erased: Record<'account' | 'texts' | 'files' | 'drafts' | 'consents' | 'messages' | 'accesses' | 'ended', string>;
    kept: Record<'register' | 'reasons' | 'letters' | 'uniques' | 'elsewhere' | 'proof', { what: string; why: string }>;
  };
}

const id: PrivacyText = {
  gone: '(sudah dihapus)',
  erased: {
    request: 'Data pribadi telah dihapus atas permintaan pemohon',
    retention: 'Data pribadi telah dihapus karena masa simpannya berakhir',
  },
  access: {
    case: (by, number) => `${by} membaca permohonan ${number ?? ''}.`,
    document: (by, number) => `${by} membuka dokumen pada permohonan ${number ?? ''}.`,
    identity: (by) => `${by} membaca data diri Anda.`,
  },
  keysMissing: (missing) =>
    `${missing.map(({ key, count }) => `${count} nilai disegel dengan kunci ${key}`).join(', ')}, yang tidak ada di MAKLUMAT_KEYS. Tambahkan kunci itu di belakang kunci yang baru. Belum ada yang diubah.`,
  erasure: {
    erased: {
      account: 'Akun Anda: NIK, nama, tanggal lahir, alamat, nomor HP, surel, kata sandi, dan semua sesi.',
      texts: 'Isian, pesan, catatan, dan alasan Anda pada permohonan.',
      files: 'Berkas yang Anda unggah dan dokumen yang dilampirkan petugas.',
      drafts: 'Draf permohonan.',
      consents: 'Persetujuan yang Anda berikan.',
      messages: 'Salinan SMS dan surat kepada Anda atau tentang permohonan Anda.',
      accesses: 'Catatan siapa membaca data Anda.',
      ended: 'Permohonan yang masih berjalan diakhiri.',
    },
    kept: {
      register: {
        what: 'Register permohonan: nomor, layanan, tanggal, langkah, dan hasil, tanpa nama dan tanpa isian Anda.',
        why: 'Kantor wajib dapat mempertanggungjawabkan layanannya (Undang-Undang Nomor 14 Tahun 2008). Tidak ada lagi yang menghubungkannya dengan Anda.',
      },
      reasons: {
        what: 'Alasan keputusan yang ditulis petugas.',
        why: 'Alasan adalah bagian dari keputusan yang tercatat dan tidak dapat diubah siapa pun.',
      },
      letters: {
        what: 'Kode surat yang sudah terbit, dengan judul dan tanggalnya.',
        why: 'Keaslian surat yang Anda pegang tetap dapat diperiksa. Isi suratnya tidak lagi disimpan.',
      },
      uniques: {
        what: 'Sidik tersandi dari isian yang tidak boleh dipakai dua kali, misalnya nama domain yang sudah diberikan.',
        why: 'Agar yang sudah diberikan tidak diberikan lagi. Isian aslinya tidak dapat dibaca dari sidik ini.',
      },
      elsewhere: {
        what: 'Permohonan yang diajukan tanpa akun Anda, misalnya di loket, dan memuat nomor HP Anda.',
        why: 'Nomor dapat ditulis siapa saja, jadi akun Anda tidak membuktikan bahwa permohonan itu milik Anda. Isian dan berkasnya dihapus saat masa simpannya berakhir.',
      },
      proof: {
        what: 'Bukti penghapusan: tanggalnya saja, tanpa identitas.',
        why: 'Agar kantor dapat menunjukkan bahwa permintaan Anda sudah dipenuhi (Undang-Undang Nomor 27 Tahun 2022).',
      },
    },
  },
};

const en: PrivacyText = {
  gone: '(erased)',
  erased: {
    request: 'Personal data was erased at the request of the applicant',
    retention: 'Personal data was erased because its retention period ended',
  },
  access: {
    case: (by, number) => `${by} read application ${number ?? ''}.`,
    document: (by, number) => `${by} opened a document of application ${number ?? ''}.`,
    identity: (by) => `${by} read your personal details.`,
  },
  keysMissing: (missing) =>
    `${missing.map(({ key, count }) => `${count} values are sealed with key ${key}`).join(', ')}, which is not in MAKLUMAT_KEYS. Add it behind the new key. Nothing was changed.`,
  erasure: {
    erased: {
      account: 'Your account: NIK, name, date of birth, address, phone number, e-mail, password and every session.',
      texts: 'Your answers, messages, notes and reasons in applications.',
      files: 'The files that you uploaded and the documents that officers attached.',
      drafts: 'Drafts of applications.',
      consents: 'The consents that you gave.',
      messages: 'Copies of SMS and letters to you or about your applications.',
      accesses: 'The record of who read your data.',
      ended: 'Applications that were still running have been ended.',
    },
    kept: {
      register: {
        what: 'The register of applications: number, service, dates, steps and outcome, without your name and without your answers.',
        why: 'The office must be able to account for its services (Law 14/2008). Nothing links it to you any more.',
      },
      reasons: {
        what: 'Reasons for decisions written by officers.',
        why: 'A reason is part of a recorded decision, which nobody can change.',
      },
      letters: {
        what: 'Codes of letters that were issued, with their titles and dates.',
        why: 'A letter in your hands can still be checked. What it says is no longer stored.',
      },
      uniques: {
        what: 'Encrypted fingerprints of answers that may not be used twice, such as a domain name that was given.',
        why: 'So that what was given is not given again. The answer cannot be read from its fingerprint.',
      },
      elsewhere: {
        what: 'Applications filed without your account, at the counter for instance, that name your phone number.',
        why: 'Anybody can write a number down, so your account does not prove that they are yours. Their answers and files are deleted when their retention period ends.',
      },
      proof: {
        what: 'Proof of the erasure: its date alone, without an identity.',
        why: 'So that the office can show that your request was met (Law 27/2022).',
      },
    },
  },
};

/** Sentences about personal data: who read it, what is exported, what is erased and what is kept. */
export const privacyText: Record<Language, PrivacyText> = { id, en };
