// The program comes in two parts: the gauge first, all else right behind it, on whatever network.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertAccessible, button, field, go, heading, NOON, open, plant, says, seeded } from '../harness/index.mjs';

const ENGLISH = { locale: 'en-US', now: NOON };
const LATER = '**/later-*.wasm';

describe('two parts', () => {
  const place = seeded();

  test('without the later part the gauge is there, and what was tapped waits for it', async () => {
    const browser = await open(ENGLISH);
    browser.allow(/Failed to load resource/);
    await plant(browser.context, place.book.lines);
    await browser.context.route(LATER, (route) => route.abort());
    const page = await browser.page(place.url);
    await says(page, '1.83 GB').waitFor();
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
});
