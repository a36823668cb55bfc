import type { ReactNode } from 'react';
import { Flex, Link } from '@strapi/design-system';
import { useRBAC, type StrapiApp } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import { compareText } from '../../../core/language/compare';
import { replayText } from '../../../core/language/replay';
import { editDefinitions } from '../permissions';
import { comparePath, replayPath } from '../shared/paths';
import { useTexts } from '../shared/useTexts';

/** What the Content Manager tells a panel beside an entry, and what it wants back; null for no panel. */
interface Entry {
  model: string;
  document?: { slug?: unknown };
}
type Panel = (entry: Entry) => { title: string; content: ReactNode } | null;

/** The part of the Content Manager that is used here; the frame hands it out untyped. */
interface ContentManager {
  addEditViewSidePanel: (panels: Panel[]) => void;
}

const useVersionsPanel: Panel = ({ model, document }) => {
  const { language } = useTexts();
  const { allowedActions } = useRBAC(editDefinitions);
  const slug = document?.slug;
  if (model !== 'plugin::maklumat.service' || typeof slug !== 'string' || allowedActions.canUse !== true) return null;
  const text = compareText[language];
  const query = `layanan=${encodeURIComponent(slug)}`;
  return {
    title: text.title,
    content: (
      <Flex direction="column" alignItems="flex-start" gap={2}>
        <Link tag={RouterLink} to={`${comparePath}?${query}`}>
          {text.compare}
        </Link>
        <Link tag={RouterLink} to={`${replayPath}?${query}`}>
          {replayText[language].open}
        </Link>
      </Flex>
    ),
  };
};

/** Puts the ways to the comparison of versions and to the replay of the rules beside every service. */
export function addVersionsPanel(app: Pick<StrapiApp, 'getPlugin'>): void {
  const contentManager = app.getPlugin('content-manager').apis as unknown as ContentManager;
  contentManager.addEditViewSidePanel([useVersionsPanel]);
}
