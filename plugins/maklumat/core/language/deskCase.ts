import type { Language } from './language';

export interface DeskCaseText {
  case: {
    title: (number: string) => string;
    receivedBy: Record<'web' | 'counter' | 'app', string>;
    version: (version: number) => string;
    received: string;
    officer: string;
    result: string;
    actions: string;
    noActions: string;
    chooseAction: string;
    answers: string;
    progress: string;
    stepState: Record<'done' | 'current' | 'ahead', string>;
    timeline: string;
    notes: string;
    noNotes: string;
    documents: string;
    open: (name: string) => string;
    unopened: Record<'quarantined' | 'infected' | 'gone', string>;
    erased: Record<'title' | 'body', string>;
    documentCode: (code: string) => string;
    receipt: string;
    objection: string;
    allowance: (time: string) => string;
    since: (start: string) => string;
    overrun: string;
    reservations: string;
    reservation: Record<'booked' | 'offered', string>;
    secrets: string;
    secret: Record<'opened' | 'waiting', string>;
    links: string;
  };
  action: {
    reasonRequired: string;
    reasonOptional: string;
    note: string;
    noteHint: string;
    assignee: string;
    release: string;
    chooseColleague: string;
    attachment: string;
    attachmentMissing: string;
    title: string;
    audience: string;
    audienceOf: Record<'applicant' | 'office', string>;
    confirmTitle: (label: string) => string;
    confirmBody: string;
    confirm: string;
    send: string;
    saved: (label: string) => string;
    stale: string;
    staleKept: string;
    nothingChanged: string;
    onBehalf: string;
    freeSlots: string;
    useSlot: (slot: string) => string;
    slotsElsewhere: string;
  };
}

