import type { CaseStatus } from '../case/status';
import type { Language } from './language';

interface CaseText {
  status: Record<CaseStatus, string>;
  by: { applicant: string; system: string; staff: string; counter: (position: string) => string };
  event: {
    submitted: (channel: 'web' | 'app' | 'counter') => string;
    supplied: string;
    extended: (until: string) => string;
    withdrawn: string;
    messaged: string;
    attached: (title: string) => string;
    assigned: (name: string) => string;
    unassigned: string;
    noted: string;
    offered: (slot: string) => string;
    reserved: (slot: string) => string;
    released: string;
    issued: (title: string) => string;
    invoiced: (total: string) => string;
    caseOpened: (number: string, service: string) => string;
    secretLeft: (label: string) => string;
    secretOpened: (label: string) => string;
    escalated: (percent: number, position: string) => string;
    deadlineMoved: (from: string, to: string) => string;
  };
  command: Record<'supply' | 'withdraw' | 'message' | 'extend' | 'note' | 'attach' | 'assign', string>;
  hint: { supply: string; extend: (until: string) => string };
  receipt: string;
  /** In place of the time left, while the clock has not begun or stands still. */
  clockWaits: string;
  clockPending: string;
  confidential: string;
  objection: (addressee: string, until: string, basis: string) => string;
  refusal: {
    notOpen: (status: string) => string;
    notAtStep: (step: string | null) => string;
    unknownOutcome: (step: string, outcomes: string[]) => string;
    reasonRequired: string;
    invalidAnswers: string;
    extensionTooLate: (due: string) => string;
    extensionExhausted: (limit: number) => string;
    fileMissing: string;
    slotPast: string;
  };
}

