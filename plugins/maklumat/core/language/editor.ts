import type { PartName } from '../definition/parts';
import type { Language } from './language';

/** What the editors of a service's parts say. */
export interface EditorText {
  parts: Record<PartName, { label: string; description: string }>;
  format: string;
  keys: string;
  placeholder: string;
  unreadable: string;
  required: string;
  readOnly: string;
  problem: {
    syntax: string;
    escape: string;
    twice: (name: string) => string;
  };
  findings: {
    title: string;
    loading: string;
    none: string;
    unsaved: string;
    failed: string;
    retry: string;
    severity: Record<'error' | 'warning', string>;
    count: (errors: number, warnings: number) => string;
    why: string;
    mend: string;
    goTo: (where: string) => string;
  };
  /** Words of the editor's own parts, under the names that it asks for them by. */
  phrases: Record<string, string>;
}

export const editorText: Record<Language, EditorText> = {
  id: {
    parts: {
      form: { label: 'Formulir', description: 'Bagian dan isian yang dijawab pemohon' },
      procedure: { label: 'Prosedur', description: 'Langkah, pelaku, dan hasil setiap langkah' },
      clock: { label: 'Jam layanan (tenggat)', description: 'Kapan waktu mulai berjalan dan berapa lama' },
      rules: { label: 'Aturan', description: 'Syarat, tujuan, janji waktu, dan biaya yang diputuskan dari jawaban' },
      messages: { label: 'Pesan', description: 'Surat yang dikirim kepada pemohon dan petugas' },
      documents: { label: 'Dokumen', description: 'Surat dan tagihan yang dicetak dari perkara' },
      examples: { label: 'Contoh kasus', description: 'Permohonan contoh dengan hasil yang harus keluar' },
    },
    format: 'Rapikan',
    keys: 'Ctrl+Spasi menampilkan pilihan, Ctrl+F mencari, Esc lalu Tab keluar dari kotak ini.',
    placeholder: 'Kosong. Tekan Ctrl+Spasi untuk melihat yang dapat ditulis.',
    unreadable: 'Teks ini belum menjadi JSON yang utuh, jadi belum dapat disimpan. Perbaiki bagian yang ditandai merah.',
    required: 'wajib',
    readOnly: 'Hanya dapat dibaca.',
    problem: {
      syntax: 'Ada yang kurang atau berlebih di sini. Periksa koma, titik dua, tanda kutip, dan kurung.',
      escape: 'Di dalam teks, tulis garis miring terbalik dua kali, mis. \\\\d.',
      twice: (name) => `“${name}” ditulis lebih dari sekali; hanya yang terakhir yang dipakai. Hapus salah satu.`,
    },
    findings: {
      title: 'Temuan',
      loading: 'Memeriksa …',
      none: 'Tidak ada temuan pada bagian ini.',
      unsaved: 'Temuan tampil setelah layanan ini disimpan untuk pertama kali.',
      failed: 'Pemeriksaan tidak berhasil.',
      retry: 'Periksa lagi',
      severity: { error: 'Kesalahan', warning: 'Peringatan' },
      count: (errors, warnings) => `${errors} kesalahan, ${warnings} peringatan`,
      why: 'Mengapa',
      mend: 'Cara memperbaiki',
      goTo: (where) => `Ke ${where}`,
    },
    phrases: {
      Find: 'Cari',
      Replace: 'Ganti dengan',
      next: 'berikutnya',
      previous: 'sebelumnya',
      all: 'semua',
      'match case': 'bedakan huruf besar',
      regexp: 'pola',
      'by word': 'kata utuh',
      replace: 'ganti',
      'replace all': 'ganti semua',
      close: 'tutup',
      'current match': 'temuan ini',
      'on line': 'pada baris',
      'replaced match on line $': 'diganti pada baris $',
      'replaced $ matches': '$ diganti',
      Completions: 'Pilihan',
      Diagnostics: 'Kesalahan',
      'No diagnostics': 'Tidak ada kesalahan',
      'Folded lines': 'Baris terlipat',
      'Unfolded lines': 'Baris terbuka',
      to: 'sampai',
      'folded code': 'teks terlipat',
      unfold: 'buka lipatan',
      'Fold line': 'Lipat',
      'Unfold line': 'Buka lipatan',
    },
  },
  en: {
    parts: {
      form: { label: 'Form', description: 'Sections and questions that the applicant answers' },
      procedure: { label: 'Procedure', description: 'Steps, who acts at each, and its outcomes' },
      clock: { label: 'Deadline', description: 'When the time begins to run and how long it is' },
      rules: { label: 'Rules', description: 'Eligibility, routing, promises of time and fees that follow from the answers' },
      messages: { label: 'Messages', description: 'Letters to the applicant and to officers' },
      documents: { label: 'Documents', description: 'Letters and invoices printed from the case' },
      examples: { label: 'Examples', description: 'Sample applications with the outcome they must get' },
    },
    format: 'Tidy up',
    keys: 'Ctrl+Space shows what fits, Ctrl+F searches, Esc then Tab leaves this box.',
    placeholder: 'Empty. Press Ctrl+Space to see what can be written.',
    unreadable: 'This text is not whole JSON yet, so it cannot be saved. Mend what is marked in red.',
    required: 'required',
    readOnly: 'Read only.',
    problem: {
      syntax: 'Something is missing or too much here. Check commas, colons, quotation marks and brackets.',
      escape: 'Within text, write a backslash twice, e.g. \\\\d.',
      twice: (name) => `“${name}” is written more than once; only the last one counts. Delete one.`,
    },
    findings: {
      title: 'Findings',
      loading: 'Checking …',
      none: 'No findings in this part.',
      unsaved: 'Findings appear once this service has been saved.',
      failed: 'The check did not succeed.',
      retry: 'Check again',
      severity: { error: 'Error', warning: 'Warning' },
      count: (errors, warnings) => `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
      why: 'Why',
      mend: 'How to mend it',
      goTo: (where) => `Go to ${where}`,
    },
    phrases: {},
  },
};
