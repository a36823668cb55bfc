import type { Language } from './language';

interface ExportText {
  readMe: { name: string; body: (madeAt: string) => string };
  /** What each section of data.json holds. */
  notes: Record<'profile' | 'consents' | 'sessions' | 'cases' | 'drafts' | 'files' | 'messages' | 'accesses', string>;
  /** Why the content of a file is not in the archive. */
  problem: Record<'quarantined' | 'infected' | 'erased' | 'missing', string>;
  erased: string;
}

const id: ExportText = {
  readMe: {
    name: 'BACA-SAYA.txt',
    body: (madeAt) => `Data pribadi Anda di Maklumat
Dibuat: ${madeAt}

Arsip ini memuat yang disimpan tentang Anda di layanan ini. Yang tidak disertakan disebut di bagian "notes" dan "files".

data.json   Semua data dalam bentuk teks. Dapat dibuka dengan peramban atau penyunting teks.
            Bagian "notes" menjelaskan isi setiap bagian.
files/      Berkas Anda, satu folder per permohonan dan per draf: yang Anda unggah,
            tanda bukti, surat yang terbit, dan dokumen dari petugas untuk Anda.

Berkas yang masih diperiksa, ditolak karena berbahaya, atau tidak dapat dibaca saat arsip ini dibuat disebut di data.json ("files")
beserta sebabnya ("problem"), tetapi isinya tidak disertakan.

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
    files: 'Semua berkas; "path" menunjuk letaknya di arsip ini, null bila isinya tidak disertakan; "problem" menyebut sebabnya.',
    messages:
      'SMS yang dikirim ke nomor Anda dan salinannya masih disimpan. Kode yang masih berlaku tidak disertakan; salinan surel juga tidak, karena belum ada yang membuktikan bahwa alamatnya milik Anda.',
    accesses: 'Siapa dari kantor yang membaca data Anda, dan kapan.',
  },
  problem: {
    quarantined: 'Berkas ini masih diperiksa. Unduh lagi arsip Anda nanti.',
    infected: 'Berkas ini ditolak karena berisi program berbahaya; isinya sudah dihapus.',
    erased: 'Isi berkas ini sudah dihapus.',
    missing: 'Isi berkas ini tidak dapat dibaca saat arsip dibuat. Unduh lagi nanti; bila tetap demikian, hubungi kantor.',
  },
  erased:
    'Data Anda sudah dihapus. Yang tersisa hanya register permohonan (nomor, layanan, tanggal, dan hasil) tanpa nama; tidak ada yang menghubungkannya dengan Anda.',
};

const en: ExportText = {
  readMe: {
    name: 'READ-ME.txt',
    body: (madeAt) => `Your personal data in Maklumat
Made: ${madeAt}

This archive holds what this service keeps about you. What is left out is named in the parts "notes" and "files".

data.json   All data as text. A browser or text editor opens it. The part "notes" says what each part holds.
files/      Your files, one folder for each application and each draft: what you uploaded, receipts,
            letters that were issued, and documents that officers gave to you.

A file that is still being scanned, was refused as dangerous, or could not be read when this archive was made is named in data.json
("files") with the reason ("problem"), but its content is not included.

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
    files: 'Every file; "path" says where it lies in this archive, null when its content is not included; "problem" says why.',
    messages:
      'SMS to your number of which a copy is still kept. Codes that are still valid are left out, and so are copies of e-mail, since nobody proved that the address is yours.',
    accesses: 'Who of the office read your data, and when.',
  },
  problem: {
    quarantined: 'This file is still being scanned. Download your archive again later.',
    infected: 'This file was refused because it contains malware; its content has been deleted.',
    erased: 'The content of this file has been erased.',
    missing:
      'The content of this file could not be read when the archive was made. Download it again later; if it stays so, contact the office.',
  },
  erased:
    'Your data has been erased. Only the register of applications is left (number, service, dates and outcome), without names; nothing links it to you.',
};

/** Words in the archive of somebody's own data. */
export const exportText: Record<Language, ExportText> = { id, en };
