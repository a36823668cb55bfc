import type { Clock } from '../../definition/procedure';
import { error, warning } from './findingText';

const begins = {
  receipt: 'diterima',
  completion: 'dinyatakan lengkap',
  disposition: 'didisposisikan',
  forwarding: 'diteruskan',
  schedule: 'dijadwalkan',
} as const satisfies Record<Clock['start'], string>;

/** Findings about the promised time and the fee, and the words of the standard about them. */
export const clockFindings = {
  neverStarts: (start: Clock['start']) =>
    error(
      `Tenggat dihitung sejak permohonan ${begins[start]}, tetapi tidak ada langkah yang memulainya.`,
      'Tenggat tidak pernah berjalan, sehingga janji waktu tidak pernah dapat dinilai.',
      'Beri efek "startClock" pada hasil langkah yang dimaksud.',
    ),
  maySkipStart: (start: Clock['start']) =>
    warning(
      `Ada permohonan yang selesai tanpa pernah ${begins[start]}.`,
      'Tenggatnya tidak pernah berjalan, sehingga janji waktu untuk permohonan itu tidak dapat dinilai.',
      'Beri efek "startClock" pada setiap jalan yang menuju selesai.',
    ),
  startIgnored: (outcome: string) =>
    warning(
      `Efek "startClock" pada hasil "${outcome}" tidak berpengaruh.`,
      'Tenggat layanan ini tidak dimulai oleh sebuah langkah.',
      'Hapus efeknya, atau ubah "start" pada tenggat.',
    ),
  stopsBeforeStart: (outcome: string) =>
    error(
      `Hasil "${outcome}" menghentikan tenggat yang belum pernah berjalan.`,
      'Sebelum langkah itu tidak ada yang memulai tenggat.',
      'Mulai tenggat lebih dahulu dengan efek "startClock", atau hapus "stopClock".',
    ),
  neverResumes: (outcome: string) =>
    warning(
      `Tenggat yang dihentikan sementara oleh hasil "${outcome}" tidak pernah dilanjutkan.`,
      'Sesudah hasil itu tidak ada yang melanjutkan tenggat, sehingga waktu kantor tidak lagi dihitung.',
      'Beri efek "resumeClock" pada hasil langkah yang melanjutkan pekerjaan.',
    ),
  resumesNothing: (outcome: string) =>
    warning(
      `Efek "resumeClock" pada hasil "${outcome}" tidak berpengaruh.`,
      'Tidak ada hasil yang menghentikan tenggat sementara.',
      'Hapus efeknya, atau tambahkan "pauseClock" pada hasil yang menunggu pemohon.',
    ),
  scheduleField: (field: string) =>
    error(
      `Isian "${field}" bukan isian tanggal dan jam pada formulir.`,
      'Tenggat dihitung sejak waktu yang dijadwalkan, dan waktu itu dibaca dari isian tersebut.',
      'Pakai isian berjenis dateTime dari formulir.',
    ),
  timeDiffers: (stated: readonly string[], counted: string) =>
    error(
      `Standar menulis ${stated.join(' dan ')}, tenggat dihitung ${counted}.`,
      'Pemohon membaca janji waktu yang berbeda dengan yang dijalankan.',
      'Samakan jangka waktu pada standar dengan tenggat.',
    ),
  extensionDiffers: (stated: readonly string[], counted: string) =>
    error(
      `Perpanjangan tenggat dihitung ${counted}, tetapi standar hanya menulis ${stated.join(' dan ')}.`,
      'Pemohon tidak membaca bahwa waktunya dapat diperpanjang selama itu.',
      'Tuliskan perpanjangannya pada jangka waktu standar, atau samakan lamanya.',
    ),
  timeUnstated: (counted: string) =>
    warning(
      `Standar tidak menyebut jangka waktu, padahal tenggat dihitung ${counted}.`,
      'Pemohon tidak dapat membaca janji waktunya pada standar.',
      'Tuliskan jangka waktunya pada standar.',
    ),
  promiseUnstated: (rule: string, counted: string) =>
    warning(
      `Aturan "${rule}" menjanjikan ${counted}, yang tidak disebut pada standar.`,
      'Pemohon yang terkena aturan itu tidak membaca janji waktunya pada standar.',
      'Tuliskan juga jangka waktu itu pada standar.',
    ),
  freeButCharged: (rules: string) =>
    error(
      'Standar menulis layanan ini gratis, tetapi ada aturan biaya.',
      `Aturan ${rules} dapat menagih pemohon.`,
      'Samakan biaya pada standar dengan aturannya.',
    ),
  silentButCharged: (rules: string) =>
    error(
      'Standar tidak menyebut biaya, tetapi ada aturan biaya.',
      `Aturan ${rules} dapat menagih pemohon tanpa diumumkan.`,
      'Tuliskan biayanya pada standar.',
    ),
  paidButUncharged: error(
    'Standar menulis layanan ini berbayar, tetapi tidak ada aturan biaya.',
    'Biaya tidak dapat dihitung dan tidak dapat ditagih.',
    'Tambahkan aturan dengan hasil "charge", atau tuliskan bahwa layanan ini gratis.',
  ),
} as const;
