/** What payers and officers of accounts see: the account, debts, papers, and what would be payable. */
import { readFile } from 'node:fs/promises';
import { inBrowser, openBrowser, signIn } from './browser.js';

describe('the screens of a payer in a browser', () => {
  openBrowser();

  inBrowser('a trader reads balances, budget codes and entries, and saves them as CSV', async (page) => {
    await signIn(page, 'Declarant');
    await page.getByRole('link', { name: 'Account', exact: true }).first().click();
    await page.getByRole('cell', { name: 'Owed, not covered' }).first().waitFor();
    await page.getByRole('cell', { name: '106101' }).first().waitFor();
    await page.getByRole('cell', { name: 'Penalty interest on: Import duty' }).waitFor();
    await page.getByRole('cell', { name: 'HB-2026-118' }).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('account-980540000397.csv');
    expect(await readFile(await file.path(), 'utf8')).toBe('a file');
  });

  inBrowser('a trader reads its debts with the interest, and takes a notice as PDF', async (page) => {
    await signIn(page, 'Declarant');
    await page.getByRole('link', { name: 'Account', exact: true }).first().click();
    await page.getByRole('link', { name: 'Debts and interest' }).click();
    await page.getByRole('cell', { name: '55302/100126/0000009' }).waitFor();
    await page.getByText(/^Import duty: /).click();
    await page.getByText('19 days').waitFor();
    await page.getByRole('link', { name: 'Notices and applications' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'PDF of 55302/160126/N000004' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('55302-160126-N000004.pdf');
    expect(await page.getByRole('button', { name: /^PDF of/ }).count()).toBe(1);
  });

  inBrowser('an officer of accounts names the payer', async (page) => {
    await signIn(page, 'Release officer');
    await page.getByRole('link', { name: 'Account', exact: true }).click();
    await page.getByLabel('BIN or IIN of the payer').fill('12');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByText('A BIN or IIN has 12 digits.').waitFor();
    await page.getByLabel('BIN or IIN of the payer').fill('980540000397');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByRole('heading', { name: 'Account of 980540000397' }).waitFor();
    await page.getByRole('link', { name: 'Debts and interest' }).click();
    await page.getByRole('cell', { name: '55302/100126/0000009' }).waitFor();
  });

  inBrowser('a trader calculates payments, refused once at the code of an item', async (page, gateway) => {
    await signIn(page, 'Declarant');
    await page.getByRole('link', { name: 'Calculation' }).click();
    const code = page.getByLabel('Commodity code, 10 digits');
    await code.fill('84834021');
    await page.getByLabel('Customs value').fill('20 000,00');
    await page.getByLabel('Currency').fill('eur');
    await page.getByLabel('Net weight, kg').fill('500');
    await page.getByRole('button', { name: 'Calculate' }).click();
    await page.locator('.wrong').getByText('A field has the wrong type or form.').waitFor();
    expect(await code.getAttribute('aria-invalid')).toBe('true');
    await code.fill('8483402100');
    await page.getByRole('button', { name: 'Calculate' }).click();
    await page.getByRole('heading', { name: /^Payable in all: / }).waitFor();
    await page.getByRole('cell', { name: 'Import VAT' }).waitFor();
    await page.getByRole('cell', { name: 'art. 131' }).waitFor();
    expect(gateway.commands.at(-1)?.body).toEqual({
      procedure: '40',
      items: [
        {
          number: 1,
          commodityCode: '8483402100',
          customsValue: { amount: '20000.00', currency: 'EUR' },
          netWeightKg: '500',
        },
      ],
    });
  });
});
