/** What the facts of rules are called before those who write services; the admin is Indonesian. */
export const factWords = {
  receipt: {
    receivedAt: 'Saat permohonan diterima',
    receivedDate: 'Tanggal permohonan diterima',
    receivedTime: 'Jam permohonan diterima',
    receivedOnWorkingDay: 'Diterima pada hari kerja',
  },
  channel: 'Saluran permohonan',
  daysUntil: (label: string): string => `Sisa hari sampai "${label}"`,
  workingDaysUntil: (label: string): string => `Sisa hari kerja sampai "${label}"`,
  onWorkingDay: (label: string): string => `"${label}" jatuh pada hari kerja`,
  files: {
    count: (label: string): string => `Banyaknya berkas "${label}"`,
    mime: (label: string): string => `Jenis berkas "${label}"`,
    size: (label: string): string => `Ukuran berkas "${label}" dalam bita`,
    pages: (label: string): string => `Banyaknya halaman "${label}"`,
    seconds: (label: string): string => `Lama rekaman "${label}" dalam detik`,
  },
  linked: {
    service: (label: string): string => `Layanan asal "${label}"`,
    status: (label: string): string => `Status permohonan asal "${label}"`,
    result: (label: string): string => `Hasil permohonan asal "${label}"`,
    document: (label: string): string => `Jenis dokumen "${label}"`,
  },
  applicant: {
    registered: 'Pemohon terdaftar',
    residency: 'Tempat tinggal pemohon',
    verified: 'Identitas pemohon sudah diperiksa',
  },
  openCases: {
    sameService: 'Permohonan lain yang masih berjalan pada layanan ini',
    all: 'Permohonan lain yang masih berjalan pada semua layanan',
  },
  bookingFree: (resource: string): string => `Jadwal "${resource}" masih kosong`,
} as const;
