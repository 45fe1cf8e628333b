// What was saved is never lost: closed, killed, with no server, and half-typed.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  addCard, appShown, button, dropProfile, field, go, heading, installabilityErrors, keptOffline, link, logLeft,
  newProfile, NOON, open, plant, records, recordsOnDisk, save, saved, says, seed, serve, topUp,
} from '../harness/index.mjs';

const ENGLISH = { locale: 'en-US', now: NOON };

describe('lasting', () => {
  let server;
  let profile;
  before(async () => { server = await serve(); });
  after(async () => { await server.stop(); });

  /** Calls with a profile that several browsers may open in turn, and drops it. */
  async function onOneProfile(story) {
    profile = await newProfile();
    try {
      await story(() => open({ ...ENGLISH, profile }));
    } finally {
      await server.stop();
      await server.start();
      await dropProfile(profile);
    }
  }

  test('THE promise: no server, another day, all is there, and one more', async () => {
    await onOneProfile(async (again) => {
      let browser = await again();
      let page = await browser.page(server.url);
      const card = await addCard(page, { name: 'US travel SIM', plan: '3', until: '2026-12-04' });
      await logLeft(page, card, '2.5');
      await topUp(page, card, '1');
      await keptOffline(page);
      await browser.close();
      await server.stop();

      browser = await again();
      await browser.context.clock.setFixedTime('2026-11-22T17:00:00Z');
      page = await browser.page(server.url);
      await heading(page, 'US travel SIM').waitFor();
      await says(page, '3.5 GB').waitFor();
      await logLeft(page, card, '2.2');
      await says(page, '2.2 GB').waitFor();
      await browser.close();

      browser = await again();
      await browser.context.clock.setFixedTime('2026-11-24T17:00:00Z');
      page = await browser.page(server.url);
      await heading(page, 'US travel SIM').waitFor();
      await says(page, '2.2 GB').waitFor();
      await page.getByRole('link', { name: /\+1 GB/ }).waitFor();
      assert.equal(Object.keys(await records(page)).length, 4);
      assert.deepEqual(await recordsOnDisk(page), await records(page));
      await browser.close();
    });
  });

  test('killed right after it said "Saved"', async () => {
    await onOneProfile(async (again) => {
      let browser = await again();
      let page = await browser.page(server.url);
      const card = await addCard(page, { name: 'US travel SIM' });
      await keptOffline(page);
      await logLeft(page, card, '2.5');
      await browser.kill();

      browser = await again();
      page = await browser.page(server.url);
      await says(page, '2.5 GB').waitFor();
      await heading(page, 'US travel SIM').waitFor();
      assert.equal(Object.keys(await recordsOnDisk(page)).length, 2);
      await browser.close();
    });
  });

  test('what only the database kept is shown', async () => {
    const browser = await open(ENGLISH);
    const page = await browser.page(server.url);
    const card = await addCard(page, { name: 'US travel SIM' });
    await logLeft(page, card, '2.5');
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await says(page, '2.5 GB').waitFor();
    await go(page, `${card}/edit`);
    await page.reload();
    await heading(page, 'Edit this card').waitFor();
    assert.equal(await field(page, 'Name').inputValue(), 'US travel SIM');
    await browser.close();
  });

  test('a half-filled form survives the browser being closed, and its page being killed', async () => {
    await onOneProfile(async (again) => {
      let browser = await again();
      let page = await browser.page(server.url);
      const card = await addCard(page, { name: 'US travel SIM' });
      await go(page, `${card}/top-up`);
      await field(page, 'Data added').fill('2');
      await button(page, 'Replaces what is left').click();
      await field(page, 'Paid').fill('15.5');
      await browser.close();

      browser = await again();
      page = await browser.page(server.url);
      await says(page, 'You have an unfinished top-up · US travel SIM').waitFor();
      await link(page, 'Continue').click();
      await says(page, 'Picked up where you left off').waitFor();
      assert.equal(await field(page, 'Data added').inputValue(), '2');
      assert.equal(await field(page, 'Paid').inputValue(), '15.5');
      assert.equal(await button(page, 'Replaces what is left').getAttribute('aria-pressed'), 'true');

      await field(page, 'Paid').fill('16');
      await crash(page);
      page = await browser.context.newPage();
      await page.goto(`${server.url}${card}/top-up`);
      await says(page, 'Picked up where you left off').waitFor();
      assert.equal(await field(page, 'Paid').inputValue(), '16');
      await save(page);
      await saved(page, 'Top-up logged');
      await page.reload();
      await appShown(page);
      assert.equal(await page.getByText(/^You have an unfinished/).count(), 0);
      await browser.close();
    });
  });

  test('a second tab shows what the first one saved', async () => {
    const browser = await open(ENGLISH);
    const page = await browser.page(server.url);
    const card = await addCard(page, { name: 'US travel SIM' });
    const other = await browser.context.newPage();
    await other.goto(server.url);
    await says(other, 'No balance yet').waitFor();
    await logLeft(page, card, '2.5');
    await says(other, '2.5 GB').waitFor();
    await browser.close();
  });

  test('can be installed with everything in it', async () => {
    const { lines } = await seed(server.url);
    const browser = await open(ENGLISH);
    await plant(browser.context, lines);
    const page = await browser.page(server.url);
    await says(page, '1.83 GB').waitFor();
    await keptOffline(page);
    assert.deepEqual(await installabilityErrors(page), []);
    await browser.close();
  });
});

/** Kills the renderer, as a phone does that needs the memory. */
async function crash(page) {
  const session = await page.context().newCDPSession(page);
  const gone = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => {});
  await gone;
  await page.close();
}
