import type { Language } from './language';

const id = {
  name: 'Maklumat',
  tagline: 'Janji pelayanan yang dapat Anda tagih',
  skip: 'Langsung ke isi halaman',
  nav: { label: 'Menu utama', services: 'Layanan', track: 'Lacak', charter: 'Maklumat', developers: 'Pengembang', home: 'Beranda' },
  otherLanguage: { label: 'English', hint: 'Read this page in English' },
  footer: {
    promise: 'Setiap layanan di sini memuat syarat, langkah, waktu, dan biaya yang dijanjikan kantor yang melayaninya.',
    label: 'Tautan kaki halaman',
    privacy: 'Privasi',
    accessibility: 'Aksesibilitas',
  },
  home: {
    title: 'Layanan publik dengan janji yang jelas',
    lead: 'Baca apa yang diperlukan, berapa lama, dan berapa biayanya. Ajukan tanpa datang ke kantor, lalu ikuti setiap langkahnya.',
    search: { label: 'Cari layanan', hint: 'Misalnya: informasi publik, radio, email', button: 'Cari', clear: 'Tampilkan semua layanan' },
    services: 'Semua layanan',
    found: (count: number, q: string) => `${count} layanan cocok dengan “${q}”`,
    none: (q: string) => `Tidak ada layanan yang cocok dengan “${q}”.`,
    noneHint: 'Coba kata yang lebih umum, atau lihat seluruh layanan.',
    empty: 'Belum ada layanan yang diumumkan.',
    time: 'Waktu',
    fee: 'Biaya',
    online: 'Dapat diajukan di sini',
    standardOnly: 'Standar pelayanan',
    count: (count: number) => `${count} layanan`,
    charter: { title: 'Janji ini tertulis dan ditandatangani', more: 'Baca maklumat pelayanan' },
    steps: {
      title: 'Cara kerjanya',
      list: [
        { title: 'Baca standarnya', body: 'Syarat, langkah, waktu, dan biaya diumumkan lebih dahulu.' },
        { title: 'Ajukan', body: 'Isi formulir, unggah berkas, dan terima nomor pendaftaran serta kode lacak.' },
        { title: 'Ikuti dan tagih', body: 'Lihat tenggatnya, mengapa tanggal itu, dan siapa yang sedang mengerjakan.' },
      ],
    },
    track: { title: 'Sudah mengajukan?', body: 'Pakai nomor pendaftaran dan kode lacak pada tanda bukti Anda.', button: 'Lacak permohonan' },
  },
  charter: {
    title: 'Maklumat pelayanan',
    lead: 'Maklumat adalah pernyataan tertulis kantor tentang kesanggupannya melayani sesuai standar, dan kesediaannya menerima sanksi bila ingkar.',
    of: 'Maklumat Pelayanan',
    decree: (number: string) => `Keputusan Nomor ${number}`,
    set: (date: string) => `Ditetapkan ${date}`,
    none: 'Belum ada perangkat daerah yang mengumumkan maklumat pelayanan.',
    print: 'Untuk mencetak, pakai perintah cetak pada peramban Anda; tiap maklumat menempati satu lembar A4.',
  },
  error: {
    code: (status: number) => `Kode ${status}`,
    notFound: { title: 'Halaman tidak ditemukan', body: 'Alamat ini tidak ada, atau sudah dipindahkan. Periksa kembali penulisannya.' },
    unavailable: { title: 'Layanan sedang terganggu', body: 'Kami belum dapat mengambil data. Isian Anda tidak hilang di sisi kami; silakan coba lagi beberapa saat lagi.' },
    forbidden: { title: 'Permintaan ditolak', body: 'Formulir dikirim dari alamat lain. Buka kembali halamannya dan coba lagi.' },
    broken: { title: 'Terjadi kesalahan', body: 'Halaman ini belum dapat ditampilkan. Kesalahannya sudah kami catat.' },
    home: 'Kembali ke beranda',
  },
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
        body: ['Masa simpan mengikuti jadwal retensi arsip kantor yang melayani. Standar pelayanan yang kami muat belum menyebut angkanya.'],
      },
      { title: 'Hak Anda', body: ['Untuk melihat, membetulkan, atau menghapus data Anda, hubungi saluran pengaduan kantor yang tertulis pada halaman layanan.'] },
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
        body: ['Isi layanan ditulis kantor dalam bahasa Indonesia dan belum diterjemahkan. Dokumen PDF yang dilampirkan kantor belum tentu terbaca oleh pembaca layar.'],
      },
      {
        title: 'Bila Anda terhambat',
        body: ['Permohonan dapat juga diajukan di loket; petugas mengisikan formulir bersama Anda. Laporkan hambatan lewat saluran pengaduan kantor pada halaman layanan.'],
      },
    ],
  },
};

