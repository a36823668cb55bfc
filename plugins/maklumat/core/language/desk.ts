import { deskCaseText, type DeskCaseText } from './deskCase';
import { deskFormText, type DeskFormText } from './deskForm';
import type { Language } from './language';

export type QueueName = 'mine' | 'unit' | 'overdue' | 'due-soon' | 'unassigned' | 'all';
export type DeadlineState = 'pending' | 'running' | 'paused' | 'met' | 'missed' | 'overdue';

interface QueueText {
  title: string;
  greeting: (name: string, positions: string[]) => string;
  register: string;
  loading: string;
  retry: string;
  cancel: string;
  back: string;
  close: string;
  connection: string;
  unexpected: string;
  required: string;
  summary: {
    title: string;
    overdue: string;
    soon: string;
    others: string;
    sentence: (overdue: number, soon: number, others: number) => string;
  };
  queue: {
    names: Record<QueueName, string>;
    tabs: string;
    empty: string;
    emptyFiltered: string;
    clearFilters: string;
    service: string;
    allServices: string;
    status: string;
    allStatuses: string;
    search: string;
    searchHint: string;
    find: string;
    number: string;
    step: string;
    waitingFor: string;
    applicant: string;
    ended: string;
    received: string;
    deadline: string;
    officer: string;
    nobody: string;
    yours: string;
    selectAll: string;
    select: (number: string) => string;
    selected: (count: number) => string;
  };
  deadline: Record<DeadlineState, string> & {
    title: string;
    why: string;
    estimate: Record<'notBegun' | 'paused' | 'neverBegan', string>;
    extended: string;
    extension: (at: string) => string;
  };
  bulk: {
    assign: string;
    note: string;
    send: string;
    done: (ok: number, total: number) => string;
    results: string;
    succeeded: string;
  };
}

