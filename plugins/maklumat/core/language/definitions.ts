import type { Language } from './language';

interface DefinitionsText {
  notFound: (slug: string) => string;
  versionNotFound: (slug: string, version: number) => string;
  draftGone: (slug: string) => string;
  broken: (slug: string) => string;
  refused: (first: string, more: number) => string;
  importRefused: string;
  notStorable: string;
  notOperable: string;
  replayNotFound: string;
}

/** Refusals of the calls that write definitions. */
export const definitionsText: Record<Language, DefinitionsText> = {
  id: {
    notFound: (slug) => `Layanan "${slug}" tidak ditemukan.`,
    versionNotFound: (slug, version) => `Layanan "${slug}" tidak memiliki versi ${version}.`,
    draftGone: (slug) => `Konsep layanan "${slug}" sudah dihapus; versi yang sudah terbit tetap dapat dibaca.`,
    broken: (slug) => `Konsep layanan "${slug}" belum utuh. Perbaiki tempat yang disebut pada temuan.`,
    refused: (first, more) => `Belum dapat diterbitkan. ${first}${more > 0 ? ` Dan ${more} temuan lain.` : ''}`,
    importRefused: 'Berkas ini belum dapat disimpan; tidak ada yang berubah. Perbaiki tempat yang disebut pada temuan.',
    notStorable: 'Berkas ini memuat isi yang tidak dapat disimpan; tidak ada yang berubah.',
    notOperable: 'Konsep ini belum memiliki formulir, prosedur, dan tenggat, sehingga belum ada yang dapat dicoba.',
    replayNotFound: 'Uji ulang ini tidak ditemukan, atau hasilnya sudah dihapus setelah 30 hari.',
  },
  en: {
    notFound: (slug) => `Service “${slug}” was not found.`,
    versionNotFound: (slug, version) => `Service “${slug}” has no version ${version}.`,
    draftGone: (slug) => `The draft of service “${slug}” was deleted; its published versions can still be read.`,
    broken: (slug) => `The draft of service “${slug}” is not whole. Mend the places that the findings name.`,
    refused: (first, more) => `It cannot be published yet. ${first}${more > 0 ? ` And ${more} more findings.` : ''}`,
    importRefused: 'This file cannot be kept yet; nothing has changed. Mend the places that the findings name.',
    notStorable: 'This file has content that cannot be stored; nothing has changed.',
    notOperable: 'This draft has no form, procedure and clock yet, so there is nothing to try.',
    replayNotFound: 'This replay was not found, or its result was purged after 30 days.',
  },
};

/** What the gate says about the shape of a definition and its place among the versions. Findings are Indonesian, as the content is. */
export const shapeText = {
  what: (place: string, message: string) => `${place}: ${message}`,
  why: 'Bentuk isinya tidak seperti yang diminta, sehingga tidak dapat dibaca.',
  mend: 'Sesuaikan isinya dengan bentuk yang diminta; lengkapi yang kurang dan hapus yang tidak dikenal.',
  agencyUnknown: (slug: string) => ({
    what: slug === '' ? 'Perangkat daerah belum diisi.' : `Perangkat daerah "${slug}" tidak ada.`,
    why: 'Setiap layanan menjadi tanggung jawab satu perangkat daerah; jam kerja dan hari liburnya menentukan tenggat.',
    mend: 'Buat perangkat daerahnya di menu Perangkat daerah, atau pakai kunci yang ada.',
  }),
  noCalendar: {
    what: 'Perangkat daerah belum memiliki kalender kerja.',
    why: 'Tanpa jam kerja dan hari libur, tenggat tidak dapat dihitung.',
    mend: 'Pilih kalender pada Perangkat daerah.',
  },
  earlierThanBefore: (date: string, number: number, before: string) => ({
    what: `Versi baru berlaku sejak ${date}, lebih awal daripada versi ${number} yang berlaku sejak ${before}.`,
    why: 'Versi yang lebih baru tidak boleh berlaku sebelum versi yang digantikannya.',
    mend: `Isi "Berlaku sejak" dengan ${before} atau sesudahnya.`,
  }),
};

