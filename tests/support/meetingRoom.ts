/**
 * The loan of a meeting room, as an office would write it and as nobody programmed it: five steps of 10, 15, 30, 20 and 5 minutes, a letter asked only
 * from outside bodies, a slot, and a refusal with its reason.
 */
export const meetingRoom = {
  format: 1,
  slug: 'pinjam-ruang-rapat',
  name: 'Peminjaman Ruang Rapat',
  summary: 'Untuk bidang di dalam dinas dan lembaga dari luar yang ingin meminjam ruang rapat dinas.',
  agency: 'diskominfo-kota-probolinggo',
  decree: { number: '1/UJI/2026', title: 'Standar Pelayanan Peminjaman Ruang Rapat', date: '2026-01-02', signatory: 'Kepala Dinas' },
  effectiveFrom: '2026-01-02',
  standard: {
    servicePoint: {
      requirements: ['Nama peminjam dan waktu pemakaian', 'Surat permohonan (bila dari lembaga luar)'],
      procedure: ['Mengajukan', 'Memeriksa', 'Menyetujui', 'Menyiapkan ruang', 'Menyerahkan kunci'],
      completionTime: '80 menit jam kerja sejak permohonan diterima',
      fee: 'Tidak dipungut biaya (gratis).',
      product: ['Pemakaian ruang rapat'],
      complaints: ['Meja layanan dinas'],
    },
    manufacturing: {
      legalBasis: ['Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik'],
      facilities: ['Ruang rapat'],
      competence: ['Memahami pengelolaan ruang'],
      supervision: ['Kepala Dinas'],
      staffing: '2 orang',
      guarantee: ['Sesuai standar'],
      safety: ['Ruang diperiksa sebelum dipakai'],
      evaluation: ['Setiap pemakaian'],
    },
  },
  numberPrefix: 'RR',
  form: {
    sections: [
      {
        key: 'peminjaman',
        title: 'Peminjaman',
        fields: [
          { key: 'nama', type: 'text', label: 'Nama peminjam', required: true },
          { key: 'telepon', type: 'phone', label: 'Nomor telepon', required: true },
          {
            key: 'asal',
            type: 'choice',
            label: 'Asal peminjam',
            required: true,
            options: [
              { value: 'dalam', label: 'Bidang di dalam dinas' },
              { value: 'luar', label: 'Lembaga dari luar' },
            ],
          },
          {
            key: 'surat',
            type: 'file',
            label: 'Surat permohonan',
            requiredWhen: { fact: 'answers.asal', operator: 'is', value: 'luar' },
            visibleWhen: { fact: 'answers.asal', operator: 'is', value: 'luar' },
          },
          { key: 'mulai', type: 'dateTime', label: 'Waktu pemakaian', required: true },
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
        allowance: { amount: 10, unit: 'minutes' },
        outcomes: [{ key: 'ajukan', label: 'Ajukan', to: 'periksa', sentence: 'Permohonan diajukan.' }],
      },
      {
        key: 'periksa',
        title: 'Memeriksa',
        actor: { kind: 'position', position: 'petugas-layanan-informasi' },
        status: 'submitted',
        allowance: { amount: 15, unit: 'minutes' },
        outcomes: [{ key: 'lengkap', label: 'Lengkap', to: 'setujui', sentence: 'Permohonan lengkap.' }],
      },
      {
        key: 'setujui',
        title: 'Menyetujui',
        actor: { kind: 'position', position: 'ppid' },
        status: 'processing',
        allowance: { amount: 30, unit: 'minutes' },
        outcomes: [
          {
            key: 'setuju',
            label: 'Setuju',
            to: 'siapkan',
            sentence: 'Peminjaman disetujui.',
            effects: [{ type: 'reserve', resource: 'ruang-rapat', startField: 'mulai', minutes: 120 }],
          },
          { key: 'tolak', label: 'Tolak', end: 'rejected', reason: 'required', result: 'Ditolak', sentence: 'Peminjaman ditolak.' },
        ],
      },
      {
        key: 'siapkan',
        title: 'Menyiapkan ruang',
        actor: { kind: 'position', position: 'petugas-layanan-informasi' },
        status: 'scheduled',
        allowance: { amount: 20, unit: 'minutes' },
        outcomes: [{ key: 'siap', label: 'Siap', to: 'serahkan', sentence: 'Ruang siap dipakai.' }],
      },
      {
        key: 'serahkan',
        title: 'Menyerahkan kunci',
        actor: { kind: 'position', position: 'petugas-layanan-informasi' },
        status: 'scheduled',
        allowance: { amount: 5, unit: 'minutes' },
        outcomes: [{ key: 'serah', label: 'Diserahkan', end: 'completed', result: 'Dipinjamkan', sentence: 'Kunci diserahkan.' }],
      },
    ],
  },
  clock: { start: 'receipt', duration: { amount: 80, unit: 'minutes' }, basis: 'Keputusan 1/UJI/2026, komponen 3' },
  rules: [
    {
      key: 'ke-ppid',
      when: { fact: 'answers.asal', operator: 'isOneOf', value: ['dalam', 'luar'] },
      then: { type: 'route', unit: 'ppid', position: 'ppid' },
      sentence: 'Peminjaman ruang rapat diputuskan PPID.',
    },
    {
      key: 'mendadak',
      when: { fact: 'daysUntil.mulai', operator: 'lessThan', value: 1 },
      then: { type: 'refuse' },
      sentence: 'Ruang rapat dipinjam paling lambat sehari sebelum dipakai.',
    },
  ],
  examples: [
    {
      name: 'Bidang di dalam dinas, sehari sebelumnya',
      at: '2026-01-05T09:00:00+07:00',
      answers: { nama: 'Budi Santoso', telepon: '081234567890', asal: 'dalam', mulai: '2026-01-06T09:00:00+07:00' },
      // 80 minutes after 09:00 are 10:20, before the break.
      expect: { eligible: true, invalid: [], position: 'ppid', deadline: '2026-01-05T10:20:00+07:00' },
    },
    {
      name: 'Pada hari yang sama ditolak',
      at: '2026-01-05T09:00:00+07:00',
      answers: { nama: 'Budi Santoso', telepon: '081234567890', asal: 'dalam', mulai: '2026-01-05T13:00:00+07:00' },
      expect: { eligible: false, refusals: ['mendadak'] },
    },
    {
      name: 'Lembaga luar tanpa surat dikembalikan',
      at: '2026-01-05T09:00:00+07:00',
      answers: { nama: 'Budi Santoso', telepon: '081234567890', asal: 'luar', mulai: '2026-01-07T09:00:00+07:00' },
      expect: { eligible: true, invalid: ['surat'] },
    },
    {
      name: 'Lembaga luar dengan surat',
      at: '2026-01-05T09:00:00+07:00',
      answers: {
        nama: 'Budi Santoso',
        telepon: '081234567890',
        asal: 'luar',
        surat: '1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b',
        mulai: '2026-01-07T09:00:00+07:00',
      },
      expect: { eligible: true, invalid: [] },
    },
  ],
};
