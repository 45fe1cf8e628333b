// Pictures of every screen with the book of somebody who has used the app for a while, and the one
// picture that the README shows.

import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { everyScreen, inEveryLook, NOON, open, plant, says, SCREENS, seed, serve } from '../harness/index.mjs';

const HOME = fileURLToPath(new URL('../../../docs/home.png', import.meta.url));
const NAMES = {
  'zh-Hans': ['美国旅行卡', '家里的号码', '酒店 eSIM', '上次旅行'],
  'zh-Hant': ['美國旅行卡', '家裡的門號', '飯店 eSIM', '上次旅行'],
  en: ['US travel SIM', 'Home number', 'Hotel eSIM', 'Last trip'],
};

let server;
const books = {};
before(async () => {
  server = await serve();
  for (const [language, names] of Object.entries(NAMES)) {
    books[language] = await seed(server.url, names);
  }
});
after(async () => { await server.stop(); });

test('every screen', { timeout: 600_000 }, async () => {
  await inEveryLook(server.url, async (page, shoot, language) => {
    await everyScreen(page, language, books[language], shoot);
  }, { now: NOON });
});

test('what did not arrive', { timeout: 600_000 }, async () => {
  await inEveryLook(`${server.url}rescue.html`, async (page, shoot, language) => {
    await plant(page.context(), books[language].lines);
    for (const [file, name, sign] of [
      ['**/later-*.wasm', 'later-missing', '.notices .btn'], ['**/sim-gauge-*.wasm', 'not-fetched', '#not-fetched'],
    ]) {
      await page.context().route(file, (route) => route.abort());
      await page.goto(server.url);
      await page.locator(sign).first().waitFor();
      await shoot(name);
      await page.context().unroute(file);
    }
    await page.context().route('**/seldom-*.wasm', (route) => route.abort());
    // From another page: to go to a place of the page that is open loads nothing.
    await page.goto(`${server.url}rescue.html`);
    await page.goto(`${server.url}#/settings`);
    await page.locator('.notices .btn').first().waitFor();
    await shoot('seldom-missing');
    await page.context().unroute('**/seldom-*.wasm');
  }, { now: NOON, allow: /Failed to load resource|Failed to fetch|TypeError/ });
});

test('the picture of the README', async () => {
  const browser = await open({ locale: 'zh-CN', screen: SCREENS.phone, now: NOON, timezone: 'America/New_York' });
  await plant(browser.context, books['zh-Hans'].lines);
  const page = await browser.page(server.url);
  await says(page, '1.83 GB').waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: HOME, animations: 'disabled' });
  await browser.close();
});
