// What comes later moves nothing that is there: on a slow phone and a slow network a thumb may be on its way to
// what the first look shows.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { bookOf, NOON, open, plant, serve } from '../harness/index.mjs';

/** Up to here a page counts as steady (web.dev/articles/cls); the square of what moved, and how far. */
const GOOD = 0.1;

const ago = (days) => new Date(Date.parse(NOON) - days * 86_400_000).toISOString();
const seen = (all) => all.map(([days, left]) => [ago(days), { data: left }]);
/** Too much was used: two lines want attention, and there is a next thing to do. */
const HASTY = [
  { name: 'Trip', plan: '10 GB', until: '2026-12-12', needed: '2026-12-05', carrier: 'us-ultra' },
  seen([[15, '9.0 GB'], [11, '7.6 GB'], [6, '5.1 GB'], [0.7, '1.6 GB'], [0.1, '1.2 GB']]),
];
/** A reminder of a backup was put off just now, so that there is none. */
const QUIET = `- - ${Date.parse(NOON)} -`;

describe('what comes later moves nothing', () => {
  let server;
  before(async () => { server = await serve(); });
  after(async () => { await server.stop(); });

  /** A cold start on a slow phone: what moved until the page came to rest, and what moved most. */
  async function moved(cards, { care, locale, address = null, last }) {
    const browser = await open({ locale, now: NOON, timezone: 'America/New_York', more: { serviceWorkers: 'block' } });
    const books = cards.map(([card, entries], place) => bookOf(card, entries, 1 + 100 * place));
    await plant(browser.context, Object.assign({ 'simgauge:d:care': care }, ...books.map((book) => book.lines)));
    await browser.context.addInitScript(() => {
      window.moved = [];
      new PerformanceObserver((list) => {
        for (const { value, hadRecentInput, sources } of list.getEntries()) {
          const what = sources.map(({ node, previousRect, currentRect }) =>
            `${node?.nodeName}.${node?.className} ${previousRect.top} to ${currentRect.top}`);
          if (!hadRecentInput) window.moved.push([value, what]);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const page = await browser.page(`${server.url}rescue.html`);
    const phone = await browser.context.newCDPSession(page);
    await phone.send('Network.enable');
    await phone.send('Network.emulateNetworkConditions', {
      offline: false, latency: 150, downloadThroughput: 200 * 1024, uploadThroughput: 50 * 1024,
    });
    await phone.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    await page.goto(server.url + (address ?? books[0].card));
    await page.getByText(last).first().waitFor();
    await page.waitForFunction(() => [...document.styleSheets].some((sheet) => /\/forms-/.test(sheet.href)));
    const found = await page.evaluate(() => new Promise((told) => {
      requestAnimationFrame(() => setTimeout(() => told(window.moved)));
    }));
    await browser.close();
    return found;
  }

  async function assertSteady(cards, options) {
    const found = await moved(cards, options);
    const sum = found.reduce((all, [value]) => all + value, 0);
    console.log(`moved: ${sum.toFixed(3)}`);
    assert.ok(sum < GOOD, `${sum}: ${JSON.stringify(found)}`);
  }

  test('what wants attention on a card', async () => {
    await assertSteady([HASTY], { care: QUIET, locale: 'en-US', last: 'History' });
  });

  test('the reminder of a backup on a card', async () => {
    await assertSteady([HASTY], { care: '', locale: 'zh-CN', last: '该备份了' });
  });

  test('both in the list of cards', async () => {
    const other = [{ name: 'Home', plan: '5 GB', until: '2026-12-30' }, seen([[9, '4.0 GB'], [2, '3.5 GB']])];
    await assertSteady([HASTY, other], { care: '', locale: 'zh-TW', address: '#/cards', last: '該備份了' });
  });
});
