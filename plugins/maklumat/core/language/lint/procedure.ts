import { error, warning } from './findingText';

/** Findings about steps, their outcomes, and who acts at them. */
export const procedureFindings = {
  repeatedStep: (step: string) =>
    error(
      `Kunci langkah "${step}" dipakai lebih dari sekali.`,
      'Hasil yang menuju kunci itu tidak tahu langkah mana yang dimaksud.',
      'Beri setiap langkah kunci yang berbeda.',
    ),
  repeatedOutcome: (step: string, outcome: string) =>
    error(
      `Langkah "${step}" memiliki dua hasil dengan kunci "${outcome}".`,
      'Keputusan petugas dicatat dengan kunci itu, sehingga keduanya tidak dapat dibedakan.',
      'Beri setiap hasil kunci yang berbeda.',
    ),
  firstNotApplicant: (step: string) =>
    error(
      `Langkah pertama "${step}" bukan langkah pemohon.`,
      'Setiap permohonan dimulai dengan pengajuan oleh pemohon.',
      'Jadikan pemohon pelaku langkah pertama.',
    ),
  firstGoesNowhere: (step: string) =>
    error(
      `Langkah pertama "${step}" tidak diteruskan ke langkah lain.`,
      'Permohonan yang baru diajukan akan langsung berakhir tanpa dilayani.',
      'Arahkan sedikitnya satu hasil langkah pertama ke langkah berikut.',
    ),
  statusStops: (step: string, status: string, isFirst: boolean) =>
    error(
      `Status "${status}" membuat permohonan berhenti pada langkah "${step}".`,
      isFirst
        ? 'Dengan status itu pemohon tidak dapat melengkapi permohonan yang dikembalikan kepadanya.'
        : 'Dengan status itu tidak ada yang dapat memutuskan apa pun pada langkah ini.',
      isFirst ? 'Pakai status "returned" pada langkah pertama.' : 'Pakai status lain, mis. "processing".',
    ),
  toNowhere: (outcome: string, to: string) =>
    error(
      `Hasil "${outcome}" menuju langkah "${to}" yang tidak ada.`,
      'Permohonan tidak dapat diteruskan setelah hasil ini dipilih.',
      'Arahkan hasil ini ke langkah yang ada, atau buat langkahnya.',
    ),
  unreachable: (step: string) =>
    error(
      `Langkah "${step}" tidak pernah dicapai.`,
      'Tidak ada hasil dari langkah lain yang menuju ke sini, sehingga langkah ini tidak pernah dikerjakan.',
      'Arahkan sebuah hasil ke langkah ini, atau hapus langkahnya.',
    ),
  deadEnd: (step: string) =>
    error(
      `Langkah "${step}" adalah jalan buntu.`,
      'Dari langkah ini permohonan hanya berputar dan tidak pernah dapat selesai atau ditolak.',
      'Beri langkah ini, atau salah satu langkah sesudahnya, hasil yang mengakhiri permohonan.',
    ),
  systemNeedsDefault: (step: string) =>
    error(
      `Hasil terakhir langkah otomatis "${step}" masih memakai syarat.`,
      'Bila tidak ada satu syarat pun yang terpenuhi, permohonan tersangkut di langkah ini tanpa ada petugas yang dapat melanjutkannya.',
      'Hapus syarat pada hasil terakhir, sehingga hasil itu berlaku bila yang lain tidak.',
    ),
  systemLoop: (steps: readonly string[]) =>
    error(
      `Langkah otomatis ${quoted(steps)} saling menuju tanpa ada yang menunggu.`,
      'Permohonan akan berputar di antara langkah-langkah itu tanpa akhir.',
      'Arahkan salah satunya ke langkah pemohon atau langkah petugas.',
    ),
  stuck: (step: string, example: string, sure: boolean) =>
    (sure ? error : warning)(
      `Langkah "${step}" dapat kehabisan pilihan.`,
      `Semua hasilnya memakai syarat, dan tidak satu pun terbuka bila ${example}.`,
      'Tambahkan hasil tanpa syarat, atau lengkapi syaratnya untuk keadaan itu.',
    ),
  neverOpen: (outcome: string) =>
    error(
      `Hasil "${outcome}" tidak pernah terbuka.`,
      'Syaratnya tidak dapat dipenuhi oleh jawaban apa pun.',
      'Perbaiki syaratnya, atau hapus hasil ini.',
    ),
  neverTaken: (outcome: string) =>
    warning(
      `Hasil "${outcome}" tidak pernah diambil.`,
      'Pada langkah yang berjalan sendiri hasil pertama yang cocok yang diambil, dan hasil di atasnya selalu mendahului.',
      'Pindahkan hasil ini ke atas, atau beri syarat pada hasil yang mendahuluinya.',
    ),
  neverAsked: (outcome: string, what: 'isian' | 'alasan') =>
    warning(
      `Hasil "${outcome}" meminta ${what} yang tidak pernah ditanyakan.`,
      'Hasil ini diambil dengan sendirinya, tanpa ada orang yang memutuskan.',
      what === 'isian' ? 'Pindahkan isiannya ke formulir atau ke langkah petugas.' : 'Pakai reason "none" pada hasil ini.',
    ),
  positionMissing: (position: string) =>
    error(
      `Jabatan "${position}" tidak ada.`,
      'Tidak ada orang yang dapat diberi tugas ini.',
      'Buat jabatannya di menu Jabatan, atau pakai jabatan yang ada.',
    ),
  positionVacant: (position: string) =>
    warning(
      `Jabatan "${position}" belum dipegang siapa pun.`,
      'Permohonan yang sampai ke jabatan ini akan menunggu sampai ada pemegangnya.',
      'Tunjuk pemegang jabatannya sebelum layanan dibuka.',
    ),
  intakeBlind: (position: string) =>
    warning(
      `Petugas loket "${position}" termasuk jabatan yang tidak boleh melihat isian rahasia.`,
      'Petugas loket menuliskan jawaban pemohon, sehingga tetap mengetahuinya.',
      'Hapus jabatan itu dari daftar blind, atau tunjuk jabatan lain untuk loket.',
    ),
} as const;

export const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
