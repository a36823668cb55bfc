/**
 * A library card, as an office would write it and as nobody programmed it: for residents of the city with an account whose identity was checked, one request at a
 * time. It ends with a document and a PIN that can be opened once.
 */
export const libraryCard = {
  format: 1,
  slug: 'kartu-perpustakaan',
  name: 'Kartu Anggota Perpustakaan',
  summary: 'Untuk warga kota yang ingin meminjam buku di perpustakaan kota.',
  agency: 'diskominfo-kota-probolinggo',
  decree: { number: '2/UJI/2026', title: 'Standar Pelayanan Kartu Perpustakaan', date: '2026-01-02', signatory: 'Kepala Dinas' },
  effectiveFrom: '2026-01-02',
  applicants: 'registered',
  standard: {
    servicePoint: {
      requirements: ['Nama dan nomor telepon warga kota', 'Foto kartu pelajar (bila pelajar)'],
      procedure: ['Mengajukan', 'Memeriksa', 'Menerbitkan kartu'],
      completionTime: '2 (dua) hari kerja sejak permohonan diterima',
      fee: 'Tidak dipungut biaya (gratis).',
      product: ['Kartu anggota perpustakaan'],
      complaints: ['Meja layanan dinas'],
    },
    manufacturing: {
      legalBasis: ['Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik'],
      facilities: ['Meja layanan'],
      competence: ['Memahami layanan perpustakaan'],
      supervision: ['Kepala Dinas'],
      staffing: '2 orang',
      guarantee: ['Sesuai standar'],
      safety: ['Data dijaga'],
      evaluation: ['Setiap permohonan'],
    },
  },
  numberPrefix: 'KP',
  form: {
    sections: [
      {
        key: 'anggota',
        title: 'Calon anggota',
        fields: [
          {
            key: 'jenis',
            type: 'choice',
            label: 'Jenis anggota',
            required: true,
            options: [
              { value: 'umum', label: 'Umum' },
              { value: 'pelajar', label: 'Pelajar' },
            ],
          },
          { key: 'nama', type: 'text', label: 'Nama', required: true },
          { key: 'telepon', type: 'phone', label: 'Nomor telepon', required: true },
          {
            key: 'kartuPelajar',
            type: 'file',
            label: 'Foto kartu pelajar',
            requiredWhen: { fact: 'answers.jenis', operator: 'is', value: 'pelajar' },
            visibleWhen: { fact: 'answers.jenis', operator: 'is', value: 'pelajar' },
          },
        ],
      },
    ],
  },
  procedure: {
    intake: 'petugas-layanan-informasi',
    steps: [
      {
        key: 'ajukan',
        title: 'Mengajukan',
        actor: { kind: 'applicant' },
        status: 'returned',
        outcomes: [{ key: 'ajukan', label: 'Ajukan', to: 'periksa', sentence: 'Permohonan diajukan.' }],
      },
      {
        key: 'periksa',
        title: 'Memeriksa',
        actor: { kind: 'position', position: 'petugas-layanan-informasi' },
        status: 'submitted',
        outcomes: [
          { key: 'lengkap', label: 'Lengkap', to: 'terbitkan', sentence: 'Permohonan lengkap.' },
          { key: 'kembalikan', label: 'Kembalikan', to: 'ajukan', reason: 'required', sentence: 'Permohonan perlu dilengkapi.' },
        ],
      },
      {
        key: 'terbitkan',
        title: 'Menerbitkan kartu',
        actor: { kind: 'position', position: 'petugas-layanan-informasi' },
        status: 'processing',
        outcomes: [
          {
            key: 'terbit',
            label: 'Terbitkan',
            end: 'completed',
            result: 'Kartu terbit',
            sentence: 'Kartu diterbitkan.',
            fields: [{ key: 'pin', type: 'text', label: 'PIN kartu', required: true, audience: 'applicant', oneTime: true }],
            effects: [{ type: 'issueDocument', document: 'kartu' }],
          },
        ],
      },
    ],
  },
  clock: { start: 'receipt', duration: { amount: 2, unit: 'workingDays' }, basis: 'Keputusan 2/UJI/2026, komponen 3' },
  rules: [
    {
      key: 'ke-petugas',
      when: { fact: 'answers.jenis', operator: 'isOneOf', value: ['umum', 'pelajar'] },
      then: { type: 'route', unit: 'ppid', position: 'petugas-layanan-informasi' },
      sentence: 'Kartu perpustakaan dilayani Petugas Layanan Informasi.',
    },
    {
      key: 'hanya-warga',
      when: { fact: 'applicant.residency', operator: 'is', value: 'outside' },
      then: { type: 'refuse' },
      sentence: 'Kartu ini hanya untuk warga kota.',
    },
    {
      key: 'identitas-diperiksa',
      when: {
        all: [
          { fact: 'applicant.residency', operator: 'is', value: 'city' },
          { fact: 'applicant.verified', operator: 'is', value: false },
        ],
      },
      then: { type: 'refuse' },
      sentence: 'Identitas Anda belum diperiksa petugas.',
    },
    {
      key: 'satu-permohonan',
      when: { fact: 'openCases.sameService', operator: 'atLeast', value: 1 },
      then: { type: 'refuse' },
      sentence: 'Permohonan Anda yang sebelumnya belum selesai.',
    },
  ],
  documents: { kartu: { title: 'Kartu anggota perpustakaan', body: 'Kartu anggota dengan nomor permohonan {number} sudah terbit.' } },
  examples: [
    {
      name: 'Warga kota yang identitasnya sudah diperiksa',
      at: '2026-01-05T09:00:00+07:00',
      answers: { jenis: 'umum', nama: 'Budi Santoso', telepon: '081234567890' },
      facts: { 'applicant.registered': true, 'applicant.residency': 'city', 'applicant.verified': true },
      // Two working days after the day of receipt: Wednesday 7 January, end of office hours.
      expect: { eligible: true, invalid: [], position: 'petugas-layanan-informasi', deadline: '2026-01-07T16:00:00+07:00' },
    },
    {
      name: 'Warga kota yang identitasnya belum diperiksa ditolak',
      at: '2026-01-05T09:00:00+07:00',
      answers: { jenis: 'umum', nama: 'Budi Santoso', telepon: '081234567890' },
      facts: { 'applicant.registered': true, 'applicant.residency': 'city', 'applicant.verified': false },
      expect: { eligible: false, refusals: ['identitas-diperiksa'] },
    },
    {
      name: 'Warga luar kota ditolak',
      at: '2026-01-05T09:00:00+07:00',
      answers: { jenis: 'umum', nama: 'Budi Santoso', telepon: '081234567890' },
      facts: { 'applicant.registered': true, 'applicant.residency': 'outside', 'applicant.verified': false },
      expect: { eligible: false, refusals: ['hanya-warga'] },
    },
    {
      name: 'Permohonan kedua ditolak selama yang pertama berjalan',
      at: '2026-01-05T09:00:00+07:00',
      answers: { jenis: 'umum', nama: 'Budi Santoso', telepon: '081234567890' },
      facts: { 'applicant.registered': true, 'applicant.residency': 'city', 'applicant.verified': true, 'openCases.sameService': 1 },
      expect: { eligible: false, refusals: ['satu-permohonan'] },
    },
    {
      name: 'Pelajar tanpa foto kartu pelajar dikembalikan',
      at: '2026-01-05T09:00:00+07:00',
      answers: { jenis: 'pelajar', nama: 'Budi Santoso', telepon: '081234567890' },
      expect: { eligible: true, invalid: ['kartuPelajar'] },
    },
  ],
};