export type SiteText = typeof id;

const en: SiteText = {
  name: 'Maklumat',
  tagline: 'Service promises you can hold us to',
  skip: 'Skip to content',
  nav: { label: 'Main menu', services: 'Services', track: 'Track', charter: 'Charter', developers: 'Developers', home: 'Home' },
  otherLanguage: { label: 'Bahasa Indonesia', hint: 'Baca halaman ini dalam bahasa Indonesia' },
  footer: {
    promise: 'Every service here states the requirements, steps, time and fee promised by the office that provides it.',
    label: 'Footer links',
    privacy: 'Privacy',
    accessibility: 'Accessibility',
  },
  home: {
    title: 'Public services with a clear promise',
    lead: 'Read what is needed, how long it takes and what it costs. Apply without visiting the office, then follow every step.',
    search: { label: 'Find a service', hint: 'Indonesian words, such as: informasi publik, radio, email', button: 'Search', clear: 'Show all services' },
    services: 'All services',
    found: (count, q) => `${count} ${count === 1 ? 'service matches' : 'services match'} “${q}”`,
    none: (q) => `No service matches “${q}”.`,
    noneHint: 'Try a more general Indonesian word, or look at all services.',
    empty: 'No service has been published yet.',
    time: 'Time',
    fee: 'Fee',
    online: 'Apply here',
    standardOnly: 'Service standard',
    count: (count) => `${count} ${count === 1 ? 'service' : 'services'}`,
    charter: { title: 'The promise is written and signed', more: 'Read the service charter' },
    steps: {
      title: 'How it works',
      list: [
        { title: 'Read the standard', body: 'Requirements, steps, time and fee are published beforehand.' },
        { title: 'Apply', body: 'Fill in the form, upload your files, and receive a registration number and a tracking code.' },
        { title: 'Follow up', body: 'See the deadline, why it is that date, and who is working on it.' },
      ],
    },
    track: { title: 'Already applied?', body: 'Use the registration number and the tracking code on your receipt.', button: 'Track a request' },
  },
  charter: {
    title: 'Service charter',
    lead: 'A charter (maklumat) is an office’s written statement that it is able to serve according to its standard, and accepts sanctions if it fails.',
    of: 'Service Charter',
    decree: (number) => `Decree number ${number}`,
    set: (date) => `Issued ${date}`,
    none: 'No agency has published a service charter yet.',
    print: 'To print, use your browser’s print command; each charter fills one A4 sheet.',
  },
  error: {
    code: (status) => `Code ${status}`,
    notFound: { title: 'Page not found', body: 'This address does not exist or has moved. Please check the spelling.' },
    unavailable: { title: 'Service interrupted', body: 'We cannot fetch the data right now. Nothing was lost on our side; please try again in a moment.' },
    forbidden: { title: 'Request refused', body: 'The form was sent from another address. Open the page again and retry.' },
    broken: { title: 'Something went wrong', body: 'This page cannot be shown. The error has been recorded.' },
    home: 'Back to the home page',
  },
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
        body: ['The content of services is written by the offices in Indonesian and is not translated. PDF documents attached by an office may not be readable by a screen reader.'],
      },
      {
        title: 'If you are stuck',
        body: ['You can also apply at the counter, where an officer fills in the form with you. Report barriers through the complaint channels on the service page.'],
      },
    ],
  },
};

/** What the public site says around the content of the offices. */
export const siteText: Record<Language, SiteText> = { id, en };
