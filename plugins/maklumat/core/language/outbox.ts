import type { Language } from './language';

interface OutboxText {
  title: string;
  explanation: string;
  empty: string;
  sent: (to: string, at: string) => string;
}

/** The page of letters that an installation without a mail server keeps. */
export const outboxText: Record<Language, OutboxText> = {
  id: {
    title: 'Surat Keluar',
    explanation: 'Surat disimpan di sini, tidak dikirim, selama server surat (SMTP_URL) belum diatur.',
    empty: 'Belum ada surat yang disimpan.',
    sent: (to, at) => `Kepada ${to} · ${at}`,
  },
  en: {
    title: 'Outbox',
    explanation: 'Letters are kept here and not sent as long as no mail server (SMTP_URL) is set.',
    empty: 'No letter has been kept yet.',
    sent: (to, at) => `To ${to} · ${at}`,
  },
};
