import type { Language } from './language';

/** How long a kind of data is kept; its name is the office's own. */
interface Period {
  name: string;
  days: number;
}

interface Section {
  title: string;
  /** Names with a time each, ahead of the paragraphs. */
  list?: { name: string; time: string }[];
  body: string[];
}

/** A number of days in whole years where they are that. */
const yearsOrDays = (days: number): [amount: number, unit: 'year' | 'day'] => (days % 365 === 0 ? [days / 365, 'year'] : [days, 'day']);

function periodInIndonesian({ name, days }: Period) {
  const [amount, unit] = yearsOrDays(days);
  return { name, time: `${amount} ${unit === 'year' ? 'tahun' : 'hari'}` };
}

function periodInEnglish({ name, days }: Period) {
  const [amount, unit] = yearsOrDays(days);
  return { name, time: `${amount} ${unit}${amount === 1 ? '' : 's'}` };
}

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
    sections: (periods: readonly Period[]): Section[] => [
      {
        title: 'Apa yang disimpan',
        body: [
          'Bila Anda mendaftar: nomor HP, nama, tanggal lahir, alamat, email bila diisi, dan bagi warga kota NIK. Kata sandi disimpan hanya sebagai sidik (hash) yang tidak dapat dibaca kembali.',
          'Bila Anda mengajukan: jawaban pada formulir, berkas yang Anda unggah, dan setiap kejadian pada permohonan: kapan diajukan, diputuskan, dan disampaikan.',
          'NIK, nomor telepon, nama, alamat, dan isian yang ditandai sebagai data pribadi disimpan terenkripsi. Berkas disimpan di luar folder umum.',
        ],
      },
      {
        title: 'Untuk apa dan atas dasar apa',
        body: [
          'Data akun diproses atas persetujuan Anda, yang dicatat versi dan waktunya. Data permohonan diproses karena kantor berkewajiban melayani Anda dan mencatat pelayanannya.',
          'NIK dicocokkan dengan data kependudukan bila kantor sudah tersambung ke sana; bila belum, petugas memeriksanya.',
        ],
      },
      {
        title: 'Siapa yang membaca',
        body: [
          'Anda sendiri dengan akun atau kode lacak, dan petugas pada jabatan yang menangani permohonan. Setiap kali petugas membuka data Anda dicatat, dan catatannya dapat Anda lihat di Data saya.',
          'Data tidak diberikan kepada pihak lain kecuali diwajibkan undang-undang. Pada halaman lacak yang tampil jabatan, bukan nama petugas.',
        ],
      },
      {
        title: 'Berapa lama',
        list: periods.map(periodInIndonesian),
        body: [
          'Draf dihapus sesudah diberitahukan lebih dulu. Masa simpan ditetapkan kantor menurut jadwal retensi arsipnya; yang tertulis di sini yang berlaku sekarang.',
          'Register permohonan tanpa data pribadi (nomor, layanan, tanggal, hasil) tetap disimpan. Penghapusan berjalan sendiri setiap malam.',
        ],
      },
      {
        title: 'Hak Anda',
        body: [
          'Menurut Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi, Anda berhak mengetahui, melihat, dan mendapat salinan data Anda; memperbaikinya; menarik persetujuan; serta mengakhiri pemrosesan dan menghapusnya.',
          'Dengan akun, semua itu dapat dilakukan sendiri di Data saya, saat itu juga. Tanpa akun, hubungi saluran pengaduan kantor yang tertulis pada halaman layanan.',
          'Penghapusan tidak mencakup yang wajib disimpan menurut hukum; halaman penghapusan menyebutkannya sebelum Anda memutuskan.',
        ],
      },
      {
        title: 'Kuki dan perangkat Anda',
        body: [
          'Satu kuki per permohonan berisi kode lacak, hilang saat peramban ditutup atau Anda keluar. Bila Anda masuk, dua kuki sesi yang berlaku paling lama 14 hari sejak terakhir dipakai dan dihapus saat Anda keluar. Selama mendaftar, satu kuki untuk melanjutkan, paling lama 24 jam. Tidak ada yang terbaca oleh skrip.',
          'Tidak ada pelacakan, iklan, atau skrip dari pihak lain. Halaman formulir memakai satu skrip milik situs ini: bila jaringan hilang, isian disimpan di perangkat Anda agar tidak terketik sia-sia, lalu dihapus begitu sampai di server, saat Anda keluar, bila Anda menghapusnya, atau bila formulir dibuka lagi sesudah tiga hari.',
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
    sections: (periods) => [
      {
        title: 'What is stored',
        body: [
          'When you register: mobile number, name, date of birth, address, email if you give it, and for residents of the city the NIK. The password is kept as a hash only, which cannot be read back.',
          'When you apply: your answers, the files you upload, and every event of the request: when it was submitted, decided and delivered.',
          'NIK, telephone number, name, address and answers marked as personal data are stored encrypted. Files are kept outside the public folder.',
        ],
      },
      {
        title: 'For what, and on what ground',
        body: [
          'Account data is processed with your consent, whose version and time are recorded. Data of requests is processed because the office has the duty to serve you and to record its services.',
          'The NIK is compared with the population registry where the office is connected to it; otherwise an officer checks it.',
        ],
      },
      {
        title: 'Who reads it',
        body: [
          'You yourself, with your account or a tracking code, and officers in the positions that handle the request. Each time an officer opens your data it is recorded, and you can see the record under My data.',
          'Data is given to nobody else unless the law demands it. The tracking page shows positions, not the names of officers.',
        ],
      },
      {
        title: 'How long',
        list: periods.map(periodInEnglish),
        body: [
          'Drafts go after a notice. The office sets the periods by its records schedule; those written here are in force now.',
          'The register of requests without personal data (number, service, dates, outcome) is kept. Erasure runs by itself every night.',
        ],
      },
      {
        title: 'Your rights',
        body: [
          'Under Law 27 of 2022 on personal data protection you may know, see and get a copy of your data; correct it; withdraw your consent; and end the processing and have it erased.',
          'With an account you can do all of this yourself under My data, at once. Without one, use the complaint channels of the office on the service page.',
          'Erasure does not include what the law obliges the office to keep; the page of the erasure says so before you decide.',
        ],
      },
      {
        title: 'Cookies and your device',
        body: [
          'One cookie per request holds the tracking code, and goes when the browser closes or you log out. If you log in, two session cookies, which last at most 14 days after they were last used and go when you log out. While you register, one cookie to go on with it, for at most 24 hours. No script can read them.',
          'No tracking, no advertisements, no scripts of others. Pages with a form use one script of this site: when the network is gone, what you typed is kept on your device, and erased once it has reached the server, when you log out, when you erase it, or when a form is opened again after three days.',
        ],
      },
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
