/** An officer at the console of a whole installation: the form that the services' own documents make, and what it does. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { consumerGroups, PaymentConfirmationSchema } from '@shekara/contracts';
import { gatewayService, setUpstreams } from '@shekara/service-gateway';
import { paymentsService } from '@shekara/service-payments';
import { ServicesUnderTest } from '@shekara/testing/services';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const CONSOLE = process.env.CONSOLE_DIST ?? join(import.meta.dirname, '../../apps/console/dist');
const canRun = existsSync(CHROMIUM) && existsSync(join(CONSOLE, 'index.html'));
/** A browser beside two services and their machines, on two cores. */
const TEST_MS = 180_000;
const KHORGOS = '55302';
const PAYER = '980540000397';

describe('an officer at the console of the real services', () => {
  let place: ServicesUnderTest;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    if (!canRun) return;
    process.env.CONSOLE_DIRECTORY = CONSOLE;
    place = await ServicesUnderTest.start({ services: [gatewayService, paymentsService] });
    // Nobody else is needed here: whoever the gateway looks for, it finds payments.
    const { url } = place.service('payments');
    setUpstreams(
      place.service('gateway').app,
      Object.fromEntries(consumerGroups.filter((name) => name !== 'gateway').map((name) => [name, url])),
    );
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
    page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  }, TEST_MS);

  afterAll(async () => {
    delete process.env.CONSOLE_DIRECTORY;
    await browser?.close();
    await place?.stop();
  });

  it(
    'allocates money of an unknown payer by a generated form, refused once at its field',
    async () => {
      if (!canRun) {
        process.stdout.write('console decision: not run, no browser or no built console\n');
        return;
      }
      await place.send(PaymentConfirmationSchema, {
        bankId: 'HALYKKZ',
        bankReference: randomUUID(),
        payerName: 'Nobody known',
        payerIdentificationNumber: '050640001236',
        customsBody: KHORGOS,
        budgetCode: '106105',
        advance: true,
        amount: '100000.00',
        currency: 'KZT',
        channel: 'ONSITE_TERMINAL',
        onSiteContract: 'TERMINAL-55302-1',
        paidOn: '2026-03-10',
        purpose: 'Advance',
        taxBeneficiaryId: '6210',
      });
      const token = await place.token({ subject: 'officer-1', roles: ['ACCOUNT_OFFICER'], posts: [KHORGOS] });
      await page.goto(`${place.service('gateway').url}/console/`);
      await page.getByLabel('Access token').fill(token);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page
        .getByRole('button', { name: /^Take: / })
        .first()
        .click({ timeout: TEST_MS });
      await page
        .getByRole('link', { name: /^Open: / })
        .first()
        .click();

      await page.getByLabel(/^Allocate money of nobody known to its payer/).check();
      await page.getByText('Nobody known').or(page.getByText('050640001236')).first().waitFor();
      await page.getByLabel('BIN or IIN of the payer').fill('123456789012');
      await page.getByLabel('Name of the payer').fill('Stanok TOO');
      await page.getByLabel('What the money is for').selectOption({ label: 'Advance payment' });
      const send = page.getByRole('button', { name: 'Send the decision' });
      await send.click();
      await page.locator('#body-payer-wrong').waitFor();
      await page.getByLabel('BIN or IIN of the payer').fill(PAYER);
      await send.click();
      await page.getByText(/^Recorded: /).waitFor();
      await page.getByText('No work waits here.').waitFor({ timeout: TEST_MS });

      const account = await place.get<{ balances: { account: string; balance: string }[] }>(
        'payments',
        `/v1/accounts/${PAYER}`,
        token,
      );
      expect(account.body.balances).toContainEqual(expect.objectContaining({ balance: '100000.00' }));
    },
    TEST_MS,
  );
});
