import type { FactKind } from '../../rules/factTypes';
import { error, warning } from './findingText';

const kindWords = {
  text: 'teks',
  choice: 'pilihan',
  choices: 'beberapa pilihan',
  number: 'angka',
  boolean: 'ya atau tidak',
  date: 'tanggal',
  time: 'jam',
  instant: 'tanggal dan jam',
  files: 'berkas',
  items: 'daftar',
} as const satisfies Record<FactKind, string>;

/** Findings about conditions and rules. */
export const ruleFindings = {
  unknownFact: (fact: string, nearest: string | undefined) =>
    error(
      `"${fact}" tidak dikenal.`,
      'Syarat yang menanyakan hal yang tidak dikenal tidak pernah terpenuhi.',
      nearest === undefined ? 'Pakai kunci isian yang ada, mis. answers.nama.' : `Mungkin yang dimaksud "${nearest}".`,
    ),
  factNotHere: (fact: string) =>
    error(
      `"${fact}" belum diketahui di sini.`,
      'Formulir hanya mengetahui jawaban pemohon; syarat hasil langkah hanya mengetahui jawaban, keputusan, dan keadaan yang dicatat saat permohonan diterima.',
      'Pindahkan syarat ini ke aturan, atau pakai jawaban pada formulir.',
    ),
  wrongOperator: (label: string, kind: FactKind, operator: string) =>
    error(
      `"${label}" berupa ${kindWords[kind]}, sehingga tidak dapat dibandingkan dengan "${operator}".`,
      'Perbandingan itu tidak pernah terpenuhi.',
      `Pakai ${suited[kind]}.`,
    ),
  wrongValue: (label: string, kind: FactKind, value: string) =>
    error(
      `"${label}" berupa ${kindWords[kind]}, tetapi dibandingkan dengan ${value}.`,
      'Pembanding dengan bentuk lain tidak pernah cocok.',
      `Tulis pembanding berupa ${shape[kind]}.`,
    ),
  notAnOption: (label: string, value: string, options: readonly string[]) =>
    error(
      `"${value}" bukan pilihan pada "${label}".`,
      'Jawaban itu tidak pernah dapat dipilih, sehingga perbandingannya tidak pernah cocok.',
      `Pilihannya: ${options.join(', ')}.`,
    ),
  neverTrue: (label: string) =>
    error(
      `Pembanding kosong pada "${label}".`,
      'Perbandingan isFilled dan isEmpty hanya berlaku dengan nilai true; daftar pembanding tidak boleh kosong.',
      'Tulis nilai true, atau isi daftarnya.',
    ),
  repeated: (key: string) =>
    error(
      `Kunci aturan "${key}" dipakai lebih dari sekali.`,
      'Penjelasan kepada pemohon menyebut aturan dengan kuncinya.',
      'Beri setiap aturan kunci yang berbeda.',
    ),
  noRoute: error(
    'Tidak ada aturan rute.',
    'Tanpa aturan rute permohonan tidak punya bidang dan jabatan tujuan.',
    'Tambahkan aturan dengan hasil "route".',
  ),
  unitMissing: (unit: string) =>
    error(
      `Bidang "${unit}" tidak ada.`,
      'Permohonan tidak dapat dikirim ke bidang itu.',
      'Buat bidangnya di menu Bidang, atau pakai bidang yang ada.',
    ),
  otherAgency: (what: string) =>
    warning(
      `${what} milik perangkat daerah lain.`,
      'Permohonan akan dikirim ke luar perangkat daerah yang memiliki layanan ini.',
      'Pakai bidang dan jabatan dari perangkat daerah ini, kecuali memang disengaja.',
    ),
  requireMissing: (field: string) =>
    error(`Isian "${field}" tidak ada pada formulir.`, 'Aturan ini meminta isian yang tidak dapat diisi.', 'Pakai kunci isian yang ada.'),
  timesNotNumber: (fact: string) =>
    error(
      `"${fact}" bukan angka.`,
      'Biaya hanya dapat dikalikan dengan angka; yang lain dihitung nol.',
      'Pakai isian berupa angka, mis. answers.jumlah.',
    ),
  rateMissing: (rate: string) =>
    warning(
      `Tarif "${rate}" belum ditetapkan.`,
      'Sampai tarifnya ditetapkan, pemohon membaca "Tarif belum ditetapkan" dan tagihan tidak dapat dibuat.',
      'Isi tarifnya di menu Tarif.',
    ),
  dead: (key: string) =>
    error(
      `Aturan "${key}" tidak pernah berlaku.`,
      'Syaratnya tidak dapat dipenuhi oleh jawaban apa pun, mis. karena dua syarat saling meniadakan.',
      'Perbaiki syaratnya, atau hapus aturan ini.',
    ),
  shadowed: (key: string) =>
    warning(
      `Aturan "${key}" selalu didahului aturan lain.`,
      'Setiap permohonan yang memenuhi syaratnya sudah diputuskan oleh aturan yang lebih didahulukan.',
      'Naikkan angka priority aturan ini, atau hapus aturannya.',
    ),
  conflict: (one: string, other: string, decisions: readonly [string, string], example: string, priority: number) =>
    error(
      `Aturan "${one}" dan "${other}" bertentangan.`,
      `Keduanya berlaku sekaligus bila ${example}; yang satu ${decisions[0]}, yang lain ${decisions[1]}, dan priority keduanya sama (${priority}).`,
      'Persempit syarat salah satunya, atau beri aturan yang harus menang angka priority yang lebih besar.',
    ),
  trap: (key: string, field: string, example: string) =>
    error(
      `Aturan "${key}" meminta isian "${field}" yang sedang tersembunyi.`,
      `Bila ${example}, isian itu wajib tetapi tidak tampil, sehingga permohonan tidak dapat diajukan.`,
      'Samakan syarat aturan dengan syarat tampilnya isian.',
    ),
  unrouted: (example: string) =>
    error(
      'Ada permohonan yang tidak punya tujuan.',
      `Tidak ada aturan rute yang berlaku bila ${example}.`,
      'Tambahkan aturan rute untuk keadaan itu, atau aturan rute umum dengan priority yang lebih kecil.',
    ),
  unclear: (key: string) =>
    warning(
      `Aturan "${key}" terlalu rumit untuk diperiksa.`,
      'Tidak dapat dipastikan apakah aturan ini pernah berlaku, bertentangan dengan aturan lain, atau melewatkan sebuah permohonan.',
      'Bagi aturan ini menjadi beberapa aturan dengan syarat yang lebih sederhana.',
    ),
} as const;

