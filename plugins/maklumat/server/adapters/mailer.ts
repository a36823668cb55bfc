import { createTransport } from 'nodemailer';
import type { Settings } from '../settings';

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** Sends one letter or throws, and then the queue tries again. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}

/** Through the SMTP server of `SMTP_URL`. */
export function createMailer({ smtpUrl, from }: Settings['mail']): Mailer {
  const transport = createTransport(smtpUrl);
  return {
    async send(mail) {
      await transport.sendMail({ from, ...mail });
    },
  };
}
