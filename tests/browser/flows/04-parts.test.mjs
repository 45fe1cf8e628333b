// The program comes in parts: the gauge first, what logs right behind it, what is seldom wanted when it is; on
// whatever network.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  appShown, assertAccessible, button, field, go, heading, keptOffline, link, logLeft, NOON, open, plant, says, seeded,
} from '../harness/index.mjs';

const ENGLISH = { locale: 'en-US', now: NOON };
const LATER = '**/later-*.wasm';
const SELDOM = '**/seldom-*.wasm';
const FORMS = '**/forms-*.css';

/** In the page: how many styles of the forms have come. A link that failed has no rules. */
function formsStyled() {
  const has = (sheet) => {
    try { return sheet.cssRules.length > 0; } catch { return false; }
  };
  return [...document.styleSheets].filter((sheet) => sheet.href?.includes('/forms-') && has(sheet)).length;
}

describe('the parts of the program', () => {
  const place = seeded();

  test('without the later part the gauge is there, and what was tapped waits for it', async () => {
    const browser = await open(ENGLISH);
    browser.allow(/Failed to load resource/);
    await plant(browser.context, place.book.lines);
    await browser.context.route(LATER, (route) => route.abort());
    const page = await browser.page(place.url);
    await says(page, '1.83 GB').waitFor();
    // The style of the forms is asked for once the gauge is there.
    await page.waitForFunction(formsStyled);
    await says(page, 'This page has not fully arrived: you can look, but not log anything yet.').waitFor();
    await assertAccessible(page, 'the gauge alone');
    await go(page, '#/log');
    await button(page, 'Try again').click();
    await says(page, '1.83 GB').waitFor();
    assert.equal(await field(page, 'Carrier’s reply').count(), 0);
    await browser.context.unroute(LATER);
    await button(page, 'Try again').click();
    await heading(page, 'Log a balance').waitFor();
    assert.equal(await button(page, 'Try again').count(), 0);
    await browser.close();
  });

  test('a style of the forms that did not come is asked for again as the next place is opened', async () => {
    const browser = await open(ENGLISH);
    browser.allow(/Failed to load resource/);
    await plant(browser.context, place.book.lines);
    await browser.context.route(FORMS, (route) => route.abort());
    const failed = browser.context.waitForEvent('requestfailed', (request) => /\/forms-[^/]*\.css$/.test(request.url()));
    const page = await browser.page(place.url);
    await says(page, '1.83 GB').waitFor();
    await failed;
    assert.equal(await page.evaluate(formsStyled), 0);
    // Once more in vain, then not.
    const again = browser.context.waitForEvent('requestfailed', (request) => /\/forms-[^/]*\.css$/.test(request.url()));
    await go(page, '#/log');
    await heading(page, 'Log a balance').waitFor();
    await again;
    await browser.context.unroute(FORMS);
    await go(page, '#/cards');
    await page.waitForFunction(formsStyled);
    await go(page, '#/log');
    await heading(page, 'Log a balance').waitFor();
    assert.equal(await page.evaluate(formsStyled), 1, 'what is there is not asked for again');
    await browser.close();
  });

  test('a host that does not know the type of the file', async () => {
    const browser = await open(ENGLISH);
    await plant(browser.context, place.book.lines);
    await browser.context.route(LATER, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, headers: { ...answer.headers(), 'content-type': 'application/octet-stream' } });
    });
    const page = await browser.page(place.url);
    await go(page, '#/log');
    await heading(page, 'Log a balance').waitFor();
    // The worker fetches the file too, behind the page.
    await browser.context.unrouteAll({ behavior: 'wait' });
    await browser.close();
  });

  test('what is seldom wanted is fetched when it is, once, and is there without network', async () => {
    const browser = await open(ENGLISH);
    await plant(browser.context, place.book.lines);
    // The page's own requests: the worker fetches everything, behind the page.
    const fetched = [];
    browser.context.on('request', (request) => {
      if (!request.serviceWorker() && /\/seldom-[^/]*\.wasm$/.test(request.url())) fetched.push(request.url());
    });
    const page = await browser.page(place.url);
    await says(page, '1.83 GB').waitFor();
    await logLeft(page, place.book.travel, '1.8');
    await go(page, '#/cards');
    await page.getByRole('link', { name: /^Home number is running low/ }).waitFor();
    assert.deepEqual(fetched, [], 'a balance is logged without it');
    await go(page, '#/trip');
    await field(page, 'How many days').waitFor();
    await go(page, '#/settings');
    await heading(page, 'Settings').waitFor();
    assert.equal(fetched.length, 1);
    await keptOffline(page);
    await browser.context.setOffline(true);
    await page.reload();
    await appShown(page);
    await go(page, '#/data');
    await heading(page, 'Data and backup').waitFor();
    // The page may also open there.
    await page.reload();
    await heading(page, 'Data and backup').waitFor();
    await browser.close();
  });

  test('where it does not come the page says so, all else works, and it is fetched again', async () => {
    const browser = await open(ENGLISH);
    browser.allow(/Failed to load resource/);
    await plant(browser.context, place.book.lines);
    await browser.context.route(SELDOM, (route) => route.abort());
    const page = await browser.page(place.url);
    await says(page, '1.83 GB').waitFor();
    await go(page, '#/settings');
    const missing = says(page, 'This page has not arrived yet. Looking and logging still work.');
    await missing.waitFor();
    await assertAccessible(page, 'a place that has not arrived');
    await button(page, 'Try again').click();
    await missing.waitFor();
    await link(page, 'Back').click();
    await says(page, '1.83 GB').waitFor();
    assert.equal(await button(page, 'Try again').count(), 0, 'nothing is missing here');
    await logLeft(page, place.book.travel, '1.8');
    // Whoever comes back wants it again.
    await browser.context.unroute(SELDOM);
    await go(page, '#/settings');
    await heading(page, 'Settings').waitFor();
    await browser.close();
  });
});