/** Sentences about cases: statuses, timeline, open commands, refusals of a command. */
export const caseText: Record<Language, CaseText> = {
  id: {
    status: {
      submitted: 'Diajukan',
      returned: 'Perlu dilengkapi',
      registered: 'Terdaftar',
      dispositioned: 'Didisposisikan',
      confirmed: 'Dikonfirmasi',
      processing: 'Diproses',
      scheduled: 'Dijadwalkan',
      rescheduled: 'Dijadwalkan ulang',
      answered: 'Sudah dijawab',
      completed: 'Selesai',
      rejected: 'Ditolak',
      withdrawn: 'Dibatalkan pemohon',
    },
    by: { applicant: 'Pemohon', system: 'Sistem', staff: 'Petugas', counter: (position) => `Pemohon, melalui ${position}` },
    event: {
      submitted: (channel) => (channel === 'counter' ? 'Permohonan diterima di loket' : 'Permohonan diajukan'),
      supplied: 'Permohonan dilengkapi',
      extended: (until) => `Waktu menjawab diperpanjang sampai ${until}`,
      withdrawn: 'Permohonan dibatalkan oleh pemohon',
      messaged: 'Pesan dari pemohon',
      attached: (title) => `Dokumen ditambahkan: ${title}`,
      assigned: (name) => `Ditugaskan kepada ${name}`,
      unassigned: 'Penugasan dilepas',
      noted: 'Catatan petugas',
      offered: (slot) => `Jadwal yang ditawarkan: ${slot}`,
      reserved: (slot) => `Jadwal ditetapkan: ${slot}`,
      released: 'Jadwal dilepas',
      issued: (title) => `Dokumen terbit: ${title}`,
      invoiced: (total) => `Tagihan terbit: ${total}`,
      caseOpened: (number, service) => `Dibuka pula permohonan ${number} (${service}); kode lacaknya sama`,
      secretLeft: (label) => `${label} dapat dibuka satu kali oleh pemohon`,
      secretOpened: (label) => `${label} sudah dibuka oleh pemohon`,
      escalated: (percent, position) =>
        percent >= 100 ? `Tenggat terlewati, dilaporkan kepada ${position}` : `${percent}% waktu terpakai, dilaporkan kepada ${position}`,
      deadlineMoved: (from, to) => `Tenggat bergeser dari ${from} menjadi ${to}`,
    },
    command: {
      supply: 'Lengkapi permohonan',
      withdraw: 'Batalkan permohonan',
      message: 'Kirim pesan',
      extend: 'Perpanjang waktu menjawab',
      note: 'Tambah catatan',
      attach: 'Lampirkan dokumen',
      assign: 'Tugaskan',
    },
    hint: {
      supply: 'Perbaiki isian atau berkas yang diminta petugas, lalu kirim kembali.',
      extend: (until) => `Tenggat menjadi ${until}. Alasan dikirim tertulis kepada pemohon.`,
    },
    receipt: 'Tanda bukti permohonan',
    clockWaits: 'tenggat tidak berjalan',
    clockPending: 'tenggat belum mulai',
    confidential: 'Dirahasiakan',
    objection: (addressee, until, basis) =>
      `Bila Anda tidak puas, Anda berhak mengajukan keberatan kepada ${addressee} paling lambat ${until} (${basis}).`,
    refusal: {
      notOpen: (status) => `Tindakan ini tidak terbuka bagi Anda pada permohonan berstatus "${status}".`,
      notAtStep: (step) => (step === null ? 'Permohonan ini sudah berakhir.' : `Permohonan ini sedang berada pada langkah "${step}".`),
      unknownOutcome: (step, outcomes) => `Langkah "${step}" tidak memiliki hasil itu. Pilihannya: ${outcomes.join(', ')}.`,
      reasonRequired: 'Tuliskan alasannya, paling sedikit 10 huruf.',
      invalidAnswers: 'Beberapa isian belum benar.',
      extensionTooLate: (due) => `Waktu menjawab sudah lewat (${due}); perpanjangan hanya dapat diberikan sebelum itu.`,
      extensionExhausted: (limit) =>
        limit === 0 ? 'Layanan ini tidak mengenal perpanjangan waktu.' : `Waktu menjawab hanya dapat diperpanjang ${limit} kali.`,
      fileMissing: 'Berkas tidak ditemukan. Unggah ulang berkasnya.',
      slotPast: 'Waktu mulai harus sesudah sekarang.',
    },
  },
  en: {
    status: {
      submitted: 'Submitted',
      returned: 'Needs completing',
      registered: 'Registered',
      dispositioned: 'Assigned by disposition',
      confirmed: 'Confirmed',
      processing: 'In progress',
      scheduled: 'Scheduled',
      rescheduled: 'Rescheduled',
      answered: 'Answered',
      completed: 'Completed',
      rejected: 'Rejected',
      withdrawn: 'Withdrawn by the applicant',
    },
    by: { applicant: 'Applicant', system: 'System', staff: 'Officer', counter: (position) => `Applicant, through ${position}` },
    event: {
      submitted: (channel) => (channel === 'counter' ? 'Request received at the counter' : 'Request submitted'),
      supplied: 'Request completed by the applicant',
      extended: (until) => `Time to answer extended until ${until}`,
      withdrawn: 'Request withdrawn by the applicant',
      messaged: 'Message from the applicant',
      attached: (title) => `Document added: ${title}`,
      assigned: (name) => `Assigned to ${name}`,
      unassigned: 'Assignment removed',
      noted: 'Officer’s note',
      offered: (slot) => `Schedule offered: ${slot}`,
      reserved: (slot) => `Schedule set: ${slot}`,
      released: 'Schedule released',
      issued: (title) => `Document issued: ${title}`,
      invoiced: (total) => `Invoice issued: ${total}`,
      caseOpened: (number, service) => `Request ${number} (${service}) was opened as well; its tracking code is the same`,
      secretLeft: (label) => `${label} can be opened once by the applicant`,
      secretOpened: (label) => `${label} was opened by the applicant`,
      escalated: (percent, position) =>
        percent >= 100 ? `Deadline passed, reported to ${position}` : `${percent}% of the time used, reported to ${position}`,
      deadlineMoved: (from, to) => `Deadline moved from ${from} to ${to}`,
    },
    command: {
      supply: 'Complete the request',
      withdraw: 'Withdraw the request',
      message: 'Send a message',
      extend: 'Extend the time to answer',
      note: 'Add a note',
      attach: 'Attach a document',
      assign: 'Assign',
    },
    hint: {
      supply: 'Correct the answers or files the officer asked for, then send again.',
      extend: (until) => `The deadline becomes ${until}. The reason is sent to the applicant in writing.`,
    },
    receipt: 'Receipt of the request',
    clockWaits: 'clock not running',
    clockPending: 'clock not started',
    confidential: 'Confidential',
    objection: (addressee, until, basis) =>
      `If you are not satisfied, you may file an objection with the ${addressee} until ${until} (${basis}).`,
    refusal: {
      notOpen: (status) => `This action is not open to you while the request is “${status}”.`,
      notAtStep: (step) => (step === null ? 'This request has ended.' : `This request is now at the step “${step}”.`),
      unknownOutcome: (step, outcomes) => `The step “${step}” has no such outcome. Choices: ${outcomes.join(', ')}.`,
      reasonRequired: 'Give the reason, at least 10 letters.',
      invalidAnswers: 'Some answers are not right yet.',
      extensionTooLate: (due) => `The time to answer has passed (${due}); it can only be extended before that.`,
      extensionExhausted: (limit) =>
        limit === 0 ? 'This service knows no extension.' : `The time to answer can be extended ${limit} time(s) only.`,
      fileMissing: 'The file was not found. Upload it again.',
      slotPast: 'The start must lie ahead.',
    },
  },
};