/** Names of the places of a definition, as a clerk knows them from the Content Manager. Indonesian, as the content that they name. */
export const placeText = {
  properties: {
    name: 'Nama layanan',
    summary: 'Ringkasan',
    agency: 'Perangkat daerah',
    effectiveFrom: 'Berlaku sejak',
    listed: 'Tampil di daftar layanan',
    applicants: 'Pemohon',
    numberPrefix: 'Awalan nomor pendaftaran',
    number: 'nomor',
    title: 'judul',
    date: 'tanggal',
    signatory: 'penanda tangan',
    description: 'keterangan',
    label: 'label',
    hint: 'petunjuk',
    type: 'jenis',
    required: 'wajib diisi',
    requiredWhen: 'wajib bila',
    visibleWhen: 'tampil bila',
    confidential: 'rahasia',
    audience: 'pembaca',
    minLength: 'panjang paling sedikit',
    maxLength: 'panjang paling banyak',
    autocomplete: 'isian otomatis',
    pattern: 'bentuk isian',
    suffix: 'akhiran',
    unique: 'tidak boleh sama',
    documentCode: 'kode dokumen',
    oneTime: 'sekali buka',
    min: 'nilai terkecil',
    max: 'nilai terbesar',
    earliest: 'tanggal paling awal',
    latest: 'tanggal paling akhir',
    within: 'wilayah induk',
    accept: 'jenis berkas',
    maxBytes: 'ukuran berkas terbesar',
    maxFiles: 'banyak berkas',
    text: 'pernyataan',
    minItems: 'baris paling sedikit',
    maxItems: 'baris paling banyak',
    intake: 'Jabatan loket',
    blind: 'Jabatan yang tidak melihat isian rahasia',
    objection: 'Jalan keberatan',
    actor: 'pelaku',
    status: 'status',
    allowance: 'waktu langkah',
    output: 'keluaran',
    when: 'syarat',
    to: 'langkah berikut',
    end: 'akhir',
    reason: 'alasan',
    result: 'hasil yang dicatat',
    sentence: 'kalimat untuk warga',
    effects: 'akibat',
    start: 'mulai',
    startField: 'isian waktu mulai',
    duration: 'lama',
    extension: 'perpanjangan',
    basis: 'dasar',
    priority: 'urutan',
    then: 'keputusan',
    subject: 'perihal',
    body: 'isi',
    at: 'saat diterima',
    answers: 'jawaban',
    facts: 'fakta yang dimisalkan',
    expect: 'hasil yang diharapkan',
  } as Readonly<Record<string, string>>,
  components: {
    'servicePoint.requirements': 'A1. Persyaratan',
    'servicePoint.procedure': 'A2. Sistem, mekanisme, dan prosedur',
    'servicePoint.completionTime': 'A3. Jangka waktu penyelesaian',
    'servicePoint.fee': 'A4. Biaya/tarif',
    'servicePoint.product': 'A5. Produk pelayanan',
    'servicePoint.complaints': 'A6. Penanganan pengaduan, saran, dan masukan',
    'manufacturing.legalBasis': 'B1. Dasar hukum',
    'manufacturing.facilities': 'B2. Sarana, prasarana, dan fasilitas',
    'manufacturing.competence': 'B3. Kompetensi pelaksana',
    'manufacturing.supervision': 'B4. Pengawasan internal',
    'manufacturing.staffing': 'B5. Jumlah pelaksana',
    'manufacturing.guarantee': 'B6. Jaminan pelayanan',
    'manufacturing.safety': 'B7. Jaminan keamanan dan keselamatan pelayanan',
    'manufacturing.evaluation': 'B8. Evaluasi kinerja pelaksana',
  } as Readonly<Record<string, string>>,
  line: (component: string, number: number) => `${component}, butir ${number}`,
  decree: 'Dasar penetapan',
  clock: 'Tenggat',
  section: (title: string) => `Bagian "${title}"`,
  field: (label: string) => `Isian "${label}"`,
  option: (label: string) => `pilihan "${label}"`,
  step: (title: string) => `Langkah "${title}"`,
  outcome: (label: string) => `hasil "${label}"`,
  rule: (key: string) => `Aturan "${key}"`,
  message: (key: string) => `Pesan "${key}"`,
  document: (title: string) => `Dokumen "${title}"`,
  example: (name: string) => `Contoh "${name}"`,
  correction: (component: string) => `Koreksi atas naskah: ${component}`,
  part: (whole: string, part: string) => `${whole}, ${part}`,
  property: (whole: string, property: string) => `${whole}: ${property}`,
} as const;
