import { error, warning } from './findingText';

export const valueWords = {
  yes: 'ya',
  no: 'tidak',
  uploaded: 'sudah diunggah',
  filled: 'sudah diisi',
  anything: 'jawabannya apa pun',
} as const;

export const answered = (label: string, value: string): string => `"${label}" dijawab "${value}"`;
export const measured = (label: string, value: string): string => `${label} bernilai ${value}`;
export const left = (label: string): string => `"${label}" dikosongkan`;

const list = (values: readonly string[]): string => (values.length === 0 ? 'tidak ada' : values.join(', '));

/** Findings about a definition's own examples, and what differs in one that comes out otherwise. */
export const exampleFindings = {
  tooFew: (count: number) =>
    warning(
      count === 0 ? 'Layanan ini belum memiliki contoh.' : `Layanan ini baru memiliki ${count} contoh.`,
      'Contoh menjaga agar perubahan aturan di kemudian hari tidak diam-diam mengubah hasil bagi pemohon.',
      'Tulis sedikitnya empat contoh: yang memenuhi syarat, yang ditolak, yang dikembalikan karena tidak lengkap, dan yang tepat di batas.',
    ),
  noneEligible: warning(
    'Tidak ada contoh permohonan yang memenuhi syarat.',
    'Tanpa contoh itu tidak terlihat bahwa permohonan yang benar diterima.',
    'Tambahkan contoh pemohon yang memenuhi semua syarat.',
  ),
  noneRefused: warning(
    'Tidak ada contoh permohonan yang ditolak, padahal ada aturan yang menolak.',
    'Tanpa contoh itu tidak terlihat bahwa aturan penolakan bekerja.',
    'Tambahkan contoh pemohon yang tidak memenuhi syarat.',
  ),
  noneReturned: warning(
    'Tidak ada contoh permohonan yang isiannya belum benar.',
    'Tanpa contoh itu tidak terlihat bahwa formulir menolak isian yang kurang.',
    'Tambahkan contoh dengan isian wajib yang dikosongkan, dan sebutkan isiannya pada "invalid".',
  ),
  failed: (name: string, differences: readonly string[]) =>
    error(
      `Contoh "${name}" tidak keluar seperti yang diharapkan: ${differences.join('; ')}.`,
      'Contoh menyatakan apa yang dijanjikan layanan ini; hasilnya sekarang berbeda.',
      'Perbaiki aturan atau formulirnya, atau hasil yang diharapkan pada contoh.',
    ),
  unknownFact: (name: string, fact: string) =>
    error(
      `Contoh "${name}" memisalkan "${fact}" yang tidak dikenal.`,
      'Yang dimisalkan tidak dibaca oleh aturan mana pun, sehingga contoh tidak menguji apa yang dimaksud.',
      'Pakai nama yang dikenal, mis. openCases.sameService.',
    ),
  broken: (name: string) =>
    error(
      `Contoh "${name}" tidak dapat dijalankan.`,
      'Permohonan seperti pada contoh ini tidak menemukan jalan pada langkah pertama, atau tenggatnya tidak dapat dihitung.',
      'Perbaiki langkah pertama atau kalendernya, lalu periksa lagi.',
    ),
} as const;

export const differences = {
  unset: 'belum ditetapkan',
  eligible: (expected: boolean) =>
    expected ? 'seharusnya memenuhi syarat, ternyata tidak memenuhi' : 'seharusnya tidak memenuhi syarat, ternyata memenuhi',
  keys: (
    what: 'isian yang ditolak' | 'aturan yang menolak' | 'aturan yang memperingatkan' | 'isian yang diminta aturan',
    came: readonly string[],
    expected: readonly string[],
  ) => `${what}: ${list(came)}, seharusnya ${list(expected)}`,
  target: (what: 'jabatan tujuan' | 'bidang tujuan' | 'langkah', came: string | null | undefined, expected: string) =>
    `${what} ${came ?? 'tidak ada'}, seharusnya ${expected}`,
  fee: (came: string, expected: string) => `biaya ${came}, seharusnya ${expected}`,
  deadline: (came: string, expected: string) => `tenggat ${came}, seharusnya ${expected}`,
} as const;