/** Words of a case on the desk and of the actions on it. */
export const deskCaseText: Record<Language, DeskCaseText> = {
  id: {
    case: {
      title: (number) => `Perkara ${number}`,
      receivedBy: { web: 'lewat situs', counter: 'di loket', app: 'lewat aplikasi' },
      version: (version) => `standar versi ${version}`,
      received: 'Diterima',
      officer: 'Petugas',
      result: 'Hasil',
      actions: 'Tindakan',
      noActions: 'Tidak ada tindakan yang terbuka bagi Anda pada perkara ini.',
      chooseAction: 'Pilih tindakan yang akan Anda lakukan.',
      answers: 'Isian pemohon',
      progress: 'Langkah',
      stepState: { done: 'selesai', current: 'sedang berjalan', ahead: 'belum' },
      timeline: 'Garis waktu',
      notes: 'Catatan petugas',
      noNotes: 'Belum ada catatan.',
      documents: 'Dokumen',
      open: (name) => `Buka ${name}`,
      unopened: {
        quarantined: 'Menunggu pemindaian virus; belum dapat dibuka.',
        infected: 'Ditolak pemindai virus dan isinya sudah dihapus. Mintalah berkas lain kepada pengirimnya.',
        gone: 'Tidak dapat dibuka lagi: ditolak pemindai virus atau sudah dihapus.',
      },
      erased: {
        title: 'Data pribadi telah dihapus',
        body: 'Isian dan berkas perkara ini sudah dihapus, atas permintaan pemohon atau karena masa simpannya habis. Nomor, layanan, tanggal, langkah, dan hasilnya tetap tersimpan sebagai register.',
      },
      documentCode: (code) => `Kode dokumen: ${code}`,
      receipt: 'Cetak tanda bukti',
      objection: 'Keberatan',
      allowance: (time) => `Waktu yang disediakan: ${time}`,
      since: (start) => `Sejak ${start}`,
      overrun: 'Melebihi waktu yang disediakan',
      reservations: 'Jadwal',
      reservation: { booked: 'Dipesan', offered: 'Ditawarkan, menunggu pemohon' },
      secrets: 'Nilai sekali buka',
      secret: { opened: 'sudah dibuka pemohon', waiting: 'belum dibuka pemohon' },
      links: 'Perkara terkait',
    },
    action: {
      reasonRequired: 'Alasan',
      reasonOptional: 'Alasan (tidak wajib)',
      note: 'Catatan',
      noteHint: 'Hanya dibaca petugas, tidak dikirim kepada pemohon.',
      assignee: 'Tugaskan kepada',
      release: 'Lepas penugasan',
      chooseColleague: 'Pilih petugas atau "Lepas penugasan".',
      attachment: 'Berkas',
      attachmentMissing: 'Pilih berkas yang akan dilampirkan.',
      title: 'Judul dokumen',
      audience: 'Siapa yang dapat membacanya',
      audienceOf: { applicant: 'Pemohon dan petugas', office: 'Petugas saja' },
      confirmTitle: (label) => `${label}?`,
      confirmBody: 'Tindakan ini dicatat atas nama Anda pada riwayat perkara dan tidak dapat dihapus.',
      confirm: 'Ya, lanjutkan',
      send: 'Kirim',
      saved: (label) => `Tersimpan: ${label}`,
      stale: 'Perkara ini baru saja berubah',
      staleKept:
        'Orang lain baru saja bertindak pada perkara ini. Keadaan terbaru sudah dimuat dan tulisan Anda tetap ada; periksa dahulu, lalu kirim lagi.',
      nothingChanged: 'Belum ada isian yang diubah.',
      onBehalf: 'Anda bertindak atas nama pemohon di loket.',
      freeSlots: 'Waktu yang masih kosong',
      useSlot: (slot) => `Pakai ${slot}`,
      slotsElsewhere: 'Untuk memakainya, pilih tindakan yang menanyakan jadwal.',
    },
  },
  en: {
    case: {
      title: (number) => `Case ${number}`,
      receivedBy: { web: 'through the site', counter: 'at the counter', app: 'through the app' },
      version: (version) => `standard version ${version}`,
      received: 'Received',
      officer: 'Officer',
      result: 'Result',
      actions: 'Actions',
      noActions: 'No action is open to you on this case.',
      chooseAction: 'Choose what you want to do.',
      answers: 'Applicant’s answers',
      progress: 'Steps',
      stepState: { done: 'done', current: 'in progress', ahead: 'ahead' },
      timeline: 'Timeline',
      notes: 'Officers’ notes',
      noNotes: 'No notes yet.',
      documents: 'Documents',
      open: (name) => `Open ${name}`,
      unopened: {
        quarantined: 'Waits for the virus scan; cannot be opened yet.',
        infected: 'Refused by the virus scan, and its content was deleted. Ask whoever sent it for another file.',
        gone: 'Cannot be opened any more: refused by the virus scan, or deleted.',
      },
      erased: {
        title: 'Personal data were erased',
        body: 'The answers and files of this case were erased, at the applicant’s request or because their retention period was over. Number, service, dates, steps and outcome are kept as the register.',
      },
      documentCode: (code) => `Document code: ${code}`,
      receipt: 'Print the receipt',
      objection: 'Objection',
      allowance: (time) => `Time given: ${time}`,
      since: (start) => `Since ${start}`,
      overrun: 'Beyond the time given',
      reservations: 'Schedule',
      reservation: { booked: 'Booked', offered: 'Offered, waiting for the applicant' },
      secrets: 'One-time values',
      secret: { opened: 'opened by the applicant', waiting: 'not opened yet' },
      links: 'Related cases',
    },
    action: {
      reasonRequired: 'Reason',
      reasonOptional: 'Reason (optional)',
      note: 'Note',
      noteHint: 'Read by officers only; not sent to the applicant.',
      assignee: 'Assign to',
      release: 'Remove the assignment',
      chooseColleague: 'Choose an officer or “Remove the assignment”.',
      attachment: 'File',
      attachmentMissing: 'Choose the file to attach.',
      title: 'Title of the document',
      audience: 'Who may read it',
      audienceOf: { applicant: 'Applicant and officers', office: 'Officers only' },
      confirmTitle: (label) => `${label}?`,
      confirmBody: 'This is recorded under your name in the history of the case and cannot be erased.',
      confirm: 'Yes, go on',
      send: 'Send',
      saved: (label) => `Saved: ${label}`,
      stale: 'This case has just changed',
      staleKept:
        'Somebody else has just acted on this case. Its newest state is loaded and what you typed is kept; check first, then send again.',
      nothingChanged: 'No answer has been changed yet.',
      onBehalf: 'You are acting for the applicant at the counter.',
      freeSlots: 'Times that are still free',
      useSlot: (slot) => `Use ${slot}`,
      slotsElsewhere: 'To use one, choose an action that asks for a time.',
    },
  },
};
