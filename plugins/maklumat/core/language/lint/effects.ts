import { error, warning } from './findingText';

/** Findings about what follows from outcomes and rules: reservations, documents, messages, linked cases. */
export const effectFindings = {
  messageMissing: (message: string) =>
    error(
      `Pesan "${message}" belum ditulis.`,
      'Pemberitahuan tidak dapat dikirim.',
      'Tulis pesannya pada bagian messages, atau pakai kunci pesan yang ada.',
    ),
  documentMissing: (document: string) =>
    error(
      `Dokumen "${document}" belum ditulis.`,
      'Surat tidak dapat diterbitkan.',
      'Tulis dokumennya pada bagian documents, atau pakai kunci dokumen yang ada.',
    ),
  invoiceWithoutCharge: (document: string) =>
    error(
      `Tagihan "${document}" tidak memiliki dasar biaya.`,
      'Tidak ada aturan biaya, sehingga jumlah tagihan tidak dapat dihitung.',
      'Tambahkan aturan dengan hasil "charge", atau hapus tagihannya.',
    ),
  resourceMissing: (resource: string) =>
    error(
      `Sumber daya "${resource}" tidak ada.`,
      'Jadwal tidak dapat dipesan.',
      'Buat sumber dayanya di menu Sumber daya, atau pakai yang ada.',
    ),
  startNotMoment: (field: string) =>
    error(
      `Isian "${field}" bukan isian tanggal dan jam.`,
      'Jadwal hanya dapat dipesan mulai tanggal dan jam tertentu.',
      'Pakai isian berjenis dateTime dari formulir atau dari hasil langkah.',
    ),
  startOptional: (field: string) =>
    warning(
      `Isian "${field}" boleh dikosongkan, padahal menentukan jadwal.`,
      'Bila dikosongkan, tidak ada jadwal yang dipesan.',
      'Wajibkan isian itu.',
    ),
  minutesNotNumber: (field: string) =>
    error(`Isian "${field}" bukan angka.`, 'Lama pemakaian dihitung dalam menit.', 'Pakai isian berjenis number.'),
  acceptWithoutOffer: (outcome: string) =>
    error(
      `Hasil "${outcome}" menerima jadwal yang tidak pernah ditawarkan.`,
      'Sebelum langkah ini tidak ada hasil yang menawarkan jadwal.',
      'Tawarkan jadwalnya lebih dahulu (reserve dengan offer true), atau hapus penerimaannya.',
    ),
  offerWithoutAccept: (outcome: string) =>
    warning(
      `Jadwal yang ditawarkan oleh hasil "${outcome}" tidak dapat diterima.`,
      'Sesudahnya tidak ada langkah tempat pemohon menerima jadwal itu.',
      'Tambahkan langkah pemohon dengan hasil yang menerima jadwal (acceptReservation).',
    ),
  releaseWithoutReserve: (outcome: string) =>
    warning(
      `Hasil "${outcome}" melepas jadwal yang tidak pernah dipesan.`,
      'Sebelum langkah ini tidak ada hasil yang memesan jadwal.',
      'Hapus releaseReservation, atau pesan jadwalnya lebih dahulu.',
    ),
  serviceMissing: (service: string) =>
    error(
      `Layanan "${service}" tidak ada atau belum menerima permohonan.`,
      'Permohonan lanjutan tidak dapat dibuka di sana.',
      'Terbitkan layanan itu lebih dahulu, atau pakai layanan lain.',
    ),
  opensItself: error(
    'Layanan ini membuka permohonan pada dirinya sendiri.',
    'Setiap permohonan baru akan membuka permohonan berikutnya tanpa akhir.',
    'Pilih layanan lain.',
  ),
  targetMissing: (service: string, field: string) =>
    error(
      `Formulir layanan "${service}" tidak memiliki isian "${field}".`,
      'Jawaban yang diteruskan ke isian itu akan ditolak.',
      'Pakai kunci isian yang ada pada formulir layanan itu.',
    ),
  targetUnfilled: (service: string, label: string) =>
    error(
      `Isian wajib "${label}" pada layanan "${service}" tidak diisi.`,
      'Permohonan lanjutan akan ditolak karena tidak lengkap.',
      'Teruskan sebuah jawaban ke isian itu.',
    ),
  sourceMissing: (fact: string) =>
    error(
      `"${fact}" tidak dikenal.`,
      'Tidak ada jawaban yang dapat diteruskan ke layanan lain.',
      'Pakai kunci isian yang ada, mis. answers.nama.',
    ),
  sourceOptional: (fact: string, label: string) =>
    warning(
      `"${fact}" boleh kosong, padahal mengisi isian wajib "${label}" pada layanan lain.`,
      'Bila kosong, permohonan lanjutan tidak dapat dibuka.',
      'Wajibkan isian asalnya, atau pakai isian yang selalu diisi.',
    ),
  typeMismatch: (fact: string, label: string) =>
    error(
      `"${fact}" tidak sejenis dengan isian "${label}" pada layanan lain.`,
      'Jawaban dengan jenis lain akan ditolak di sana.',
      'Teruskan jawaban yang sejenis, mis. tanggal ke tanggal.',
    ),
} as const;
