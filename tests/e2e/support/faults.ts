import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Axe finds nothing against WCAG 2.2 AA on what the page shows now. */
export async function isFreeOfFaults(page: Page, about = ''): Promise<void> {
  // Rows far below are not laid out before they are near, and axe takes them for small targets.
  await page.addStyleTag({ content: 'section { content-visibility: visible !important }' });
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect(told, `${page.url()} ${about}`).toEqual([]);
}