const queueText: Record<Language, QueueText> = {
  id: {
    title: 'Meja Kerja',
    greeting: (name, positions) =>
      positions.length > 0 ? `${name} · ${positions.join(', ')}` : `${name} · belum memegang jabatan layanan`,
    register: 'Daftarkan permohonan loket',
    loading: 'Memuat…',
    retry: 'Coba lagi',
    cancel: 'Batal',
    back: 'Kembali ke Meja Kerja',
    close: 'Tutup',
    connection: 'Server tidak dapat dihubungi. Periksa sambungan Anda, lalu coba lagi; isian Anda tetap ada.',
    unexpected: 'Terjadi kesalahan pada server. Coba lagi; bila berulang, hubungi pengelola sistem.',
    required: 'wajib',
    summary: {
      title: 'Semua perkara terhadap tenggatnya',
      overdue: 'Terlambat',
      soon: 'Segera jatuh tempo',
      others: 'Aman atau sudah dijawab',
      sentence: (overdue, soon, others) => `${overdue} perkara terlambat, ${soon} segera jatuh tempo, ${others} aman atau sudah dijawab.`,
    },
    queue: {
      names: {
        mine: 'Milik saya',
        unit: 'Unit saya',
        overdue: 'Terlambat',
        'due-soon': 'Segera jatuh tempo',
        unassigned: 'Belum ditugaskan',
        all: 'Semua',
      },
      tabs: 'Antrean',
      empty: 'Tidak ada perkara pada antrean ini.',
      emptyFiltered: 'Tidak ada perkara yang cocok dengan saringan Anda.',
      clearFilters: 'Hapus saringan',
      service: 'Layanan',
      allServices: 'Semua layanan',
      status: 'Status',
      allStatuses: 'Semua status',
      search: 'Cari nomor pendaftaran',
      searchHint: 'Nomor atau awalannya',
      find: 'Cari',
      number: 'Nomor',
      step: 'Langkah',
      waitingFor: 'Menunggu',
      applicant: 'Pemohon',
      ended: 'Berakhir',
      received: 'Diterima',
      deadline: 'Tenggat',
      officer: 'Petugas',
      nobody: 'Belum ada',
      yours: 'Giliran Anda',
      selectAll: 'Pilih semua perkara pada halaman ini',
      select: (number) => `Pilih perkara ${number}`,
      selected: (count) => `${count} perkara dipilih`,
    },
    deadline: {
      title: 'Tenggat',
      why: 'Mengapa tanggal ini?',
      pending: 'Belum mulai',
      running: 'Berjalan',
      paused: 'Dijeda',
      met: 'Dijawab tepat waktu',
      missed: 'Dijawab terlambat',
      overdue: 'Terlambat',
      estimate: {
        notBegun: 'Tenggat belum mulai berjalan; ini perkiraan bila mulai sekarang.',
        paused: 'Tenggat berhenti sementara; ini perkiraan bila berjalan lagi sekarang.',
        neverBegan: 'Tenggat tidak sempat mulai berjalan.',
      },
      extended: 'Sudah diperpanjang',
      extension: (at) => `Bila diperpanjang: ${at}`,
    },
    bulk: {
      assign: 'Tugaskan',
      note: 'Tambah catatan',
      send: 'Terapkan',
      done: (ok, total) => `${ok} dari ${total} perkara berhasil diproses.`,
      results: 'Hasil per perkara',
      succeeded: 'Berhasil',
    },
  },
  en: {
    title: 'Desk',
    greeting: (name, positions) => (positions.length > 0 ? `${name} · ${positions.join(', ')}` : `${name} · holds no service position yet`),
    register: 'Register a counter request',
    loading: 'Loading…',
    retry: 'Try again',
    cancel: 'Cancel',
    back: 'Back to the desk',
    close: 'Close',
    connection: 'The server cannot be reached. Check your connection and try again; what you typed is still here.',
    unexpected: 'Something went wrong on the server. Try again; if it keeps happening, tell the administrator.',
    required: 'required',
    summary: {
      title: 'All cases against their deadlines',
      overdue: 'Overdue',
      soon: 'Due soon',
      others: 'On track or answered',
      sentence: (overdue, soon, others) => `${overdue} cases overdue, ${soon} due soon, ${others} on track or answered.`,
    },
    queue: {
      names: { mine: 'Mine', unit: 'My unit', overdue: 'Overdue', 'due-soon': 'Due soon', unassigned: 'Unassigned', all: 'All' },
      tabs: 'Queues',
      empty: 'No cases in this queue.',
      emptyFiltered: 'No case matches your filters.',
      clearFilters: 'Clear filters',
      service: 'Service',
      allServices: 'All services',
      status: 'Status',
      allStatuses: 'All statuses',
      search: 'Find a registration number',
      searchHint: 'The number or how it begins',
      find: 'Find',
      number: 'Number',
      step: 'Step',
      waitingFor: 'Waiting for',
      applicant: 'Applicant',
      ended: 'Ended',
      received: 'Received',
      deadline: 'Deadline',
      officer: 'Officer',
      nobody: 'Nobody yet',
      yours: 'Your turn',
      selectAll: 'Select every case on this page',
      select: (number) => `Select case ${number}`,
      selected: (count) => (count === 1 ? '1 case selected' : `${count} cases selected`),
    },
    deadline: {
      title: 'Deadline',
      why: 'Why this date?',
      pending: 'Not started',
      running: 'Running',
      paused: 'Paused',
      met: 'Answered on time',
      missed: 'Answered late',
      overdue: 'Overdue',
      estimate: {
        notBegun: 'The clock has not started; this is an estimate, if it started now.',
        paused: 'The clock is paused; this is an estimate, if it went on now.',
        neverBegan: 'The clock never started.',
      },
      extended: 'Already extended',
      extension: (at) => `If extended: ${at}`,
    },
    bulk: {
      assign: 'Assign',
      note: 'Add a note',
      send: 'Apply',
      done: (ok, total) => `${ok} of ${total} cases were processed.`,
      results: 'Result per case',
      succeeded: 'Done',
    },
  },
};

/** Sentences of the desk: its queues, the case page with its actions, and the registration at the counter. */
export const deskText: Record<Language, QueueText & DeskCaseText & DeskFormText> = {
  id: { ...queueText.id, ...deskCaseText.id, ...deskFormText.id },
  en: { ...queueText.en, ...deskCaseText.en, ...deskFormText.en },
};
