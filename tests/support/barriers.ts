import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Everything that is wrong with a page for somebody who cannot see it, has a narrow screen, or both. */
export async function flawsOf(page: Page, language: string): Promise<string[]> {
  const flaws: string[] = [];
  const { width, beyond } = await page.evaluate(() => ({ width: innerWidth, beyond: document.documentElement.scrollWidth }));
  if (beyond > width) flaws.push(`scrolls sideways: ${beyond} px on ${width} px`);
  const headings = await page.getByRole('heading', { level: 1 }).count();
  if (headings !== 1) flaws.push(`${headings} headings of level 1`);
  const spoken = await page.locator('html').getAttribute('lang');
  if (spoken !== language) flaws.push(`lang is ${spoken}, not ${language}`);
  // In its other mode axe opens a page more for every look, for the sake of frames; there are none here.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return [
    ...flaws,
    ...violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`)),
  ];
}
