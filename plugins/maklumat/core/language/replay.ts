import { Duration } from '../calendar/duration';
import type { DifferenceKind } from '../rules/replay';
import { formatRupiah } from './amount';
import { formatDuration } from './calendar';
import type { Language } from './language';

interface ReplayText {
  title: string;
  explanation: string;
  service: string;
  choose: string;
  noServices: string;
  chooseService: string;
  ready: string;
  edit: string;
  /** The way here from a service. */
  open: string;
  start: string;
  stop: string;
  queued: string;
  running: string;
  progress: string;
  /** Where it is, for whoever cannot see the bar; in tenths, so that it is not said every second. */
  share: (percent: number) => string;
  checked: (done: number, total: number) => string;
  startedAt: (instant: string) => string;
  outcome: string;
  differing: (cases: number, done: number) => string;
  nothing: string;
  nothingYet: string;
  noCases: string;
  cancelled: (done: number, total: number) => string;
  failed: string;
  unreadable: (cases: number) => string;
  chart: string;
  kind: string;
  cases: string;
  overlap: string;
  list: string;
  listed: (shown: number, differing: number) => string;
  version: (number: number) => string;
  before: string;
  after: string;
  kinds: Record<DifferenceKind, string>;
  /** What holds when no rule decides anything of the kind. */
  none: Record<DifferenceKind, string>;
  refusedBy: (rule: string) => string;
  rule: (rule: string) => string;
}

const separator = { id: '.', en: ',' } as const satisfies Record<Language, string>;

/** "100.000", "100,000". */
export const formatCount = (count: number, language: Language): string =>
  String(count).replace(/\B(?=(\d{3})+(?!\d))/g, separator[language]);

const id = (count: number): string => formatCount(count, 'id');
const en = (count: number): string => formatCount(count, 'en');
const casesInEnglish = (count: number): string => `${en(count)} ${count === 1 ? 'case' : 'cases'}`;

