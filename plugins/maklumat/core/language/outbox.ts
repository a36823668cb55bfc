import type { Language } from './language';

type Channel = 'mail' | 'sms';

interface OutboxText {
  title: string;
  explanation: string;
  empty: string;
  emptyChannel: Record<Channel, string>;
  off: string;
  filter: string;
  all: string;
  channel: Record<Channel, string>;
  refresh: string;
  /** How many are shown, for whoever does not see the list grow by itself. */
  shown: (count: number) => string;
  sent: (to: string, at: string) => string;
  smsTo: (to: string) => string;
  code: string;
  copy: (code: string) => string;
  copied: (code: string) => string;
  notCopied: string;
}

/** The page of letters and SMS that an installation without a mail server or an SMS gateway keeps. */
export const outboxText: Record<Language, OutboxText> = {
  id: {
    title: 'Surat & SMS Keluar',
    explanation:
      'Surat dan SMS disimpan di sini, tidak dikirim, selama server surat (SMTP_URL) atau gerbang SMS (SMS_URL) belum diatur. Yang ditampilkan 200 yang terbaru.',
    empty: 'Belum ada surat atau SMS yang disimpan.',
    emptyChannel: { mail: 'Belum ada surat yang disimpan.', sms: 'Belum ada SMS yang disimpan.' },
    off: 'Halaman ini dimatikan pada pemasangan ini, agar kode warga tidak dapat dibaca siapa pun. Surat dan SMS sampai kepada penerimanya lewat server surat (SMTP_URL) dan gerbang SMS (SMS_URL).',
    filter: 'Tampilkan',
    all: 'Semua',
    channel: { mail: 'Surat', sms: 'SMS' },
    refresh: 'Muat ulang',
    shown: (count) => `${count} pesan ditampilkan`,
    sent: (to, at) => `Kepada ${to} · ${at}`,
    smsTo: (to) => `SMS ke ${to}`,
    code: 'Kode',
    copy: (code) => `Salin kode ${code}`,
    copied: (code) => `Kode ${code} disalin.`,
    notCopied: 'Peramban tidak mengizinkan penyalinan. Pilih kodenya, lalu salin sendiri.',
  },
  en: {
    title: 'Letters & SMS',
    explanation:
      'Letters and SMS are kept here and not sent as long as no mail server (SMTP_URL) or SMS gateway (SMS_URL) is set. The newest 200 are shown.',
    empty: 'No letter or SMS has been kept yet.',
    emptyChannel: { mail: 'No letter has been kept yet.', sms: 'No SMS has been kept yet.' },
    off: 'This page is turned off in this installation, so that nobody can read citizens’ codes. Letters and SMS reach whom they are for through the mail server (SMTP_URL) and the SMS gateway (SMS_URL).',
    filter: 'Show',
    all: 'All',
    channel: { mail: 'Letters', sms: 'SMS' },
    refresh: 'Refresh',
    shown: (count) => (count === 1 ? '1 message shown' : `${count} messages shown`),
    sent: (to, at) => `To ${to} · ${at}`,
    smsTo: (to) => `SMS to ${to}`,
    code: 'Code',
    copy: (code) => `Copy code ${code}`,
    copied: (code) => `Code ${code} copied.`,
    notCopied: 'The browser does not allow copying. Select the code and copy it yourself.',
  },
};