const suited = {
  text: 'is, isNot, isOneOf, isNoneOf, isFilled, atau isEmpty',
  choice: 'is, isNot, isOneOf, isNoneOf, isFilled, atau isEmpty',
  choices: 'includes, isFilled, atau isEmpty',
  number: 'is, lessThan, atMost, atLeast, moreThan, isFilled, atau isEmpty',
  boolean: 'is, isFilled, atau isEmpty',
  date: 'before, onOrBefore, onOrAfter, after, isFilled, atau isEmpty',
  time: 'before, onOrBefore, onOrAfter, after, isFilled, atau isEmpty',
  instant: 'before, onOrBefore, onOrAfter, after, isFilled, atau isEmpty',
  files: 'isFilled atau isEmpty',
  items: 'isFilled atau isEmpty',
} as const satisfies Record<FactKind, string>;

const shape = {
  text: 'teks di antara tanda kutip',
  choice: 'salah satu pilihannya',
  choices: 'salah satu pilihannya',
  number: 'angka tanpa tanda kutip',
  boolean: 'true atau false tanpa tanda kutip',
  date: 'tanggal, mis. "2026-01-31"',
  time: 'jam, mis. "14:30"',
  instant: 'tanggal dan jam, mis. "2026-01-31T14:30:00+07:00"',
  files: 'true pada isFilled atau isEmpty',
  items: 'true pada isFilled atau isEmpty',
} as const satisfies Record<FactKind, string>;

/** What a rule does, as part of a sentence. */
export const decisionWords = {
  route: (unit: string, position: string): string => `mengirim permohonan ke jabatan "${position}" di bidang "${unit}"`,
  promise: (duration: string): string => `menjanjikan ${duration}`,
} as const;
