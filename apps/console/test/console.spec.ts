/** The built console in a real browser against a gateway of fixtures: signing in, queues, decisions with a form of their own, cases. */
import { inBrowser, openBrowser, signIn } from './browser.js';
import { OFFICER } from './fixture-gateway.js';

describe('the console in a browser', () => {
  openBrowser();

  inBrowser('refuses a text that is no token, and forgets the token with the tab', async (page) => {
    await page.getByLabel('Access token').fill('not a token');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('This is not an access token').waitFor();
    await signIn(page, 'Release officer');
    await page.getByText(OFFICER.name).waitFor();
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('e30');
    expect(await page.evaluate(() => sessionStorage.getItem('shekara.token'))).toMatch(/^.+\..+\..+$/);
  });

  inBrowser('says in words what is overdue and what is soon, and takes work once', async (page, gateway) => {
    await signIn(page, 'Release officer');
    await page.getByText('Overdue by 35 mins').waitFor();
    await page.getByText('Soon: 1 hr 10 mins left').waitFor();
    await page.getByRole('button', { name: /^Take: Examine items 1 and 3/ }).click();
    await page.getByRole('button', { name: /^Put back: Examine items 1 and 3/ }).waitFor();
    expect(gateway.commands).toHaveLength(1);
    expect(gateway.commands[0]?.idempotencyKey).toMatch(/^[0-9a-f-]{36}$/);
  });

  inBrowser('sends a request without an answer again under the same key', async (page, gateway) => {
    await signIn(page, 'Release officer');
    const take = page.getByRole('button', { name: /^Take: Examine items 1 and 3/ });
    await take.waitFor();
    gateway.breakCommands(true);
    await take.click();
    await page.getByText('The server did not answer').waitFor();
    gateway.breakCommands(false);
    await take.click();
    await page.getByRole('button', { name: /^Put back: Examine items 1 and 3/ }).waitFor();
    const keys = gateway.commands.map(({ idempotencyKey }) => idempotencyKey);
    expect(keys.length).toBeGreaterThanOrEqual(2);
    expect(new Set(keys).size).toBe(1);
  });

  inBrowser('refuses release with every chosen ground, its article and facts', async (page, gateway) => {
    await signIn(page, 'Release officer');
    await page.getByRole('link', { name: /^Open: Decide on the release of 55302/ }).click();
    await page.getByLabel('Refuse release').check();
    await page.getByLabel(/A condition of release is not met.*art\. 201\.1/).check();
    await page.getByLabel(/Control found a violation.*art\. 201\.9/).check();
    await page.getByRole('button', { name: 'Refuse release' }).click();
    await page.getByText('State the facts of each chosen ground.').waitFor();
    await page.getByLabel('Which condition is not met').selectOption('DOCUMENTS_PRESENT');
    await page.getByLabel('Facts').nth(0).fill('No permit for item 2.');
    await page.getByLabel('Facts').nth(1).fill('12 boxes not declared.');
    await page.getByRole('button', { name: 'Refuse release' }).click();
    await page.getByText('Release is refused.').waitFor();
    expect(gateway.commands.at(-1)).toMatchObject({
      path: '/v1/goods-declarations/55302/030226/0000017/refusals',
      body: {
        grounds: [
          {
            code: 'RELEASE_CONDITIONS_NOT_MET',
            condition: 'DOCUMENTS_PRESENT',
            facts: 'No permit for item 2.',
          },
          { code: 'VIOLATION_FOUND', facts: '12 boxes not declared.' },
        ],
      },
    });
  });

  inBrowser(
    'shows every reason of the server with article and cure, in the chosen language',
    async (page) => {
      await signIn(page, 'Release officer');
      await page.getByRole('link', { name: /^Open: Decide on the release of 55302/ }).click();
      await page.getByLabel('Release the goods').check();
      await page.getByRole('button', { name: 'Release', exact: true }).click();
      const refusal = page.getByRole('alert');
      await refusal.getByText('RELEASE_CONDITIONS_NOT_MET').waitFor();
      expect(await refusal.getByRole('listitem').count()).toBe(2);
      await page.getByLabel('Language').selectOption('kk');
      await refusal.getByText('Шығару шарты сақталмаған.').waitFor();
      await refusal.getByText('Code 2017 art. 201.1').waitFor();
    },
  );

  inBrowser('finds a case by its number and shows how long each step waited', async (page) => {
    await signIn(page, 'Release officer');
    await page.getByRole('link', { name: 'Case timeline' }).click();
    await page.getByRole('searchbox').fill('55302/030226/0000017');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByRole('heading', { name: 'Case 55302/030226/0000017' }).waitFor();
    await page.getByText('after 1 hr 51 mins').waitFor();
  });

  inBrowser('asks to sign in again when the session has ended', async (page, gateway) => {
    await signIn(page, 'Declarant');
    await page.getByRole('table').waitFor();
    gateway.endSessions();
    await page.getByRole('link', { name: 'Account' }).click();
    await page.getByText('Your sign-in has ended.').waitFor();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });
});
