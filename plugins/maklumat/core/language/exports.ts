import type { Language } from './language';

interface ExportText {
  readMe: { name: string; body: (madeAt: string) => string };
  /** What each section of data.json holds. */
  notes: Record<'profile' | 'consents' | 'sessions' | 'cases' | 'drafts' | 'files' | 'messages' | 'accesses', string>;
  erased: string;
}

const id: ExportText = {
  readMe: {
    name: 'BACA-SAYA.txt',
    body: (madeAt) => `Data pribadi Anda di Maklumat
Dibuat: ${madeAt}

Arsip ini memuat semua yang disimpan tentang Anda di layanan ini.

data.json   Semua data dalam bentuk teks. Dapat dibuka dengan peramban atau penyunting teks.
            Bagian "notes" menjelaskan isi setiap bagian.
files/      Berkas Anda, satu folder per permohonan dan per draf: yang Anda unggah,
            tanda bukti, surat yang terbit, dan dokumen dari petugas untuk Anda.

Berkas yang masih diperiksa, atau yang ditolak karena berbahaya, disebut di data.json ("files"), tetapi isinya tidak disertakan.

Hak Anda (Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi): meminta data diperbaiki, meminta data dihapus,
dan mengetahui siapa yang membaca data Anda. Semuanya tersedia di halaman "Data saya".

Simpan arsip ini di tempat yang aman: isinya data pribadi Anda.
`,
  },
  notes: {
    profile: 'Data diri seperti yang Anda isikan, dan hasil pemeriksaannya.',
    consents: 'Versi persetujuan yang Anda setujui, dan kapan.',
    sessions: 'Gawai yang sedang masuk: kapan masuk, dan kapan berakhir.',
    cases: 'Permohonan Anda, dengan isian, linimasa, tenggat, dan hasilnya.',
    drafts: 'Draf yang belum diajukan.',
    files: 'Semua berkas; "path" menunjuk letaknya di arsip ini, null bila isinya tidak disertakan.',
    messages: 'SMS yang dikirim ke nomor Anda dan salinannya masih disimpan. Kode yang masih berlaku tidak disertakan.',
    accesses: 'Siapa dari kantor yang membaca data Anda, dan kapan.',
  },
  erased:
    'Data Anda sudah dihapus. Yang tersisa hanya register permohonan (nomor, layanan, tanggal, dan hasil) tanpa nama; tidak ada yang menghubungkannya dengan Anda.',
};

const en: ExportText = {
  readMe: {
    name: 'READ-ME.txt',
    body: (madeAt) => `Your personal data in Maklumat
Made: ${madeAt}

This archive holds everything that this service keeps about you.

data.json   All data as text. A browser or text editor opens it. The part "notes" says what each part holds.
files/      Your files, one folder for each application and each draft: what you uploaded, receipts,
            letters that were issued, and documents that officers gave to you.

A file that is still being scanned, or was refused as dangerous, is named in data.json ("files") but its content is not included.

Your rights (Law 27/2022 on personal data protection): to have data corrected, to have it erased, and to know who reads it.
The page "My data" offers all of them.

Keep this archive in a safe place: it is your personal data.
`,
  },
  notes: {
    profile: 'Who you are as you told us, and what came of checking it.',
    consents: 'Which version of the consent you agreed to, and when.',
    sessions: 'Devices that are logged in: since when, and until when.',
    cases: 'Your applications, with answers, timeline, deadline and outcome.',
    drafts: 'Drafts that were not submitted.',
    files: 'Every file; "path" says where it lies in this archive, null when its content is not included.',
    messages: 'SMS to your number of which a copy is still kept. Codes that are still valid are left out.',
    accesses: 'Who of the office read your data, and when.',
  },
  erased:
    'Your data has been erased. Only the register of applications is left (number, service, dates and outcome), without names; nothing links it to you.',
};

/** Words in the archive of somebody's own data. */
export const exportText: Record<Language, ExportText> = { id, en };
