import type { ComponentType } from 'react';
import { Archive, ArrowClockwise, Briefcase, Calendar, ClockCounterClockwise, Mail, User } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { retentionText, verificationText } from '../../core/language/adminCitizens';
import { compareText } from '../../core/language/compare';
import { deskText } from '../../core/language/desk';
import { languages, type Language } from '../../core/language/language';
import { outboxText } from '../../core/language/outbox';
import { replayText } from '../../core/language/replay';
import { scheduleText } from '../../core/language/schedule';
import { addVersionsPanel } from './compare/panel';
import { fieldTexts, registerDefinitionFields } from './fields/register';
import { editDefinitions, readDesk, readOutbox, readRetention, verifyApplicants } from './permissions';
import choiceLabels from './translations/choiceLabels.json';
import fieldLabels from './translations/fieldLabels.json';

const pluginName = 'maklumat';

interface Translation {
  locale: string;
  data: Record<string, string>;
}

interface MenuPage {
  /** Below the plugin's own path; empty for the desk itself. */
  path: string;
  icon: typeof Briefcase;
  title: Record<Language, { title: string }>;
  permissions: { action: string; subject: string | null }[];
  Component: () => Promise<{ default: ComponentType }>;
}

/** The pages in the frame's menu, in their order. */
const pages: MenuPage[] = [
  { path: '', icon: Briefcase, title: deskText, permissions: readDesk, Component: () => import('./pages/DeskPages') },
  { path: 'jadwal', icon: Calendar, title: scheduleText, permissions: readDesk, Component: () => import('./pages/SchedulePage') },
  {
    path: 'pendaftar',
    icon: User,
    title: verificationText,
    permissions: verifyApplicants,
    Component: () => import('./pages/VerificationPage'),
  },
  { path: 'surat-keluar', icon: Mail, title: outboxText, permissions: readOutbox, Component: () => import('./pages/OutboxPage') },
  {
    path: 'versi',
    icon: ClockCounterClockwise,
    title: compareText,
    permissions: editDefinitions,
    Component: () => import('./pages/ComparePage'),
  },
  {
    path: 'uji-ulang',
    icon: ArrowClockwise,
    title: replayText,
    permissions: editDefinitions,
    Component: () => import('./pages/ReplayPage'),
  },
  {
    path: 'masa-simpan',
    icon: Archive,
    title: retentionText,
    permissions: readRetention,
    Component: () => import('./pages/RetentionPage'),
  },
];

const pathOf = ({ path }: MenuPage): string => [`plugins/${pluginName}`, path].filter(Boolean).join('/');
const labelOf = ({ path }: MenuPage): string => `${pluginName}.menu.${path}`;

/**
 * What the Strapi frame itself says about this plugin: the menu entries and, in Indonesian, the labels of the content types' fields and of the values to
 * choose from, which the frame looks up by the value alone.
 */
const frameTexts = (language: Language): Record<string, string> => ({
  ...Object.fromEntries(pages.map((page) => [labelOf(page), page.title[language].title])),
  ...fieldTexts(language),
  ...(language === 'id' ? { ...fieldLabels, ...choiceLabels } : {}),
});

export default {
  register(app: StrapiApp): void {
    pages.forEach((page, index) => {
      app.addMenuLink({
        to: pathOf(page),
        icon: page.icon,
        intlLabel: { id: labelOf(page), defaultMessage: page.title.id.title },
        permissions: page.permissions,
        position: index + 1,
        Component: page.Component,
      });
    });
    registerDefinitionFields(app);
    app.registerPlugin({ id: pluginName, name: 'Maklumat' });
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin'>): void {
    addVersionsPanel(app);
  },

  registerTrads({ locales }: { locales: string[] }): Promise<Translation[]> {
    return Promise.resolve(
      languages.filter((language) => locales.includes(language)).map((locale) => ({ locale, data: frameTexts(locale) })),
    );
  },
};
