import type { Language } from './language';

export type QueueName = 'mine' | 'unit' | 'overdue' | 'due-soon' | 'unassigned' | 'all';
export type DeadlineState = 'running' | 'paused' | 'met' | 'missed' | 'overdue';

interface DeskText {
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
    receipt: string;
    objection: string;
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
  };
  form: {
    choose: string;
    yes: string;
    no: string;
    errors: (count: number) => string;
    upload: string;
    uploading: string;
    remove: (name: string) => string;
    limits: (types: string, size: string, files: number) => string;
    tooLarge: (name: string, size: string) => string;
    tooMany: (files: number) => string;
    addItem: (label: string) => string;
    removeItem: (label: string, index: number) => string;
    item: (label: string, index: number) => string;
  };
  counter: {
    title: string;
    subtitle: string;
    service: string;
    noServices: string;
    receivedAt: string;
    receivedHint: (zone: string) => string;
    receivedMissing: string;
    receivedFuture: string;
    submit: string;
    doneTitle: string;
    doneBody: string;
    number: string;
    code: string;
    codeHint: string;
    answerBy: string;
    routedTo: string;
    print: string;
    openCase: string;
    another: string;
  };
}

/** Sentences of the desk: its queues, the case page with its actions, and the registration at the counter. */
export const deskText: Record<Language, DeskText> = {
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
      running: 'Berjalan',
      paused: 'Dijeda',
      met: 'Dijawab tepat waktu',
      missed: 'Dijawab terlambat',
      overdue: 'Terlambat',
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
      receipt: 'Cetak tanda bukti',
      objection: 'Keberatan',
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
    },
    form: {
      choose: 'Pilih…',
      yes: 'Ya',
      no: 'Tidak',
      errors: (count) => `Ada ${count} isian yang perlu diperbaiki`,
      upload: 'Pilih berkas',
      uploading: 'Mengunggah…',
      remove: (name) => `Hapus ${name}`,
      limits: (types, size, files) =>
        files > 1 ? `${types}, paling besar ${size} tiap berkas, paling banyak ${files} berkas.` : `${types}, paling besar ${size}.`,
      tooLarge: (name, size) => `${name} lebih besar dari ${size}.`,
      tooMany: (files) => `Paling banyak ${files} berkas.`,
      addItem: (label) => `Tambah ${label}`,
      removeItem: (label, index) => `Hapus ${label} ke-${index}`,
      item: (label, index) => `${label} ke-${index}`,
    },
    counter: {
      title: 'Daftarkan permohonan loket',
      subtitle: 'Untuk permohonan yang dibawa langsung, lewat surat, atau telepon. Tenggat dihitung dari saat permohonan diterima.',
      service: 'Layanan',
      noServices: 'Tidak ada layanan yang dapat Anda daftarkan di loket.',
      receivedAt: 'Diterima pada',
      receivedHint: (zone) => `Tanggal dan jam setempat (${zone}), sesuai saat berkas sampai di loket.`,
      receivedMissing: 'Isi tanggal dan jam permohonan diterima.',
      receivedFuture: 'Saat penerimaan tidak boleh di masa depan.',
      submit: 'Daftarkan',
      doneTitle: 'Permohonan terdaftar',
      doneBody: 'Serahkan tanda bukti kepada pemohon sekarang juga: kode lacak hanya ditampilkan sekali.',
      number: 'Nomor pendaftaran',
      code: 'Kode lacak',
      codeHint: 'Dengan nomor dan kode ini pemohon dapat mengikuti permohonannya di situs.',
      answerBy: 'Dijawab paling lambat',
      routedTo: 'Diteruskan kepada',
      print: 'Cetak tanda bukti',
      openCase: 'Buka perkara',
      another: 'Daftarkan permohonan lain',
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
      running: 'Running',
      paused: 'Paused',
      met: 'Answered on time',
      missed: 'Answered late',
      overdue: 'Overdue',
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
      receipt: 'Print the receipt',
      objection: 'Objection',
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
    },
    form: {
      choose: 'Choose…',
      yes: 'Yes',
      no: 'No',
      errors: (count) => (count === 1 ? '1 answer needs correcting' : `${count} answers need correcting`),
      upload: 'Choose a file',
      uploading: 'Uploading…',
      remove: (name) => `Remove ${name}`,
      limits: (types, size, files) => (files > 1 ? `${types}, up to ${size} each, up to ${files} files.` : `${types}, up to ${size}.`),
      tooLarge: (name, size) => `${name} is larger than ${size}.`,
      tooMany: (files) => `Up to ${files} files.`,
      addItem: (label) => `Add ${label}`,
      removeItem: (label, index) => `Remove ${label} ${index}`,
      item: (label, index) => `${label} ${index}`,
    },
    counter: {
      title: 'Register a counter request',
      subtitle: 'For requests brought in person, by letter or by telephone. The deadline runs from the time of receipt.',
      service: 'Service',
      noServices: 'There is no service that you may register at the counter.',
      receivedAt: 'Received at',
      receivedHint: (zone) => `Local date and time (${zone}) at which the request reached the counter.`,
      receivedMissing: 'Give the date and time of receipt.',
      receivedFuture: 'The time of receipt cannot lie in the future.',
      submit: 'Register',
      doneTitle: 'Request registered',
      doneBody: 'Hand the receipt to the applicant now: the tracking code is shown only once.',
      number: 'Registration number',
      code: 'Tracking code',
      codeHint: 'With this number and code the applicant can follow the request on the site.',
      answerBy: 'Answered no later than',
      routedTo: 'Passed on to',
      print: 'Print the receipt',
      openCase: 'Open the case',
      another: 'Register another request',
    },
  },
};
