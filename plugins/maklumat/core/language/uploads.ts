import type { Language } from './language';

interface UploadText {
  damaged: string;
  locked: string;
  pixels: (most: number) => string;
  pixelsInPasses: (most: number) => string;
  archive: string;
  heic: string;
  infected: string;
  refusedLater: (title: string) => string;
  quarantined: string;
  busy: string;
  broken: string;
}

const id: UploadText = {
  damaged: 'Berkas tidak dapat dibuka: isinya rusak atau terpotong. Unggah berkas yang utuh.',
  locked: 'PDF ini dikunci. Simpan salinannya tanpa kata sandi dan tanpa pembatasan, lalu unggah lagi.',
  pixels: (most) =>
    `Gambar lebih besar dari ${most} juta piksel (misalnya 8.000 × 5.000). Perkecil ukurannya atau turunkan resolusi kamera, lalu unggah lagi.`,
  pixelsInPasses: (most) =>
    `Gambar yang disimpan bertahap ("progresif") paling besar ${most} juta piksel. Simpan ulang tanpa pilihan itu, atau perkecil ukurannya.`,
  archive: 'Berkas ini sekaligus arsip ZIP. Unggah dokumennya saja.',
  heic: 'Foto HEIC tidak dapat diterima. Simpan sebagai JPG, lalu unggah lagi (di iPhone: Pengaturan › Kamera › Format › Paling Kompatibel, lalu foto ulang).',
  infected: 'Berkas ditolak: pemindai menemukan program berbahaya di dalamnya. Berkas tidak disimpan.',
  refusedLater: (title) => `${title} (ditolak: berisi program berbahaya)`,
  quarantined: 'Berkas ini masih menunggu pemindaian keamanan. Coba lagi beberapa menit lagi.',
  busy: 'Sedang banyak unggahan. Coba lagi setengah menit lagi.',
  broken: 'Unggahan terputus atau bukan multipart/form-data yang benar. Coba unggah lagi.',
};

const en: UploadText = {
  damaged: 'The file cannot be opened: its content is damaged or cut off. Upload the whole file.',
  locked: 'This PDF is locked. Save a copy without a password and without restrictions, then upload it again.',
  pixels: (most) => `The picture is larger than ${most} million pixels (such as 8,000 × 5,000). Make it smaller, then upload it again.`,
  pixelsInPasses: (most) =>
    `A picture that is stored as “progressive” can have ${most} million pixels at most. Save it without that option, or make it smaller.`,
  archive: 'This file is a ZIP archive as well. Upload the document alone.',
  heic: 'HEIC photos cannot be accepted. Save it as a JPG, then upload it again (on an iPhone: Settings › Camera › Formats › Most Compatible, then take it again).',
  infected: 'The file was refused: the scanner found malware in it. It was not kept.',
  refusedLater: (title) => `${title} (refused: it holds malware)`,
  quarantined: 'This file still waits for its security scan. Try again in a few minutes.',
  busy: 'Many uploads are coming in. Try again in half a minute.',
  broken: 'The upload was cut off or is not valid multipart/form-data. Try again.',
};

/** Sentences about files: why an upload is refused, and why one cannot be opened yet. */
export const uploadText: Record<Language, UploadText> = { id, en };
