// The chart in the browser: what a thinned out line paints, how finger and keys read it off, its
// ranges, its other buckets, its tables, and how it prints.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import {
  assertAccessible, assertNoSidewaysScroll, bookOf, button, NOON, open, plant, says, SCREENS, serve,
} from '../harness/index.mjs';

const DAY = 86_400_000;
const ago = (days) => new Date(Date.parse(NOON) - days * DAY).toISOString();
const { lines } = bookOf({ name: 'Three buckets', plan: '5 GB', until: '2026-12-10', needed: '2026-12-03' }, [
  [ago(15), { data: '5.0 GB', hotspot: '2.0 GB', roaming: '500 MB' }],
  [ago(12), { data: '4.4 GB', hotspot: '1.9 GB' }],
  [ago(9), { data: '3.6 GB', hotspot: '1.2 GB', roaming: '450 MB' }],
  [ago(4), { data: '2.9 GB', hotspot: '0.8 GB' }],
  [ago(0.25), { data: '2.2 GB', hotspot: '0.7 GB', roaming: '450 MB' }],
]);

describe('the chart', () => {
  let server;
  before(async () => { server = await serve(); });
  after(async () => { await server.stop(); });

  async function shown(how = {}) {
    const browser = await open({ locale: 'en-US', now: NOON, timezone: 'America/New_York', ...how });
    await plant(browser.context, lines);
    const page = await browser.page(server.url);
    await page.locator('.plot').waitFor();
    return { browser, page };
  }

  for (const ratio of [1, 2, 3]) {
    test(`a thinned out line paints what all of it would, at ${ratio} device pixels to one`, async () => {
      const browser = await open({ screen: { width: 358, height: 278 }, more: { deviceScaleFactor: ratio } });
      const page = await browser.context.newPage();
      const painted = async (name, change = (svg) => svg) => {
        const svg = await readFile(new URL(`../../chart/lines/${name}.svg`, import.meta.url), 'utf8');
        await page.setContent(`<body style="margin:0">${change(svg)}`);
        return page.screenshot();
      };
      for (const name of ['falling', 'wild']) {
        const every = await painted(`${name}-every`);
        assert.ok(every.equals(await painted(name)), `${name} differs`);
        // That it can fail: a line from the first corner of each column to the next is another one.
        const poor = await painted(`${name}-every`, (svg) => svg.replace(/(H[\d.]+V[\d.]+)(?:H[\d.]+V[\d.]+){7}/g, '$1'));
        assert.ok(!every.equals(poor), `${name} without most of its corners is the same`);
      }
      await browser.close();
    });
  }

  test('a finger reads off what is under it, and the keys go from one to the next', async () => {
    const { browser, page } = await shown({ more: { hasTouch: true } });
    const cursor = page.getByRole('slider', { name: 'Read off each entry' });
    await cursor.scrollIntoViewIfNeeded();
    const place = await page.locator('.plot svg').boundingBox();
    const dot = async (n) => {
      const box = await page.locator('.plot circle:not(.cursor)').nth(n).boundingBox();
      return { x: box.x + box.width / 2, y: place.y + place.height / 2 };
    };
    const second = await dot(1);
    await page.touchscreen.tap(second.x, second.y);
    await page.getByText(/^Nov 8, 12:00: 4\.4\sGB left · about [\d.]+\sGB used that day$/).waitFor();
    await cursor.press('ArrowRight');
    await page.getByText(/^Nov 11, 12:00: 3\.6\sGB left/).waitFor();
    assert.match(await cursor.getAttribute('aria-valuetext'), /^Nov 11, 12:00: 3\.6\sGB left/);
    await cursor.press('Home');
    await page.getByText(/^Nov 5, 12:00: 5\sGB left/).waitFor();
    await cursor.press('ArrowLeft');
    await page.getByText(/^Nov 5, 12:00: 5\sGB left/).waitFor();
    // The last that can be read off is of the forecast, on the evening of a day: all may be gone by then, which the
    // range says.
    await cursor.press('End');
    const ahead = /^Dec \d+ · probably 0–[\d.]+\s[MG]B$/;
    await page.getByText(ahead).waitFor();
    assert.match(await cursor.getAttribute('aria-valuetext'), ahead);
    await browser.close();
  });

  test('each range says what it shows, and a trip is one where somebody said its end', async () => {
    const { browser, page } = await shown();
    const sentence = page.locator('.chart > p.note');
    for (const [range, words] of [
      ['Week', /^Nov 16–20: from 2\.9\sGB to 2\.2\sGB · about \d+\sMB a day$/],
      ['Period', /^Nov 5–20: from 5\sGB to 2\.2\sGB · about \d+\sMB a day$/],
      ['Trip', /^Nov 5–20: from 5\sGB to 2\.2\sGB/],
      ['All', /^Nov 5–20: from 5\sGB to 2\.2\sGB/],
    ]) {
      await button(page, range).click();
      assert.equal(await button(page, range).getAttribute('aria-pressed'), 'true');
      await sentence.filter({ hasText: words }).waitFor();
      await assertAccessible(page, range);
    }
    await says(page, 'Trip ends').waitFor();
    await page.getByRole('img', { name: 'Hotspot' }).waitFor();
    await page.getByRole('img', { name: 'Roaming data' }).waitFor();
    await page.getByText('Table', { exact: true }).click();
    await page.getByRole('row', { name: /^Nov 9–10 [\d.]+\sGB [\d.]+\sGB$/ }).waitFor();
    await page.getByRole('table', { name: 'Hotspot' }).first().waitFor();
    await page.getByRole('table', { name: 'Roaming data' }).first().waitFor();
    await assertAccessible(page, 'the tables');
    await page.getByText('Table', { exact: true }).press('Enter');
    await page.getByRole('row', { name: /^Nov 9–10/ }).waitFor({ state: 'detached' });
    await page.getByText('Table', { exact: true }).click();
    for (const screen of ['narrow', 'desk']) {
      await page.setViewportSize(SCREENS[screen]);
      await assertNoSidewaysScroll(page);
    }
    await browser.close();
  });

  test('on paper every table is open, in the colours of paper, and there is nothing to press', async () => {
    const { browser, page } = await shown({ dark: true });
    assert.equal(await page.getByRole('row').count(), 0, 'closed until it goes to paper');
    // Paper made in one go closes them before one could look: the two events of printing, apart.
    await page.pdf();
    assert.equal(await page.getByRole('row').count(), 0, 'and closed again after it');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.getByRole('row', { name: /^Nov 9–10/ }).waitFor();
    assert.ok(await page.getByRole('row', { name: /^Nov 9–10/ }).isVisible());
    assert.ok(await page.locator('.plot path.used').isVisible());
    assert.equal(await page.getByRole('button').filter({ visible: true }).count(), 0);
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.equal(paper, 'rgb(255, 255, 255)');
    assert.ok(await page.getByText(/^Nov 20, 2026, \d\d:\d\d$/).isVisible(), 'when it was printed');
    const banners = await page.locator('main .banner').filter({ visible: true })
      .evaluateAll((all) => all.map((banner) => getComputedStyle(banner).backgroundColor));
    assert.deepEqual([...new Set(banners)], ['rgb(255, 255, 255)'], 'ink on paper, in a banner too');
    assert.equal(await page.getByText('Time for a backup').filter({ visible: true }).count(), 0);
    await browser.close();
  });
});
