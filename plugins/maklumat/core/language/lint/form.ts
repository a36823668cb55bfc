import { error, warning } from './findingText';

/** Findings about the form and the fields of decisions. */
export const formFindings = {
  repeatedField: (key: string) =>
    error(
      `Kunci isian "${key}" dipakai lebih dari sekali.`,
      'Jawaban disimpan dengan kunci itu, sehingga isian yang satu menimpa yang lain.',
      'Beri setiap isian kunci yang berbeda.',
    ),
  repeatedSection: (key: string) =>
    error(
      `Kunci bagian "${key}" dipakai lebih dari sekali.`,
      'Temuan dan perubahan menyebut bagian dengan kuncinya.',
      'Beri setiap bagian kunci yang berbeda.',
    ),
  repeatedOption: (label: string, value: string) =>
    error(
      `Isian "${label}" memiliki dua pilihan dengan nilai "${value}".`,
      'Jawaban pemohon tidak dapat dibedakan.',
      'Beri setiap pilihan nilai yang berbeda.',
    ),
  typesDiffer: (key: string) =>
    error(
      `Isian keputusan "${key}" berbeda jenis pada dua hasil.`,
      'Syarat dan surat membaca decisions.' + key + ' tanpa tahu hasil mana yang dipilih.',
      'Samakan jenisnya, atau beri salah satunya kunci lain.',
    ),
  noAnswerFits: (label: string) =>
    error(
      `Tidak ada jawaban yang dapat diterima pada isian "${label}".`,
      'Batas terkecilnya lebih besar daripada batas terbesarnya.',
      'Perbaiki batas isian itu.',
    ),
  slowPattern: (label: string) =>
    error(
      `Pola pada isian "${label}" dapat membuat layanan macet.`,
      'Jawaban yang hampir cocok dapat diperiksa dengan terlalu banyak cara, sehingga server sibuk sangat lama.',
      'Tulis pola tanpa pengulangan di dalam pengulangan, atau pendekkan panjang isiannya.',
    ),
  asksItself: (label: string) =>
    error(
      `Isian "${label}" hanya tampil bila dirinya sendiri sudah diisi.`,
      'Isian yang tidak tampil tidak dapat diisi.',
      'Pakai isian lain sebagai syaratnya.',
    ),
  neverShown: (label: string) =>
    warning(
      `Isian "${label}" tidak pernah tampil.`,
      'Syarat tampilnya tidak dapat dipenuhi oleh jawaban apa pun.',
      'Perbaiki syarat tampilnya, atau hapus isian ini.',
    ),
  oneTimeOutsideDecision: (label: string) =>
    error(
      `Isian "${label}" pada formulir ditandai hanya dapat dibuka sekali.`,
      'Tanda itu untuk isian keputusan yang diserahkan petugas kepada pemohon, mis. kata sandi awal.',
      'Hapus "oneTime", atau pindahkan isiannya ke hasil langkah petugas.',
    ),
  uniqueOutsideForm: (label: string) =>
    error(
      `Isian "${label}" ditandai tidak boleh sama, tetapi bukan isian formulir biasa.`,
      'Hanya jawaban formulir di luar daftar berulang yang dapat dijaga agar tidak sama dengan permohonan lain.',
      'Hapus "unique", atau pindahkan isiannya ke formulir.',
    ),
  codeOutsideForm: (label: string) =>
    error(
      `Isian "${label}" ditandai berisi kode dokumen, tetapi bukan isian formulir biasa.`,
      'Dokumen hanya dicari dari jawaban formulir di luar daftar berulang.',
      'Hapus "documentCode", atau pindahkan isiannya ke formulir.',
    ),
  confidentialWithoutBlind: (label: string) =>
    warning(
      `Isian "${label}" ditandai rahasia, tetapi tidak ada jabatan yang dihalangi melihatnya.`,
      'Semua petugas layanan ini tetap membacanya.',
      'Isi daftar "blind" pada prosedur dengan jabatan yang tidak boleh melihatnya, atau hapus tanda rahasia.',
    ),
  confidentialDecision: (label: string) =>
    warning(
      `Isian keputusan "${label}" ditandai rahasia.`,
      'Tanda rahasia hanya berlaku bagi isian formulir; siapa yang membaca isian keputusan diatur dengan "audience".',
      'Pakai audience "office" bila pemohon tidak boleh membacanya.',
    ),
  unused: (label: string) =>
    warning(
      `Isian "${label}" tidak dipakai.`,
      'Tidak ada aturan, langkah, surat, atau persyaratan dalam standar yang memerlukannya. Meminta data yang tidak perlu memberatkan pemohon.',
      'Hapus isian ini, atau tuliskan keperluannya pada persyaratan standar.',
    ),
  requirementUncollected: (line: string) =>
    warning(
      `Persyaratan "${line}" tidak diminta oleh formulir.`,
      'Standar menyebut persyaratan itu, tetapi tidak ada isian atau berkas yang mengumpulkannya.',
      'Tambahkan isian untuk persyaratan itu, atau samakan namanya dengan label isian yang sudah ada.',
    ),
} as const;
