import type { Core } from '@strapi/strapi';
import { readSettings, type Settings } from '../settings';
import { createFileStore, type FileStore } from '../adapters/fileStore';
import { createMailer, type Mailer } from '../adapters/mailer';
import { createMalwareScanner, type MalwareScanner } from '../adapters/malwareScanner';
import { createPopulationRegistry, type PopulationRegistry } from '../adapters/populationRegistry';
import { createSmsGateway, type SmsGateway } from '../adapters/smsGateway';
import { createVault, type Vault } from '../adapters/vault';
import { createJobs, type Jobs } from '../jobs/jobs';
import { createCatalogue, type Catalogue } from './catalogue';

/** What the services of one running plugin share. Built once at bootstrap; nothing in it is a truth that another process lacks. */
export interface App {
  strapi: Core.Strapi;
  settings: Settings;
  vault: Vault;
  files: FileStore;
  /** Undefined while no server is set: letters are kept instead. */
  mailer: Mailer | undefined;
  /** Undefined while no gateway is set: messages are kept instead. */
  sms: SmsGateway | undefined;
  registry: PopulationRegistry;
  scanner: MalwareScanner;
  jobs: Jobs;
  catalogue: Catalogue;
  /** The present instant, ISO in UTC. Services take time from here and hand it to core as an argument. */
  now(): string;
}

const running = new WeakMap<Core.Strapi, App>();

export function createApp(strapi: Core.Strapi): App {
  const settings = readSettings(strapi);
  const vault = createVault(settings.keys, settings.indexKey);
  const app: App = {
    strapi,
    settings,
    vault,
    files: createFileStore(settings.dataDirectory, settings.storage),
    mailer: settings.mail.smtpUrl === '' ? undefined : createMailer(settings.mail),
    sms: settings.sms.url === '' ? undefined : createSmsGateway(settings.sms),
    registry: createPopulationRegistry(settings.population),
    scanner: createMalwareScanner(settings.clamdHost, (error) => strapi.log.warn(error.message)),
    jobs: createJobs(strapi),
    catalogue: createCatalogue(strapi),
    now: () => new Date().toISOString(),
  };
  running.set(strapi, app);
  return app;
}

/** The running plugin; before bootstrap there is none, and a request cannot arrive then. */
export function getApp(strapi: Core.Strapi): App {
  const app = running.get(strapi);
  if (!app) throw new Error('Plugin maklumat belum berjalan');
  return app;
}
