// One look: what is left, as of when, when it runs out, the days and today's allowance, all of it
// without scrolling; then the chart, read by eye, keyboard, finger and table.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  addCard, bookOf, button, go, NOON, open, plant, says, SCREENS, seeded,
} from '../harness/index.mjs';

describe('one look', () => {
  const place = seeded();

  async function home(screen, locale = 'en-US') {
    const browser = await open({ locale, screen, now: NOON, timezone: 'America/New_York' });
    await plant(browser.context, place.book.lines);
    const page = await browser.page(place.url);
    await says(page, '1.83 GB').waitFor();
    return { browser, page };
  }

  const LOOK = {
    'en-US': ['1.83 GB', '2 h ago · Text message', /^(Runs out|May run out|Should last)/, /^14\sdays/, /^Today’s allowance/],
    'zh-CN': ['1.83 GB', '2 小时前 · 短信', /^(预计.*用完|最早.*用完，也可能用不完|到期前多半用不完|应该够用到最后一天，但不一定)$/, /^14\s天/, /^今日建议用量/],
    'zh-TW': ['1.83 GB', '2 小時前 · 簡訊', /^(預計.*用完|最早.*用完，也可能用不完|到期前應該用不完|應該夠用到最後一天，但不一定)$/, /^14\s天/, /^今日建議用量/],
  };
  for (const [locale, look] of Object.entries(LOOK)) {
    test(`five answers without scrolling: ${locale}`, async () => {
      const { browser, page } = await home(SCREENS.phone, locale);
      for (const screen of ['phone', 'small']) {
        await page.setViewportSize(SCREENS[screen]);
        const bar = await page.locator('.bar').boundingBox();
        for (const text of look) {
          const place = await page.getByText(text, { exact: true }).first().boundingBox();
          const seen = place.y >= 0 && place.y + place.height <= bar.y;
          assert.ok(seen, `${screen}, ${text}: ${JSON.stringify(place)}, bar at ${bar.y}`);
        }
        // The allowance itself, not only its name.
        const ends = await page.locator('.facts').first().locator('dd').evaluateAll((all) => all.map((one) => {
          const figure = document.createRange();
          figure.selectNode(one.firstChild);
          return figure.getBoundingClientRect().bottom;
        }));
        assert.equal(ends.length, 2);
        assert.ok(ends.every((end) => end <= bar.y), `${screen}: ${ends}, bar at ${bar.y}`);
        assert.equal(await page.evaluate(() => scrollY), 0);
      }
      await browser.close();
    });
  }

  test('what is urgent and what to do by when are in the first view', async () => {
    const ago = (days) => new Date(Date.parse(NOON) - days * 86_400_000).toISOString();
    const card = { name: 'Trip', plan: '10 GB', until: '2026-12-12', needed: '2026-12-05', reserve: '500 MB', carrier: 'us-ultra' };
    const seen = [[15, '9.0 GB'], [11, '7.6 GB'], [6, '5.1 GB'], [0.7, '1.6 GB'], [0.1, '1.2 GB']];
    const { lines } = bookOf(card, seen.map(([days, left]) => [ago(days), { data: left }]));
    for (const [locale, deed] of [['en-US', /Only a .* chance that it lasts through/], ['zh-CN', /撑过.*的可能只有/], ['zh-TW', /撐過.*的機率只有/]]) {
      const browser = await open({ locale, now: NOON, timezone: 'America/New_York' });
      await plant(browser.context, lines);
      const page = await browser.page(place.url);
      const notice = page.locator('.banner.warn', { hasText: deed });
      await notice.waitFor();
      await page.locator('.notices .btn').first().click();
      const [told, bar] = [await notice.boundingBox(), await page.locator('.bar').boundingBox()];
      assert.ok(told.y + told.height <= bar.y, `${locale}: ${JSON.stringify(told)}, bar at ${bar.y}`);
      await browser.close();
    }
  });

  test('the chart is read off by keyboard, by finger and as a table', async () => {
    const { browser, page } = await home(SCREENS.phone);
    await page.getByRole('img', { name: 'Remaining data over time, with forecast' }).waitFor();
    const cursor = page.getByRole('slider', { name: 'Read off each entry' });
    await cursor.focus();
    // The first step from nowhere is to what is known now.
    await cursor.press('ArrowLeft');
    await page.getByText(/^today 10:00: 1\.83\sGB left · about <?[\d.]+\sGB used that day$/).waitFor();
    await cursor.press('ArrowLeft');
    await page.getByText(/^Nov 17, 12:00: 1\.95\sGB left/).waitFor();
    await cursor.press('Home');
    await page.getByText(/^Nov 4, 12:00: 3\sGB left/).waitFor();
    assert.match(await cursor.getAttribute('aria-valuetext'), /^Nov 4, 12:00: 3\sGB left/);

    await cursor.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await cursor.boundingBox();
    await page.mouse.move(x + width / 4, y + height / 2);
    await page.mouse.down();
    await page.mouse.up();
    const read = page.getByText(/^Nov\s\d+, 12:00: (\d(\.\d+)?\sGB left|topped up \+1\sGB)/).first();
    await read.waitFor();
    assert.doesNotMatch(await read.innerText(), /^Nov 4, 12:00: 3\sGB left/);

    await page.getByText('Table', { exact: true }).click();
    const rows = page.getByRole('table').first().getByRole('row');
    assert.equal(await rows.count(), 10);
    await page.getByRole('row', { name: /Top-up \+1 GB/ }).waitFor();
    await page.getByRole('row', { name: /Nov 12, 12:00 1\.17 GB/ }).waitFor();
    await browser.close();
  });

  // A browser without `Temporal`, or with half of it, tells the zones by dates that it writes.
  const TEMPORALS = [
    { name: 'with Temporal', lacks: () => {}, has: [true, true] },
    {
      name: 'with a Temporal that knows no transitions',
      lacks: () => { delete Temporal.ZonedDateTime.prototype.getTimeZoneTransition; },
      has: [true, false],
    },
    { name: 'without Temporal', lacks: () => { delete window.Temporal; }, has: [false, false] },
  ];
  for (const { name, lacks, has } of TEMPORALS) {
    test(`the end on the reader’s own clock, on both sides of summer time, ${name}`, async () => {
      const browser = await open({ locale: 'en-US', now: NOON, timezone: 'Asia/Shanghai' });
      await browser.context.addInitScript(lacks);
      const page = await browser.page(place.url);
      assert.deepEqual(await page.evaluate(() => [
        'Temporal' in window,
        'getTimeZoneTransition' in (window.Temporal?.ZonedDateTime.prototype ?? {}),
      ]), has);
      await addCard(page, { name: 'Winter', carrier: 'Tello', until: '2027-03-13' });
      await page.getByText('Mar 14, 2027, 12:59 Beijing time', { exact: true }).waitFor();
      await addCard(page, { name: 'Summer', carrier: 'Tello', until: '2027-03-14' });
      await page.getByText('Mar 15, 2027, 11:59 Beijing time', { exact: true }).waitFor();
      await browser.close();
    });
  }

  test('the chart shows a week, the period, or all', async () => {
    const { browser, page } = await home(SCREENS.phone);
    for (const range of ['Week', 'All', 'Period']) {
      await button(page, range).click();
      assert.equal(await button(page, range).getAttribute('aria-pressed'), 'true');
    }
    await browser.close();
  });

  test('all cards: the pinned one first, what is urgent on top, the finished one below', async () => {
    const { browser, page } = await home(SCREENS.phone);
    await go(page, '#/cards');
    await page.getByRole('link', { name: /^Home number is running low/ }).waitFor();
    assert.deepEqual(
      await page.locator('.card b').allInnerTexts(),
      ['US travel SIM', 'Home number', 'Hotel eSIM', 'Last trip'],
    );
    await browser.close();
  });
});
