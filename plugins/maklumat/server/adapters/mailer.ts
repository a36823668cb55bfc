import type { Core } from '@strapi/strapi';
import { createTransport } from 'nodemailer';
import { database } from '../repositories/database';
import { keepOutgoing } from '../repositories/outbox';
import type { Vault } from './vault';
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
function smtpMailer(settings: Settings): Mailer {
  const transport = createTransport(settings.mail.smtpUrl);
  return {
    async send(mail) {
      await transport.sendMail({ from: settings.mail.from, ...mail });
    },
  };
}

/** Without an SMTP server, letters are kept sealed for the outbox page of the admin, where a person can read them. */
function outboxMailer(strapi: Core.Strapi, vault: Vault): Mailer {
  return { send: (mail) => keepOutgoing(database(strapi), vault.seal(mail)) };
}

export function createMailer(strapi: Core.Strapi, settings: Settings, vault: Vault): Mailer {
  return settings.mail.smtpUrl === '' ? outboxMailer(strapi, vault) : smtpMailer(settings);
}
