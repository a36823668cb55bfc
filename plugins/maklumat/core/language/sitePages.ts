import type { Language } from './language';

const id = {
  developers: {
    title: 'Untuk pengembang',
    lead: 'Semua yang ditampilkan situs ini tersedia lewat REST. Dokumen di bawah dibuat dari kontrak yang sama dengan yang dipakai server.',
    raw: 'Dokumen OpenAPI 3.1 (JSON)',
    conventions: {
      title: 'Kesepakatan umum',
      list: [
        'Jawaban berhasil berbentuk { "data": … }; daftar berhalaman memakai ?page= dan ?pageSize= dan menjawab meta.pagination.',
        'Penolakan berbentuk { "data": null, "error": { status, name, message, details } }; details.kind dari daftar tertutup, details.fields memuat pesan per isian.',
        'Saat memakai ISO 8601 dengan selisih zona perangkat daerah; tanggal YYYY-MM-DD.',
        'Setiap penulisan menerima Idempotency-Key; kunci dan isi yang sama dijawab dengan hasil pertama.',
        'Bacaan terbuka membawa ETag dan menjawab 304. Accept-Language: en memberi kalimat berbahasa Inggris.',
      ],
    },
    contents: 'Daftar isi',
    parameters: 'Parameter',
    body: 'Isi permintaan',
    answer: (status: string) => `Jawaban ${status}`,
    refusals: 'Penolakan',
    column: { name: 'Nama dan bentuk', meaning: 'Arti' },
    place: { path: 'pada alamat', query: 'setelah tanda tanya', header: 'tajuk (header)' },
    required: 'wajib',
    download: 'Isi berkas (biner)',
  },
  privacy: {
    title: 'Privasi',
    sections: [
      {
        title: 'Apa yang disimpan',
        body: [
          'Jawaban pada formulir, berkas yang Anda unggah, dan setiap kejadian pada permohonan: kapan diajukan, diputuskan, dan disampaikan.',
          'NIK, nomor telepon, dan isian yang ditandai sebagai data pribadi disimpan terenkripsi.',
          'Berkas disimpan di luar folder umum dan hanya dapat dibuka oleh Anda dengan kode lacak, dan oleh petugas yang berwenang.',
        ],
      },
      {
        title: 'Siapa yang membaca',
        body: [
          'Petugas pada jabatan yang menangani permohonan. Halaman lacak hanya terbuka bagi yang memegang nomor pendaftaran dan kode lacak.',
          'Nama petugas tidak ditampilkan pada halaman lacak; yang tampil jabatannya.',
        ],
      },
      {
        title: 'Kuki',
        body: [
          'Satu kuki per permohonan, berisi kode lacak, agar Anda tidak mengetiknya berulang kali. Kuki ini tidak terbaca oleh skrip, dan hilang saat peramban ditutup atau saat Anda memilih “Tutup di perangkat ini”.',
          'Tidak ada pelacakan, iklan, atau skrip dari pihak lain. Situs ini tidak menjalankan JavaScript.',
        ],
      },
      {
        title: 'Berapa lama',
        body: [
          'Masa simpan mengikuti jadwal retensi arsip kantor yang melayani. Standar pelayanan yang kami muat belum menyebut angkanya.',
        ],
      },
      {
        title: 'Hak Anda',
        body: [
          'Untuk melihat, membetulkan, atau menghapus data Anda, hubungi saluran pengaduan kantor yang tertulis pada halaman layanan.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Aksesibilitas',
    sections: [
      {
        title: 'Yang kami usahakan',
        body: [
          'Seluruh situs dapat dipakai dengan papan ketik, pembaca layar, tanpa JavaScript, dan pada layar selebar 360 piksel. Acuannya WCAG 2.2 tingkat AA.',
          'Setiap perubahan diperiksa dengan alat uji otomatis; alat semacam itu tidak menemukan semua hambatan.',
        ],
      },
      {
        title: 'Yang belum',
        body: [
          'Isi layanan ditulis kantor dalam bahasa Indonesia dan belum diterjemahkan. Dokumen PDF yang dilampirkan kantor belum tentu terbaca oleh pembaca layar.',
        ],
      },
      {
        title: 'Bila Anda terhambat',
        body: [
          'Permohonan dapat juga diajukan di loket; petugas mengisikan formulir bersama Anda. Laporkan hambatan lewat saluran pengaduan kantor pada halaman layanan.',
        ],
      },
    ],
  },
};

type PagesText = typeof id;

const en: PagesText = {
  developers: {
    title: 'For developers',
    lead: 'Everything this site shows is available over REST. The document below is generated from the same contract the server uses.',
    raw: 'OpenAPI 3.1 document (JSON)',
    conventions: {
      title: 'Conventions',
      list: [
        'Success is { "data": … }; paged lists take ?page= and ?pageSize= and answer meta.pagination.',
        'A refusal is { "data": null, "error": { status, name, message, details } }; details.kind is from a closed list, details.fields holds messages by field.',
        'Instants are ISO 8601 with the offset of the agency’s zone; dates are YYYY-MM-DD.',
        'Every write accepts Idempotency-Key; the same key and body is answered with the first result.',
        'Published reads carry an ETag and answer 304. Accept-Language: en gives English sentences.',
      ],
    },
    contents: 'Contents',
    parameters: 'Parameters',
    body: 'Request body',
    answer: (status) => `Answer ${status}`,
    refusals: 'Refusals',
    column: { name: 'Name and type', meaning: 'Meaning' },
    place: { path: 'in the path', query: 'in the query', header: 'header' },
    required: 'required',
    download: 'File content (binary)',
  },
  privacy: {
    title: 'Privacy',
    sections: [
      {
        title: 'What is stored',
        body: [
          'Your answers, the files you upload, and every event of the request: when it was submitted, decided and delivered.',
          'National identity numbers, telephone numbers and answers marked as personal data are stored encrypted.',
          'Files are kept outside the public folder; only you, with the tracking code, and authorised officers can open them.',
        ],
      },
      {
        title: 'Who reads it',
        body: [
          'Officers in the positions that handle the request. The tracking page opens only with the registration number and the tracking code.',
          'The tracking page shows positions, not the names of officers.',
        ],
      },
      {
        title: 'Cookies',
        body: [
          'One cookie per request, holding the tracking code so that you need not type it again. Scripts cannot read it; it goes when the browser closes or when you choose “Close on this device”.',
          'No tracking, no advertisements, no scripts of others. This site runs no JavaScript.',
        ],
      },
      {
        title: 'How long',
        body: ['As long as the records schedule of the office says. The service standards published here do not state a figure.'],
      },
      { title: 'Your rights', body: ['To see, correct or erase your data, use the complaint channels of the office on the service page.'] },
    ],
  },
  accessibility: {
    title: 'Accessibility',
    sections: [
      {
        title: 'What we aim for',
        body: [
          'The whole site works with a keyboard, a screen reader, without JavaScript, and on a screen 360 pixels wide. The yardstick is WCAG 2.2 level AA.',
          'Every change is checked with an automated tool; such a tool does not find every barrier.',
        ],
      },
      {
        title: 'What is missing',
        body: [
          'The content of services is written by the offices in Indonesian and is not translated. PDF documents attached by an office may not be readable by a screen reader.',
        ],
      },
      {
        title: 'If you are stuck',
        body: [
          'You can also apply at the counter, where an officer fills in the form with you. Report barriers through the complaint channels on the service page.',
        ],
      },
    ],
  },
};

/** Texts of the pages about the site itself: its REST contract, privacy, accessibility. */
export const pagesText: Record<Language, PagesText> = { id, en };
