// The carriers: found by any of their names, known with their sources, and there without a network.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  addCard, assertAccessible, assertNoSidewaysScroll, button, field, go, heading, keptOffline, link, NOON, open, save, saved, says, serve,
} from '../harness/index.mjs';

const ENGLISH = { locale: 'en-US', now: NOON };

describe('the carriers', () => {
  let server;
  before(async () => { server = await serve(); });
  after(async () => { await server.stop(); });

  async function begin() {
    const browser = await open(ENGLISH);
    const asked = [];
    browser.context.on('request', (request) => {
      if (request.url().endsWith('carriers.json') && !request.serviceWorker()) asked.push(request.url());
    });
    const page = await browser.page(server.url);
    return { browser, page, asked };
  }

  test('one is found in Chinese and in English, and starts its card in its own money', async () => {
    const { browser, page } = await begin();
    await go(page, '#/add');
    await field(page, 'Name').fill('Malaysia');
    const celcom = page.getByRole('button', { name: 'Celcom · Malaysia', exact: true });
    for (const typed of ['天地通', 'celcom', '马来西亚', 'malaysia']) {
      await field(page, 'Carrier').fill('');
      await field(page, 'Carrier').fill(typed);
      await celcom.waitFor();
    }
    await celcom.click();
    await button(page, 'Change').waitFor();
    assert.equal(await page.locator('#currency').inputValue(), 'MYR');
    await assertAccessible(page, 'a chosen carrier');
    await button(page, 'Change').click();
    // The form still says Malaysia: of another country's carrier stands which one that is.
    await field(page, 'Carrier').fill('Tello');
    await button(page, 'Tello · United States').click();
    await button(page, 'Change').waitFor();
    await save(page);
    await saved(page, 'Card added');
    await page.getByText('Tello').first().waitFor();
    await browser.close();
  });

  test('what is known of them is fetched when it is needed, and is there without a network', async () => {
    const { browser, page, asked } = await begin();
    await keptOffline(page);
    assert.deepEqual(asked, [], 'the first screen waits for no directory');
    await addCard(page, { name: 'US travel SIM', carrier: 'Ultra Mobile' });
    assert.equal(asked.length, 1);
    await page.reload();
    await browser.context.setOffline(true);
    await link(page, 'How to check').click();
    await says(page, 'BAL → 6700').waitFor();
    await page.getByText('ultramobile.com · Looked up 2026-11').first().waitFor();
    await page.locator('details.source summary').first().click();
    // The whole address, and no link: some sources are doubtful pages themselves.
    await says(page, 'www.ultramobile.com/faq/when-do-my-minutes-or-text-mms-messages-expire/').waitFor();
    assert.equal(await page.locator('details.source a').count(), 0);
    await assertAccessible(page, 'ways with their sources');
    await browser.close();
  });

  test('a directory that does not come is said, and comes when it is asked for again', async () => {
    const { browser, page } = await begin();
    browser.allow(/carriers\.json|Failed to load resource/);
    await browser.context.route('**/carriers.json', (route) => route.fulfill({ status: 500, body: 'no' }));
    const card = await addCard(page, { name: 'US travel SIM', carrier: 'Ultra Mobile' });
    await go(page, `${card}/ways`);
    await says(page, 'The carrier list could not be fetched.').waitFor();
    await browser.context.unroute('**/carriers.json');
    await button(page, 'Try again').click();
    await says(page, 'BAL → 6700').waitFor();
    await browser.close();
  });

  /** Follows a way as far as the page goes: the phone's own app would come to the front. */
  const leave = (way) => way.evaluate((one) => {
    one.addEventListener('click', (event) => event.preventDefault());
    one.click();
  });

  /** The page is covered by another app, and seen again. */
  const comeBack = (page) => page.evaluate(() => {
    for (const state of ['hidden', 'visible']) {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
      document.dispatchEvent(new Event('visibilitychange'));
    }
  });

  test('two taps from a card stands a prepared text; whoever comes back is asked once, its source filled in', async () => {
    const { browser, page } = await begin();
    const card = await addCard(page, { name: 'US travel SIM', carrier: 'AT&T Prepaid' });
    await link(page, 'How to check').click();
    const dial = page.getByRole('link', { name: 'Dial: *777#', exact: true });
    assert.equal(await dial.getAttribute('href'), 'tel:*777%23');
    await leave(dial);
    await comeBack(page);
    await heading(page, 'What did it say?').waitFor();
    await page.getByLabel("The carrier's reply").fill('You have 1.20 GB of data remaining.');
    await save(page);
    await saved(page, 'Balance logged');
    await page.getByText('Dialled code').first().waitFor();
    await comeBack(page);
    await go(page, card);
    await heading(page, 'US travel SIM').waitFor();
    await browser.close();
  });

  test('whoever copies a code, since an iPhone dials none from a page, is asked as well; of a top-up whether it is paid', async () => {
    const { browser, page } = await begin();
    const card = await addCard(page, { name: 'US travel SIM', carrier: 'AT&T Prepaid' });
    await link(page, 'How to check').click();
    await button(page, 'Copy *777#').click();
    await page.getByText('Copied', { exact: true }).waitFor();
    await comeBack(page);
    await heading(page, 'What did it say?').waitFor();
    await page.getByLabel("The carrier's reply").fill('You have 1.20 GB of data remaining.');
    await save(page);
    await saved(page, 'Balance logged');
    await page.getByText('Dialled code').first().waitFor();
    await go(page, `${card}/ways`);
    await button(page, 'Copy +1-800-901-9878').click();
    await comeBack(page);
    await heading(page, 'What did it say?').waitFor();
    await page.locator('details summary').first().click();
    await page.getByRole('button', { name: 'Hotline', pressed: true }).waitFor();
    await button(page, 'Close').click();
    // Of a text message either half is enough.
    const other = await addCard(page, { name: 'Another', carrier: 'Ultra Mobile' });
    await go(page, `${other}/ways`);
    await button(page, 'Copy BAL').click();
    await comeBack(page);
    await heading(page, 'What did it say?').waitFor();
    await button(page, 'Close').click();
    // Whoever comes back from paying says that it is done, or what came, or neither.
    await go(page, `${card}/pay`);
    await button(page, 'Copy +1-800-901-9878').click();
    await page.getByText('Copied', { exact: true }).waitFor();
    await comeBack(page);
    await heading(page, 'Paid? What did it say?').waitFor();
    await button(page, 'Not paid').click();
    await heading(page, 'Top up').waitFor();
    await comeBack(page);
    await heading(page, 'Top up').waitFor();
    // Also by a page that opens anew.
    await leave(page.getByRole('link', { name: /^Call: / }).first());
    const again = await browser.context.newPage();
    await again.goto(server.url);
    await heading(again, 'Paid? What did it say?').waitFor();
    await button(again, 'I have paid').click();
    await heading(again, 'Log a top-up').waitFor();
    await browser.close();
  });

  test('a page that was killed meanwhile asks as well', async () => {
    const { browser, page } = await begin();
    await addCard(page, { name: 'US travel SIM', carrier: 'Ultra Mobile' });
    await link(page, 'How to check').click();
    const texts = page.getByRole('link', { name: 'Open texts: BAL → 6700', exact: true });
    assert.equal(await texts.getAttribute('href'), 'sms:6700?&body=BAL');
    await leave(texts);
    // The tab's own process dies, as a phone ends it for want of memory.
    const session = await browser.context.newCDPSession(page);
    const dead = new Promise((done) => { page.once('crash', done); });
    session.send('Page.crash').catch(() => {});
    await dead;
    const again = await browser.context.newPage();
    await again.goto(server.url);
    await heading(again, 'What did it say?').waitFor();
    await button(again, 'Close').click();
    await again.reload();
    await heading(again, 'US travel SIM').waitFor();
    await browser.close();
  });

  test('without a network the website waits, and the text stands first', async () => {
    const { browser, page } = await begin();
    await addCard(page, { name: 'US travel SIM', carrier: 'Ultra Mobile' });
    await link(page, 'How to check').click();
    await says(page, 'BAL → 6700').waitFor();
    await browser.context.setOffline(true);
    await page.getByText('No network now.', { exact: false }).waitFor();
    await page.getByText('When there is a network:').first().waitFor();
    await browser.context.setOffline(false);
    await page.getByText('No network now.', { exact: false }).waitFor({ state: 'detached' });
    await browser.close();
  });

  test('the clerk is shown one thing, large, in the dark as well', async () => {
    const browser = await open({ ...ENGLISH, dark: true });
    const page = await browser.page(server.url);
    await addCard(page, { name: 'US travel SIM', carrier: 'AT&T Prepaid', number: '+1 555 010 4471' });
    await link(page, 'Top up').click();
    await link(page, 'Show the clerk').click();
    await heading(page, 'I would like to top up this number, please.').waitFor();
    const number = page.getByText('+1 555 010 4471');
    const size = await number.evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
    assert.ok(size >= 26, `${size} px`);
    assert.equal(await page.locator('#app a, #app button').count(), 1, 'one way out, nothing else');
    await assertNoSidewaysScroll(page, 'the page for the clerk');
    await assertAccessible(page, 'the page for the clerk');
    await link(page, 'Close').click();
    await heading(page, 'Top up').waitFor();
    await browser.close();
  });

  test('a letter typed into the search is no long task, at a quarter of the speed', async () => {
    const { browser, page } = await begin();
    await go(page, '#/add');
    await field(page, 'Carrier').waitFor();
    const session = await browser.context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    // Each letter is timed on its own, so that what else the machine does is no more than noise: the
    // quickest of nine rounds is what the letter costs.
    const least = await page.evaluate(async () => {
      const frame = () => new Promise((done) => { requestAnimationFrame(() => done()); });
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
      const quickest = new Map();
      for (let round = 0; round < 9; round += 1) {
        for (const typed of ['', 'v', 'vo', 'vod', '沃', '沃达', 'mo', 'm', '']) {
          await frame();
          const input = document.getElementById('carrier-name');
          const began = performance.now();
          set.call(input, typed);
          input.dispatchEvent(new InputEvent('input', { bubbles: true }));
          // The page is drawn before the next task; reading its layout makes the browser lay it out too.
          await new Promise((done) => {
            const next = new MessageChannel();
            next.port1.onmessage = done;
            next.port2.postMessage(0);
          });
          document.body.getBoundingClientRect();
          const took = performance.now() - began;
          quickest.set(typed, Math.min(took, quickest.get(typed) ?? Infinity));
        }
      }
      return [...quickest];
    });
    console.log(`a letter costs: ${least.map(([typed, took]) => `${typed || 'none'} ${took.toFixed(1)} ms`).join(', ')}`);
    for (const [typed, took] of least) assert.ok(took < 50, `${typed}: ${took} ms`);
    await browser.close();
  });
});
