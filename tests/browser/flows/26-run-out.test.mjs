// When a card has run out: what to do is one tap away, and there without a network.

import assert from 'node:assert/strict';
import { after, before as first, describe, test } from 'node:test';
import {
  addCard, assertAccessible, assertNoSidewaysScroll, before, button, field, heading, keptOffline, link, logLeft, NOON,
  open, save, saved, says, SCREENS, serve,
} from '../harness/index.mjs';

describe('run out', () => {
  let server;
  first(async () => { server = await serve(); });
  after(async () => { await server.stop(); });

  /** A card of which 1 GB was left yesterday and nothing is now. */
  async function begin(more = {}) {
    const browser = await open({ locale: 'en-US', now: before(1), ...more });
    const page = await browser.page(server.url);
    const card = await addCard(page, {
      name: 'US travel SIM', carrier: 'Ultra Mobile', number: '+1 555 010 4471', plan: '3', until: '2026-12-04',
    });
    await logLeft(page, card, '1');
    await browser.context.clock.setFixedTime(NOON);
    await logLeft(page, card, '0');
    return { browser, page, card };
  }

  test('the page opens with the network off, and what it leads to works', async () => {
    const { browser, page } = await begin();
    await keptOffline(page);
    await browser.context.setOffline(true);
    await page.reload();
    await says(page, 'No data left').waitFor();
    await link(page, 'What to do now').click();
    await heading(page, 'When it has run out').waitFor();
    await heading(page, 'What still works').waitFor();
    assert.equal(await link(page, '911').getAttribute('href'), 'tel:911');
    await heading(page, 'Ways to top up without data').waitFor();
    assert.equal(await page.getByRole('link', { name: 'Call: 611', exact: true }).getAttribute('href'), 'tel:611');
    await page.getByText('My prepaid plan has run out.').waitFor();
    assert.equal(await page.getByText('my.ultra.me').count(), 0, 'nothing that takes a network');
    await assertNoSidewaysScroll(page, 'what to do when it has run out');
    await assertAccessible(page, 'what to do when it has run out');

    await link(page, 'Show the clerk').click();
    await heading(page, 'I would like to top up this number, please.').waitFor();
    await page.goBack();
    await button(page, 'I have paid').click();
    await field(page, 'Data added').fill('3');
    await save(page);
    await saved(page, 'Top-up logged');
    await says(page, 'Top-up of +3 GB: not there yet').waitFor();
    await page.reload();
    await says(page, 'Top-up of +3 GB: not there yet').waitFor();
    await button(page, 'It has arrived').click();
    await saved(page, 'Entry changed');
    await link(page, 'What to do now').waitFor({ state: 'detached' });
    await browser.close();
  });

  test('is readable on a narrow screen in the dark', async () => {
    const { browser, page } = await begin({ dark: true, screen: SCREENS.narrow });
    await link(page, 'What to do now').click();
    await link(page, '911').waitFor();
    await assertNoSidewaysScroll(page, 'what to do, narrow');
    await assertAccessible(page, 'what to do, in the dark');
    await browser.close();
  });
});