/** The page on which the rules of a draft are tried on past cases. */
export const replayText: Record<Language, ReplayText> = {
  id: {
    title: 'Uji Ulang',
    explanation:
      'Cobakan aturan konsep sebuah layanan pada perkara yang sudah masuk, lalu lihat keputusan mana yang akan berbeda. Tidak ada perkara yang berubah.',
    service: 'Layanan',
    choose: 'Pilih layanan',
    noServices: 'Belum ada layanan.',
    chooseService: 'Pilih layanan yang aturannya hendak diuji.',
    ready: 'Yang diuji adalah konsep yang tersimpan. Tekan “Mulai uji ulang” untuk memulai.',
    edit: 'Sunting layanan',
    open: 'Uji ulang aturan',
    start: 'Mulai uji ulang',
    stop: 'Hentikan',
    queued: 'Menunggu giliran',
    running: 'Sedang memeriksa perkara',
    progress: 'Kemajuan uji ulang',
    share: (percent) => `${percent}% perkara sudah diperiksa`,
    checked: (done, total) => `${id(done)} dari ${id(total)} perkara`,
    startedAt: (instant) => `Dimulai ${instant}`,
    outcome: 'Hasil uji ulang',
    differing: (cases, done) => `${id(cases)} dari ${id(done)} perkara akan diputuskan berbeda.`,
    nothing: 'Tidak ada yang berbeda: semua perkara yang diuji akan diputuskan sama seperti dahulu.',
    nothingYet: 'Sejauh ini tidak ada yang berbeda.',
    noCases: 'Layanan ini belum mempunyai perkara, jadi belum ada yang dapat diuji.',
    cancelled: (done, total) => `Uji ulang dihentikan setelah ${id(done)} dari ${id(total)} perkara. Hasil di bawah berlaku sejauh itu.`,
    failed: 'Uji ulang terhenti karena kesalahan pada sistem. Coba mulai lagi; bila tetap terhenti, beri tahu pengelola sistem.',
    unreadable: (cases) => `${id(cases)} perkara tidak dapat diuji karena isinya sudah dihapus.`,
    chart: 'Yang berbeda, menurut jenis keputusan',
    kind: 'Jenis keputusan',
    cases: 'Perkara',
    overlap: 'Satu perkara dapat berbeda pada lebih dari satu jenis keputusan.',
    list: 'Perkara yang berbeda',
    listed: (shown, differing) =>
      `Ditampilkan ${id(shown)} dari ${id(differing)} perkara yang berbeda; daftar ini memuat paling banyak 500 perkara pertama.`,
    version: (number) => `Versi ${number}`,
    before: 'Semula',
    after: 'Menjadi',
    kinds: {
      eligibility: 'Kelayakan',
      requirement: 'Syarat tambahan',
      warning: 'Peringatan',
      route: 'Tujuan',
      promise: 'Janji waktu',
      fee: 'Biaya',
      escalation: 'Eskalasi',
      followUp: 'Tindak lanjut',
    },
    none: {
      eligibility: 'tidak ditolak',
      requirement: 'tanpa syarat tambahan',
      warning: 'tanpa peringatan',
      route: 'tanpa tujuan',
      promise: 'waktu baku layanan',
      fee: 'tanpa biaya',
      escalation: 'tanpa eskalasi',
      followUp: 'tanpa tindak lanjut',
    },
    refusedBy: (rule) => `ditolak oleh aturan ${rule}`,
    rule: (rule) => `aturan ${rule}`,
  },
  en: {
    title: 'Replay',
    explanation: 'Try the rules of a service’s draft on past cases, and see which decisions would come out otherwise. No case changes.',
    service: 'Service',
    choose: 'Choose a service',
    noServices: 'There is no service yet.',
    chooseService: 'Choose the service whose rules are to be tried.',
    ready: 'What is tried is the draft as it was saved. Press “Start the replay” to begin.',
    edit: 'Edit the service',
    open: 'Replay the rules',
    start: 'Start the replay',
    stop: 'Stop',
    queued: 'Waiting for its turn',
    running: 'Checking cases',
    progress: 'Progress of the replay',
    share: (percent) => `${percent}% of the cases are checked`,
    checked: (done, total) => `${en(done)} of ${casesInEnglish(total)}`,
    startedAt: (instant) => `Started ${instant}`,
    outcome: 'Result of the replay',
    differing: (cases, done) => `${en(cases)} of ${casesInEnglish(done)} would be decided otherwise.`,
    nothing: 'Nothing differs: every case tried would be decided as it was.',
    nothingYet: 'Nothing differs so far.',
    noCases: 'This service has no cases yet, so there is nothing to try the rules on.',
    cancelled: (done, total) => `The replay was stopped after ${en(done)} of ${casesInEnglish(total)}. The result below covers those.`,
    failed: 'The replay broke off because of an error in the system. Start it again; if it breaks off again, tell the administrator.',
    unreadable: (cases) => `${casesInEnglish(cases)} could not be tried because the content was purged.`,
    chart: 'What differs, by kind of decision',
    kind: 'Kind of decision',
    cases: 'Cases',
    overlap: 'A case may differ in more than one kind of decision.',
    list: 'Cases that differ',
    listed: (shown, differing) => `${en(shown)} of ${casesInEnglish(differing)} shown; this list holds the first 500 at most.`,
    version: (number) => `Version ${number}`,
    before: 'Before',
    after: 'After',
    kinds: {
      eligibility: 'Eligibility',
      requirement: 'Further requirement',
      warning: 'Warning',
      route: 'Route',
      promise: 'Promised time',
      fee: 'Fee',
      escalation: 'Escalation',
      followUp: 'Follow-up',
    },
    none: {
      eligibility: 'not refused',
      requirement: 'no further requirement',
      warning: 'no warning',
      route: 'no route',
      promise: 'the service’s usual time',
      fee: 'no fee',
      escalation: 'no escalation',
      followUp: 'no follow-up',
    },
    refusedBy: (rule) => `refused by rule ${rule}`,
    rule: (rule) => `rule ${rule}`,
  },
};

function inWords(kind: DifferenceKind, value: string, language: Language): string {
  const text = replayText[language];
  if (kind === 'eligibility') return text.refusedBy(value);
  if (kind === 'warning') return text.rule(value);
  if (kind === 'fee') return value.replace(/^\d+(?= |$)/, (amount) => formatRupiah(Number(amount)));
  if (kind !== 'promise') return value;
  const [amount, unit] = value.split(' ');
  const duration = Duration.safeParse({ amount: Number(amount), unit });
  return duration.success ? formatDuration(duration.data, language) : value;
}

/** One side of a difference, as `differencesOf` writes it, in words: times and amounts as they are read, other things by their keys. */
export function decidedInWords(kind: DifferenceKind, values: readonly string[], language: Language): string {
  return values.length === 0 ? replayText[language].none[kind] : values.map((value) => inWords(kind, value, language)).join('; ');
}
