import type { Core } from '@strapi/strapi';
import { partNames } from '../core/definition/parts';
import contentTypes from './content-types';
import attachments from './controllers/attachments';
import cases from './controllers/cases';
import definitions from './controllers/definitions';
import desk from './controllers/desk';
import drafts from './controllers/drafts';
import files from './controllers/files';
import health from './controllers/health';
import me from './controllers/me';
import published from './controllers/published';
import registrations from './controllers/registrations';
import replays from './controllers/replays';
import resources from './controllers/resources';
import retention from './controllers/retention';
import sessions from './controllers/sessions';
import verifications from './controllers/verifications';
import { watchDeadlines } from './jobs/escalations';
import { createHandlers } from './jobs/handlers';
import refusals from './middlewares/refusals';
import { leaveUploadsUnread } from './middlewares/uploads';
import { registerActions } from './roles';
import routes from './routes';
import { createApp, getApp } from './services/app';
import { createCommandLine } from './services/commandLine';
import { guardPublishing } from './services/publishing';
import { handOverVacantPositions, seedOnce } from './services/seeding';
import { closePublicRoutes } from './services/usersPermissions';

interface Lifecycle {
  strapi: Core.Strapi;
}

export default {
  register({ strapi }: Lifecycle): void {
    strapi.customFields.register(
      partNames.map((name) => ({ name, plugin: 'maklumat', type: 'json', inputSize: { default: 12, isResizable: false } })),
    );
    guardPublishing(strapi, () => getApp(strapi));
    leaveUploadsUnread(strapi);
    closePublicRoutes(strapi);
  },
  async bootstrap({ strapi }: Lifecycle): Promise<void> {
    const app = createApp(strapi);
    await registerActions(strapi);
    await app.jobs.start(createHandlers(app));
    watchDeadlines(strapi, app);
    await seedOnce(strapi);
    await app.catalogue.listen();
  },
  async destroy({ strapi }: Lifecycle): Promise<void> {
    const app = getApp(strapi);
    strapi.cron.remove('maklumat-escalations');
    await app.catalogue.stop();
    await app.jobs.stop();
  },
  contentTypes,
  controllers: {
    attachments,
    cases,
    definitions,
    desk,
    drafts,
    files,
    health,
    me,
    published,
    registrations,
    replays,
    resources,
    retention,
    sessions,
    verifications,
  },
  middlewares: { refusals },
  routes,
  services: {
    /** What the app shell may ask of the plugin, by uid. */
    definitions: ({ strapi }: Lifecycle) => createCommandLine(() => getApp(strapi)),
    people: ({ strapi }: Lifecycle) => ({ handOverVacantPositions: (user: number) => handOverVacantPositions(strapi, user) }),
  },
};
