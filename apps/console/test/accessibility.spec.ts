/** The main screens under axe-core: WCAG 2.2 A and AA, in a wide window and in one of a telephone. */
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { inBrowser, openBrowser, signIn } from './browser.js';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDTHS = [1280, 390];

interface WithAxe {
  readonly axe: { run(context: Document, options: object): Promise<AxeResults> };
}

/** What axe has against the page as it stands: the rule and the elements. */
async function objections(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await page.evaluate(
      (rules) =>
        (globalThis as unknown as WithAxe).axe.run(document, { runOnly: { type: 'tag', values: rules } }),
      RULES,
    );
    for (const { id, nodes } of violations) {
      found.push(
        ...nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
      );
    }
  }
  return found;
}

/** Brings axe into the page: as an init script, since the CSP lets no other in. */
async function withAxe(page: Page): Promise<void> {
  await page.context().addInitScript({ path: AXE });
  await page.reload();
}

describe('the console under axe-core', () => {
  openBrowser();

  inBrowser('signing in, the queue, and decisions', async (page) => {
    await withAxe(page);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await objections(page)).toEqual([]);
    await signIn(page, 'Release officer');
    await page.getByRole('table').waitFor();
    expect(await objections(page)).toEqual([]);

    await page
      .getByRole('link', { name: /^Payments of 55302\/030226\/0000017/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Take', exact: true }).click();
    await page.getByRole('button', { name: 'Send the decision' }).click();
    await page.getByText('Fill this in.').first().waitFor();
    expect(await objections(page)).toEqual([]);

    await page.getByRole('link', { name: 'Work queue' }).click();
    await page.getByRole('link', { name: /^Open: Decide on the release of 55302/ }).click();
    await page.getByLabel('Refuse release').check();
    await page.getByLabel(/Control found a violation.*art\. 201\.9/).check();
    expect(await objections(page)).toEqual([]);
  });

  inBrowser('the examination', async (page) => {
    await withAxe(page);
    await signIn(page, 'Release officer');
    await page
      .getByRole('link', { name: /^Examine items 1 and 3/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Take', exact: true }).click();
    await page.getByRole('button', { name: 'Record the result' }).click();
    await page.getByRole('alert').waitFor();
    expect(await objections(page)).toEqual([]);
  });

  inBrowser('cases and declarations', async (page) => {
    await withAxe(page);
    await signIn(page, 'Declarant');
    await page.getByRole('table').waitFor();
    expect(await objections(page)).toEqual([]);
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: /^Declaration/ }).waitFor();
    expect(await objections(page)).toEqual([]);
    await page.getByRole('link', { name: 'Case timeline' }).click();
    await page.getByRole('searchbox').fill('55302/030226/0000017');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByRole('heading', { name: 'Case 55302/030226/0000017' }).waitFor();
    expect(await objections(page)).toEqual([]);
    await page.getByRole('link', { name: 'Notifications' }).click();
    await page.getByRole('heading', { level: 1, name: 'Notifications' }).waitFor();
    expect(await objections(page)).toEqual([]);
  });

  inBrowser('the account, debts, papers and the calculation', async (page) => {
    await withAxe(page);
    await signIn(page, 'Declarant');
    await page.getByRole('link', { name: 'Account', exact: true }).first().click();
    await page.getByRole('cell', { name: 'HB-2026-118' }).waitFor();
    expect(await objections(page)).toEqual([]);
    await page.getByRole('link', { name: 'Debts and interest' }).click();
    await page.getByText(/^Import duty: /).click();
    expect(await objections(page)).toEqual([]);
    await page.getByRole('link', { name: 'Notices and applications' }).click();
    await page.getByRole('button', { name: /^PDF of/ }).waitFor();
    expect(await objections(page)).toEqual([]);
    await page.getByRole('link', { name: 'Calculation' }).click();
    await page.getByLabel('Commodity code, 10 digits').fill('8483402100');
    await page.getByRole('button', { name: 'Calculate' }).click();
    await page.getByRole('heading', { name: /^Payable in all: / }).waitFor();
    expect(await objections(page)).toEqual([]);
  });
});
