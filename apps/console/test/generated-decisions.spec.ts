/** Decisions of queues that the console does not know by name: their forms are made of the OpenAPI document. */
import { inBrowser, openBrowser, signIn } from './browser.js';
import { TRADER } from './fixture-gateway.js';

describe('generated decisions in a browser', () => {
  openBrowser();

  inBrowser(
    'an officer allocates money, is refused at the field, corrects it, and the item leaves the queue',
    async (page, gateway) => {
      const title = /Match a payment of 1,250,000.00 tenge/;
      await signIn(page, 'Release officer');
      await page.getByRole('link', { name: title }).first().click();
      await page.getByRole('button', { name: 'Take', exact: true }).click();
      await page.getByRole('heading', { name: 'The document' }).waitFor();
      await page.getByText('HB-2026-118').waitFor();
      await page.getByLabel(/^Allocate money of nobody known to its payer/).check();

      const payer = page.getByLabel('BIN or IIN of the payer');
      await payer.fill('050640001236');
      await page.getByLabel('Name of the payer').fill('ТОО «Жібек Жолы»');
      expect(await page.getByLabel('Customs body').inputValue()).toBe('55311');
      await page.getByRole('button', { name: 'Send the decision' }).click();
      await page.getByText('Fill this in.').waitFor();
      await page.getByLabel('What the money is for').selectOption({ label: 'Import VAT' });
      await page.getByRole('button', { name: 'Send the decision' }).click();

      await page.locator('#body-payer-wrong').getByText('A field has the wrong type or form.').waitFor();
      expect(await payer.getAttribute('aria-invalid')).toBe('true');
      expect(await payer.getAttribute('aria-describedby')).toContain('body-payer-wrong');
      await payer.fill(TRADER.organisation);
      await page.getByRole('button', { name: 'Send the decision' }).click();

      await page.getByText('Recorded: Match a payment of 1,250,000.00 tenge').waitFor();
      await page.getByRole('table').getByRole('link', { name: title }).first().waitFor({ state: 'detached' });
      const [, first, second] = gateway.commands;
      expect(second).toMatchObject({
        path: '/v1/money-receipts/0194c0de-0000-7000-9000-000000000006/allocations',
        body: {
          payer: TRADER.organisation,
          payerName: 'ТОО «Жібек Жолы»',
          customsBody: '55311',
          purpose: 'IMPORT_VAT',
        },
      });
      expect(second?.idempotencyKey).not.toBe(first?.idempotencyKey);
      expect(gateway.commands).toHaveLength(3);
    },
  );

  inBrowser(
    'knows the number of the document from its case, and takes rows of a list',
    async (page, gateway) => {
      await signIn(page, 'Release officer');
      await page
        .getByRole('link', { name: /^Payments of 55302\/030226\/0000017/ })
        .first()
        .click();
      await page.getByRole('button', { name: 'Take', exact: true }).click();
      const number = page.getByLabel('Number of the document');
      await number.and(page.locator('[value="55302/030226/0000017"]')).waitFor();
      await page.getByLabel('What made it payable').selectOption('Release for domestic consumption');
      const row = page.getByRole('group', { name: 'Row 1' });
      await row.getByLabel('Item').fill('1');
      await row.getByLabel('Kind').selectOption('Import duty');
      await row.getByLabel('Base, tenge').fill('10000000');
      await row.getByLabel('Rate, percent').fill('5');
      await row.getByLabel('Payable, tenge').fill('500000.00');
      await page.getByRole('button', { name: 'Add: Payments' }).click();
      await page.getByRole('button', { name: 'Remove row 2' }).click();
      await page.getByRole('button', { name: 'Send the decision' }).click();
      await page.getByRole('alert').waitFor();
      expect(gateway.commands.at(-1)).toMatchObject({
        path: '/v1/liabilities/55302/030226/0000017/assessments',
        body: {
          trigger: 'DOMESTIC_CONSUMPTION',
          lines: [{ item: 1, kind: 'IMPORT_DUTY', base: '10000000', ratePercent: '5', payable: '500000.00' }],
        },
      });
    },
  );

  inBrowser('sends an operation without a body for the document of the item', async (page, gateway) => {
    await signIn(page, 'Release officer');
    await page
      .getByRole('link', { name: /^Restriction 55302\/020226\/D000003/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Take', exact: true }).click();
    await page.getByRole('button', { name: 'Send the decision' }).click();
    await page.getByRole('alert').waitFor();
    const id = '0194c0de-0000-7000-9000-000000000009';
    expect(gateway.commands.at(-1)).toMatchObject({
      path: `/v1/collection-cases/${id}/measures/${id}/liftings`,
      body: undefined,
    });
  });

  inBrowser('says of a kind that nothing decides what ends it', async (page) => {
    await signIn(page, 'Release officer');
    await page
      .getByRole('link', { name: /^Placement into temporary storage is overdue/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Take', exact: true }).click();
    await page.getByText('No operation decides this kind of work (registration)').waitFor();
  });
});
