/** Runs tests of the built console in a real browser. Needs `npm run build` and Debian's chromium. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { CONSOLE_DIST, type FixtureGateway, startFixtureGateway } from './fixture-gateway.js';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const BUILT = existsSync(join(CONSOLE_DIST, 'index.html'));
const missing = [
  ...(existsSync(CHROMIUM) ? [] : [`no browser at ${CHROMIUM} (name another with CHROMIUM_PATH)`]),
  ...(BUILT ? [] : ['the console is not built (npm run build -w @shekara/console)']),
];
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'].concat([
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]);

let browser: Browser;

/** Opens one browser for the tests of a `describe`. */
export function openBrowser(): void {
  beforeAll(async () => {
    if (missing.length === 0) browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  });
  afterAll(async () => {
    if (missing.length === 0) await browser.close();
  });
}

/** A browser beside other tests on two cores takes its time. */
const TEST_MS = 180_000;

/** Registers the test, or one that only prints why there is no browser to run it in. */
export function inBrowser(title: string, test: (page: Page, gateway: FixtureGateway) => Promise<void>): void {
  if (missing.length > 0) {
    it(`not run: ${title}`, () => {
      process.stdout.write(`console: not run, ${missing.join('; ')}: ${title}\n`);
    });
    return;
  }
  it(
    title,
    async () => {
      const gateway = await startFixtureGateway();
      const context = await browser.newContext({ locale: 'en-GB' });
      const page = await context.newPage();
      const violations: string[] = [];
      page.on('console', (message) => {
        if (/content security policy/i.test(message.text())) violations.push(message.text());
      });
      page.on('pageerror', (error) => violations.push(String(error)));
      try {
        await page.goto(gateway.url);
        await test(page, gateway);
        expect(violations).toEqual([]);
      } finally {
        await context.close();
        await gateway.stop();
      }
    },
    TEST_MS,
  );
}

/** Signs in as one of the development users of the fixtures. */
export function signIn(page: Page, user: string): Promise<void> {
  return page.getByRole('button', { name: `Sign in as ${user}` }).click();
}
