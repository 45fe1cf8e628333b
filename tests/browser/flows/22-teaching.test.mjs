// A reply that is not understood: tap the figure, say what it is, and the next one is read.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  addCard, assertAccessible, assertNoSidewaysScroll, button, go, heading, LANGUAGES, NOON, open, saved, says, SCREENS, serve,
} from '../harness/index.mjs';

const REPLY = 'POLAR\nKvota: 812\nVox: 17';
const NEXT = 'POLAR\nKvota: 640\nVox: 12';

describe('teaching', () => {
  let server;
  before(async () => { server = await serve(); });
  after(async () => { await server.stop(); });

  const reply = (page) => page.locator('#reply');

  async function begin(locale = 'en-US', screen = SCREENS.phone) {
    const browser = await open({ locale, now: NOON, screen });
    const page = await browser.page(server.url);
    return { browser, page };
  }

  /** Adds a card by its only field and opens its form for a pasted reply, in any language. */
  async function cardAndForm(page) {
    await go(page, '#/add');
    await page.locator('#name').fill('Polar');
    await page.locator('[type=submit]').click();
    await page.locator('.toast > div').waitFor();
    const href = await page.locator('a[href$="/edit"]').first().getAttribute('href');
    await go(page, href.replace('/edit', '/log'));
    await reply(page).waitFor();
    return href.replace('/edit', '');
  }

  test('four taps from the refusal to the balance, and the next reply needs none', async () => {
    const { browser, page } = await begin();
    const card = await addCard(page, { name: 'North' });
    await go(page, `${card}/log`);
    await reply(page).fill(REPLY);
    await says(page, 'No balance was found in this.').waitFor();
    assert.equal(await page.locator('.question').count(), 0, 'something is asked before a figure is tapped');

    const taps = [
      button(page, '812'), button(page, 'Remaining data'), button(page, 'MB'), page.getByRole('button', { name: /^Save\b/ }),
    ];
    for (const tap of taps) await tap.click();
    await saved(page, 'Balance logged, similar replies will be read this way');
    await says(page, '812 MB').waitFor();

    await page.reload();
    await says(page, '812 MB').waitFor();
    await go(page, `${card}/log`);
    await reply(page).fill(NEXT);
    await says(page, 'As you taught').waitFor();
    await button(page, 'Save').click();
    await saved(page, 'Balance logged');
    await says(page, '640 MB').waitFor();

    await go(page, '#/settings');
    await heading(page, 'What you taught').waitFor();
    await says(page, 'Of the last 30 logged replies it reads: 2').waitFor();
    await button(page, 'Forget: kvota: [Remaining data]').click();
    await saved(page, 'A way of reading forgotten');
    await go(page, `${card}/log`);
    await reply(page).fill('POLAR\nKvota: 500\nVox: 9');
    await says(page, 'No balance was found in this.').waitFor();
    await browser.close();
  });

  test('a lesson that was begun is there again after the page was closed', async () => {
    const { browser, page } = await begin();
    const card = await addCard(page, { name: 'North' });
    await go(page, `${card}/log`);
    await reply(page).fill(REPLY);
    await button(page, '812').click();
    await button(page, 'Used data').click();
    await page.reload();
    await page.getByRole('group', { name: 'In which unit?' }).waitFor();
    await button(page, 'GB').click();
    await says(page, '812 GB').waitFor();
    await browser.close();
  });

  test('what was answered can hold for ever', async () => {
    const { browser, page } = await begin();
    const card = await addCard(page, { name: 'North' });
    await go(page, `${card}/log`);
    await reply(page).fill('Data: 1.83 GB / 3 GB.');
    await page.getByRole('group', { name: /1\.83 GB/ }).getByRole('button', { name: 'Left', exact: true }).click();
    await button(page, 'Always read it this way').click();
    await button(page, 'Save').click();
    await saved(page, 'Balance logged, similar replies will be read this way');
    await go(page, `${card}/log`);
    await reply(page).fill('Data: 1.20 GB / 3 GB.');
    await says(page, 'As you taught').waitFor();
    await button(page, 'Save').click();
    await saved(page, 'Balance logged');
    await says(page, '1.2 GB').waitFor();
    await browser.close();
  });

  test('of two cards the one is found whose carrier was taught', async () => {
    const { browser, page } = await begin();
    const card = await addCard(page, { name: 'North', carrier: 'Tello' });
    await addCard(page, { name: 'South', carrier: 'Ultra Mobile' });
    await go(page, `${card}/log`);
    await reply(page).fill(REPLY);
    for (const name of ['812', 'Remaining data', 'MB', 'Save']) await button(page, name).click();
    await saved(page, 'Balance logged, similar replies will be read this way');
    await go(page, '#/log');
    await reply(page).fill(NEXT);
    await says(page, 'Recognised by what you taught').waitFor();
    assert.equal(await button(page, 'North').getAttribute('aria-pressed'), 'true');
    await button(page, 'Save').click();
    await saved(page, 'Balance logged');
    await go(page, card);
    await says(page, '640 MB').waitFor();
    await browser.close();
  });

  test('of two figures that claim to be the balance, the other one is not lost without a word', async () => {
    const { browser, page } = await begin();
    const card = await addCard(page, { name: 'North' });
    await go(page, `${card}/log`);
    await reply(page).fill('Pack one: 300 MB left. Pack two: 4.2 GB left.');
    await button(page, '4.2 GB').click();
    await says(page, '300 MB is not logged.').waitFor();
    assert.equal(await page.locator('mark').innerText(), 'Remaining data\n4.2 GB', 'the other one is marked');
    await button(page, 'It is another kind of data').click();
    await button(page, 'Bonus data left').click();
    await says(page, '300 MB is not logged.').waitFor({ state: 'detached' });
    await button(page, 'Save').click();
    await saved(page, 'Balance logged, similar replies will be read this way');
    await says(page, '4.2 GB').waitFor();
    await browser.close();
  });

  test('a code has nothing to tap', async () => {
    const { browser, page } = await begin();
    const card = await addCard(page, { name: 'North' });
    await go(page, `${card}/log`);
    await reply(page).fill('Your verification code is 493027.');
    await says(page, 'This looks like a one-time code, not a balance. It will not be kept.').waitFor();
    assert.equal(await page.locator('.tell').count(), 0);
    await browser.close();
  });

  test('with the keyboard alone', async () => {
    const { browser, page } = await begin();
    const card = await addCard(page, { name: 'North' });
    await go(page, `${card}/log`);
    await reply(page).fill(REPLY);
    await button(page, '812').waitFor();
    const tabTo = async (name) => {
      const here = () => page.evaluate(() => document.activeElement.textContent.trim());
      for (let tabs = 0; tabs < 30; tabs += 1) {
        await page.keyboard.press('Tab');
        if (await here() === name) return;
      }
      assert.fail(`${name} is not reached`);
    };
    await reply(page).focus();
    for (const [name, key] of [['812', 'Enter'], ['Remaining data', 'Space'], ['MB', 'Enter'], ['Save', 'Enter']]) {
      await tabTo(name);
      await page.keyboard.press(key);
    }
    await saved(page, 'Balance logged, similar replies will be read this way');
    await browser.close();
  });

  for (const [language, locale] of LANGUAGES) {
    test(`is accessible and large enough to tap: ${language}`, async () => {
      const { browser, page } = await begin(locale, SCREENS.narrow);
      // A notice that is still coming into view is not what is judged.
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await cardAndForm(page);
      const look = async (what) => {
        await assertNoSidewaysScroll(page, `${what} (${language})`);
        await page.setViewportSize({ ...SCREENS.narrow, height: 3000 });
        await assertAccessible(page, `${what} (${language})`);
        await page.setViewportSize(SCREENS.narrow);
      };
      await reply(page).fill(REPLY);
      await page.locator('.tell').first().waitFor();
      await look('the figures');
      for (const one of await page.locator('.tell').all()) {
        const { width, height } = await one.boundingBox();
        assert.ok(width >= 44 && height >= 44, `a figure of ${width} × ${height}`);
      }
      await page.locator('.tell').first().click();
      await page.locator('#tapped .chip').first().click();
      await page.locator('#tapped [role=group] .chip').first().waitFor();
      await look('the question');
      await page.locator('#tapped [role=group] .chip').first().click();
      await page.locator('.fig').waitFor();
      await look('the answer');
      await page.locator('[type=submit]').click();
      await page.locator('.toast > div').waitFor();
      await go(page, '#/settings');
      await page.locator('.settings .changes li').waitFor();
      await look('the settings');
      await browser.close();
    });
  }
});
