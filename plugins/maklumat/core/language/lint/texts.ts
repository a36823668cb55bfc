import { error, warning } from './findingText';

/** Findings about messages and documents. */
export const textFindings = {
  unknownPlaceholder: (name: string, known: readonly string[]) =>
    error(
      `{${name}} tidak dikenal.`,
      'Penerima akan membaca tempat yang kosong atau tanda kurung.',
      `Pakai {answers.kunci} untuk isian, {decisions.kunci} untuk isian keputusan, atau: ${known.map((each) => `{${each}}`).join(' ')}.`,
    ),
  fieldMissing: (name: string) =>
    error(`{${name}} menyebut isian yang tidak ada.`, 'Penerima akan membaca tempat yang kosong.', 'Pakai kunci isian yang ada.'),
  unreadable: (name: string) =>
    warning(
      `{${name}} berisi berkas atau daftar.`,
      'Isinya tidak dapat ditulis dalam surat.',
      'Sebutkan isinya dengan isian teks, atau hapus dari surat.',
    ),
  oneTime: (name: string) =>
    error(
      `{${name}} hanya dapat dibuka sekali oleh pemohon.`,
      'Isinya tidak disimpan, sehingga tidak dapat ditulis dalam pesan atau dokumen.',
      'Hapus dari surat; arahkan pemohon ke {trackingUrl}.',
    ),
  confidential: (name: string, position: string) =>
    warning(
      `{${name}} adalah isian rahasia, tetapi pesan ini dikirim kepada jabatan "${position}" yang tidak boleh melihatnya.`,
      'Isian yang disembunyikan di meja kerja akan terbaca dalam pesan.',
      'Hapus isian itu dari pesan, atau kirim pesan lain kepada jabatan tersebut.',
    ),
  noReason: (outcome: string) =>
    warning(
      `Pesan ini menyebut {reason}, tetapi hasil "${outcome}" yang mengirimnya tidak meminta alasan.`,
      'Pada pesan itu alasannya kosong.',
      'Wajibkan alasan pada hasil itu, atau hapus {reason} dari pesan.',
    ),
  noAmount: warning(
    'Surat ini menyebut {amount}, tetapi tidak ada aturan biaya.',
    'Jumlahnya selalu nol.',
    'Tambahkan aturan dengan hasil "charge", atau hapus {amount}.',
  ),
  noSchedule: warning(
    'Surat ini menyebut {schedule}, tetapi tidak ada hasil yang memesan jadwal.',
    'Jadwalnya selalu kosong.',
    'Tambahkan efek "reserve", atau hapus {schedule}.',
  ),
  extensionUnannounced: (key: string) =>
    warning(
      `Pesan "${key}" belum ditulis.`,
      'Pemohon tidak diberi tahu secara tertulis bila waktu menjawab diperpanjang.',
      `Tulis pesan dengan kunci "${key}".`,
    ),
  unusedMessage: (key: string) =>
    warning(
      `Pesan "${key}" tidak pernah dikirim.`,
      'Tidak ada hasil atau aturan yang mengirimnya.',
      'Kirim pesan ini dengan efek "notify", atau hapus.',
    ),
  unusedDocument: (key: string) =>
    warning(
      `Dokumen "${key}" tidak pernah diterbitkan.`,
      'Tidak ada hasil yang menerbitkannya.',
      'Terbitkan dengan efek "issueDocument" atau "invoice", atau hapus.',
    ),
} as const;
