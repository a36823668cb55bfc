import { ArrowClockwise, Briefcase, Calendar, ClockCounterClockwise, Mail } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { compareText } from '../../core/language/compare';
import { deskText } from '../../core/language/desk';
import { languages, type Language } from '../../core/language/language';
import { outboxText } from '../../core/language/outbox';
import { replayText } from '../../core/language/replay';
import { scheduleText } from '../../core/language/schedule';
import { addVersionsPanel } from './compare/panel';
import { fieldTexts, registerDefinitionFields } from './fields/register';
import { editDefinitions, readDesk, readOutbox } from './permissions';
import fieldLabels from './translations/fieldLabels.json';

const pluginName = 'maklumat';

interface Translation {
  locale: string;
  data: Record<string, string>;
}

/** What the Strapi frame itself says about this plugin: the menu entry and, in Indonesian, the labels of the content types' fields. */
const frameTexts: Record<Language, Record<string, string>> = {
  id: {
    [`${pluginName}.menu`]: deskText.id.title,
    [`${pluginName}.schedule`]: scheduleText.id.title,
    [`${pluginName}.outbox`]: outboxText.id.title,
    [`${pluginName}.compare`]: compareText.id.title,
    [`${pluginName}.replay`]: replayText.id.title,
    ...fieldTexts('id'),
    ...fieldLabels,
  },
  en: {
    [`${pluginName}.menu`]: deskText.en.title,
    [`${pluginName}.schedule`]: scheduleText.en.title,
    [`${pluginName}.outbox`]: outboxText.en.title,
    [`${pluginName}.compare`]: compareText.en.title,
    [`${pluginName}.replay`]: replayText.en.title,
    ...fieldTexts('en'),
  },
};

export default {
  register(app: StrapiApp): void {
    app.addMenuLink({
      to: `plugins/${pluginName}`,
      icon: Briefcase,
      intlLabel: { id: `${pluginName}.menu`, defaultMessage: deskText.id.title },
      permissions: readDesk,
      position: 1,
      Component: () => import('./pages/DeskPages'),
    });
    app.addMenuLink({
      to: `plugins/${pluginName}/jadwal`,
      icon: Calendar,
      intlLabel: { id: `${pluginName}.schedule`, defaultMessage: scheduleText.id.title },
      permissions: readDesk,
      position: 2,
      Component: () => import('./pages/SchedulePage'),
    });
    app.addMenuLink({
      to: `plugins/${pluginName}/surat-keluar`,
      icon: Mail,
      intlLabel: { id: `${pluginName}.outbox`, defaultMessage: outboxText.id.title },
      permissions: readOutbox,
      position: 2,
      Component: () => import('./pages/OutboxPage'),
    });
    app.addMenuLink({
      to: `plugins/${pluginName}/versi`,
      icon: ClockCounterClockwise,
      intlLabel: { id: `${pluginName}.compare`, defaultMessage: compareText.id.title },
      permissions: editDefinitions,
      position: 3,
      Component: () => import('./pages/ComparePage'),
    });
    app.addMenuLink({
      to: `plugins/${pluginName}/uji-ulang`,
      icon: ArrowClockwise,
      intlLabel: { id: `${pluginName}.replay`, defaultMessage: replayText.id.title },
      permissions: editDefinitions,
      position: 3,
      Component: () => import('./pages/ReplayPage'),
    });
    registerDefinitionFields(app);
    app.registerPlugin({ id: pluginName, name: 'Maklumat' });
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin'>): void {
    addVersionsPanel(app);
  },

  registerTrads({ locales }: { locales: string[] }): Promise<Translation[]> {
    return Promise.resolve(
      languages.filter((language) => locales.includes(language)).map((locale) => ({ locale, data: frameTexts[locale] })),
    );
  },
};
