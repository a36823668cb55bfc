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
    search: {
      label: 'Cari layanan',
      hint: 'Satu kata dari nama atau hasil layanan yang Anda cari',
      button: 'Cari',
      clear: 'Tampilkan semua layanan',
    },
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
    track: {
      title: 'Sudah mengajukan?',
      body: 'Pakai nomor pendaftaran dan kode lacak pada tanda bukti Anda.',
      button: 'Lacak permohonan',
    },
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
    unavailable: {
      title: 'Layanan sedang terganggu',
      body: 'Kami belum dapat mengambil data. Silakan coba lagi beberapa saat lagi.',
    },
    tooLarge: {
      title: 'Kiriman terlalu besar',
      body: 'Kembali ke halaman sebelumnya, lalu pilih berkas yang lebih kecil: paling besar 5 MB tiap berkas.',
    },
    broken: { title: 'Terjadi kesalahan', body: 'Halaman ini belum dapat ditampilkan. Kesalahannya sudah kami catat.' },
    home: 'Kembali ke beranda',
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
    search: {
      label: 'Find a service',
      hint: 'A word, in Indonesian, of the name or the result of the service',
      button: 'Search',
      clear: 'Show all services',
    },
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
    track: {
      title: 'Already applied?',
      body: 'Use the registration number and the tracking code on your receipt.',
      button: 'Track a request',
    },
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
    unavailable: {
      title: 'Service interrupted',
      body: 'We cannot fetch the data right now. Please try again in a moment.',
    },
    tooLarge: { title: 'Too much sent at once', body: 'Go back to the page before and choose smaller files, up to 5 MB each.' },
    broken: { title: 'Something went wrong', body: 'This page cannot be shown. The error has been recorded.' },
    home: 'Back to the home page',
  },
};

/** What the public site says around the content of the offices. */
export const siteText: Record<Language, SiteText> = { id, en };
