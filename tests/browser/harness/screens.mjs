// Every screen there is, one after the other.

import { appShown } from './browser.mjs';
import { go } from './person.mjs';

const REPLY = 'Data: 1.83 GB / 3 GB. Plan renews 12/04/2026. Balance: $5.00.';
const STRANGE = 'POLAR: kvota 812, pott 4.56 GB, gott kvold';
const CARRIER = JSON.stringify({
  format: 'simgauge-carrier', version: 1, id: 'us-ultra', name: 'Ultra Mobile', network: 'A network of another name',
  check: [{ dial: '*778#', sure: 'told', on: '2026-11-01', instead: 'text 6700 BAL', worked: '2026-11-02' }],
  rules: [{ rule: 'says', words: 'What is left is lost after 28 days.', sure: 'told', on: '2026-11-01' }],
});
const TYPE = { 'zh-Hans': '手动输入', 'zh-Hant': '手動輸入', en: 'Type it in' };

/**
 * Calls `visit(name)` on every screen, in the language in which the page is: first with nothing
 * kept, then with a book that `seed` made.
 */
export async function everyScreen(page, language, book, visit) {
  const at = async (name, route, prepare = async () => {}) => {
    await go(page, route);
    await page.waitForFunction((to) => location.hash === to, route);
    // What is seldom opened comes when it is wanted.
    await page.locator('main:not([aria-busy])').first().waitFor();
    await prepare();
    await visit(name);
  };
  const button = (text) => page.getByRole('button', { name: text, exact: true });
  await appShown(page);
  await at('empty', '#/');
  await at('sample', '#/sample');
  await page.evaluate((lines) => {
    for (const [key, line] of Object.entries(lines)) localStorage.setItem(key, line);
    location.hash = '#/';
  }, book.lines);
  await page.reload();
  await page.locator('.dial').first().waitFor();
  await at('home', '#/');
  await at('menu', '#/', () => page.locator('.menu > summary').click());
  await at('table', book.travel, () => page.locator('details.table > summary').click());
  await at('low', book.home);
  await at('bare', book.bare);
  await at('archived', book.finished);
  await at('cards', '#/cards');
  await at('add', '#/add');
  await at('add-wrong', '#/add', () => page.locator('[type=submit]').click());
  await at('edit', `${book.travel}/edit`);
  await at('log', `${book.bare}/log`);
  await at('log-paste', `${book.bare}/log`, async () => {
    await page.locator('textarea#reply').fill(REPLY);
    await page.locator('mark').first().waitFor();
  });
  await at('log-paste-wrong', `${book.bare}/log`, () => page.locator('[type=submit]').click());
  await at('log-typed', `${book.home}/log`, () => button(TYPE[language]).click());
  await at('log-which', '#/log', () => page.locator('textarea#reply').fill('You have 4.50 GB of data remaining.'));
  await at('log-refused', '#/log', () => page.locator('textarea#reply').fill('Your code is 493027.'));
  await at('log-teach', '#/log', async () => {
    await page.locator('textarea#reply').fill(STRANGE);
    await page.locator('.tell').first().click();
    await page.locator('#tapped').waitFor();
  });
  await at('log-taught', '#/log', async () => {
    await page.locator('#tapped .chip').first().click();
    await page.locator('#tapped [role=group] .chip').first().click();
    await page.locator('.fig').waitFor();
  });
  await at('top-up', `${book.travel}/top-up`);
  await at('keep-alive', `${book.travel}/keep`);
  await at('what-if', `${book.travel}/what-if`, async () => {
    await page.locator('#data').fill('3');
    await page.locator('#days').fill('30');
    await page.locator('#paid').fill('20');
    await page.locator('caption').first().waitFor();
  });
  await at('what-if-queue', `${book.travel}/what-if`, async () => {
    await page.locator('#effect .chip').nth(2).click();
    await page.locator('caption').first().waitFor();
  });
  await at('trip', '#/trip', async () => {
    await page.locator('#days').fill('10');
    await page.locator('#video-medium').selectOption('60');
    await page.locator('.verdict').waitFor();
  });
  await at('spending', '#/spending');
  await at('ways', `${book.travel}/ways`);
  await at('pay', `${book.travel}/pay`);
  await at('run-out', `${book.home}/run-out`);
  await at('ways-own', `${book.travel}/ways`, async () => {
    for (const own of ['li.way details.source:last-of-type', 'details.counter']) {
      for (const one of await page.locator(`${own} > summary`).all()) await one.click();
    }
  });
  await at('report', `${book.travel}/report`);
  await at('reminders', `${book.travel}/reminders`);
  await at('clerk', `${book.travel}/clerk`);
  await at('ways-unknown', `${book.bare}/ways`);
  await at('ways-told', `${book.travel}/ways`, async () => {
    await page.locator('li.way details.source:last-of-type > summary').first().click();
    await page.locator('li.way details.source:last-of-type .chip').first().click();
    await page.locator('li.way .chip[aria-pressed=true]').waitFor();
    await page.locator('.acts .quiet').first().click();
    await page.locator('.acts .note', { hasText: /\S/ }).waitFor();
  });
  // Paid for before anything was known of the card: whether the first check held it is asked.
  await at('top-up-paid', `${book.bare}/pay`, async () => {
    await page.locator('.bar .btn.main').click();
    await page.locator('#data').fill('5');
  });
  await page.locator('[type=submit]').click();
  await page.waitForFunction(() => !location.hash.endsWith('/top-up'));
  await at('log-fresh', `${book.bare}/log`, () => page.locator('textarea#reply').fill('You have 4.50 GB of data remaining.'));
  await page.locator('[type=submit]').click();
  await page.waitForFunction(() => !location.hash.endsWith('/log'));
  await at('pay-unclear', `${book.bare}/pay`);
  await at('changes', '#/changes');
  await at('settings', '#/settings');
  await at('erase', '#/erase');
  await at('erase-card', `${book.travel}/erase`);
  await at('data', '#/data');
  await at('import', '#/import');
  await at('import-carrier', '#/import', async () => {
    await page.locator('textarea#text').fill(CARRIER);
    await page.locator('.changes').waitFor();
  });
  await at('gone', '#/card/01KADR6KR00000000000000000');
}
