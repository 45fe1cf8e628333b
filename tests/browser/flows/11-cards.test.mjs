// A card: added in under a minute, edited, put first, put away.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  addCard, button, cardAddress, field, go, heading, link, NOON, open, records, save, saved, says, serve,
} from '../harness/index.mjs';

describe('cards', () => {
  let server;
  before(async () => { server = await serve(); });
  after(async () => { await server.stop(); });

  /** English, at noon, with nothing kept. */
  async function begin() {
    const browser = await open({ locale: 'en-US', now: NOON });
    return { browser, page: await browser.page(server.url) };
  }

  test('a name is enough: two taps and a word, or three taps and none', async () => {
    const { browser, page } = await begin();
    await link(page, 'Add a card').click();
    await field(page, 'Name').fill('US travel SIM');
    await button(page, 'Save').click();
    await saved(page, 'Card added');
    await heading(page, 'US travel SIM').waitFor();
    await says(page, 'No balance yet').waitFor();

    await page.locator('summary', { has: page.locator('svg') }).first().click();
    await link(page, 'Add a card').click();
    await button(page, 'Home number').click();
    await button(page, 'Save').click();
    await heading(page, 'Home number').waitFor();
    assert.equal(Object.keys(await records(page)).length, 2);
    await browser.close();
  });

  test('without a name it says so beside the field and keeps what was typed', async () => {
    const { browser, page } = await begin();
    await link(page, 'Add a card').click();
    await field(page, 'Plan data').fill('3');
    await save(page);
    await says(page, 'Give it a name you will recognise.').waitFor();
    const name = field(page, 'Name');
    assert.equal(await name.getAttribute('aria-invalid'), 'true');
    assert.ok(await name.evaluate((input) => input === document.activeElement), 'not brought to the field');
    assert.equal(await field(page, 'Plan data').inputValue(), '3');
    await name.fill('Hotel eSIM');
    await save(page);
    await heading(page, 'Hotel eSIM').waitFor();
    await browser.close();
  });

  test('a fuller one: carrier, number, plan and end', async () => {
    const { browser, page } = await begin();
    await addCard(page, {
      name: 'US travel SIM', carrier: 'Ultra Mobile', number: '+1 555 010 4471', plan: '3', until: '2026-12-04',
    });
    await says(page, /^14\sdays/).waitFor();
    await says(page, 'Dec 4, 23:59 Los Angeles time').waitFor();
    await button(page, 'ending 4471').click();
    await button(page, '+15550104471').waitFor();

    await link(page, 'Edit card').click();
    await field(page, 'Name').fill('US trip');
    await field(page, 'Last day').fill('2026-12-05');
    await save(page);
    await saved(page, 'Card changed');
    await heading(page, 'US trip').waitFor();
    await says(page, /^15\sdays/).waitFor();
    await page.reload();
    await heading(page, 'US trip').waitFor();
    await says(page, /^15\sdays/).waitFor();
    await button(page, 'ending 4471').waitFor();
    await browser.close();
  });

  test('one is put first, one is put away and taken back out', async () => {
    const { browser, page } = await begin();
    const first = await addCard(page, { name: 'Home number' });
    await addCard(page, { name: 'US travel SIM' });
    await go(page, '#/');
    await link(page, 'Add a card').first().waitFor();
    await page.getByRole('link', { name: /^Home number/ }).click();
    await button(page, 'Show first').click();
    await saved(page, 'Card now shown first');
    await go(page, '#/');
    await heading(page, 'Home number').waitFor();
    assert.equal(await cardAddress(page), first);

    await button(page, 'Archive').click();
    await saved(page, 'Card archived');
    await go(page, '#/cards');
    await heading(page, 'Archived').waitFor();
    await page.getByRole('link', { name: /^Home number/ }).click();
    await button(page, 'Unarchive').click();
    await saved(page, 'Card unarchived');
    await button(page, 'Archive').waitFor();
    await browser.close();
  });

  test('deleted, and brought back by the notice or from the changes', async () => {
    const { browser, page } = await begin();
    const card = await addCard(page, { name: 'Hotel eSIM' });
    await go(page, `${card}/edit`);
    await button(page, 'Delete this card').click();
    await link(page, 'Add a card').waitFor();
    await button(page, 'Undo: Card deleted').click();
    await heading(page, 'Hotel eSIM').waitFor();

    await go(page, `${card}/edit`);
    await button(page, 'Delete this card').click();
    await link(page, 'Add a card').waitFor();
    await go(page, card);
    await heading(page, 'Nothing here').waitFor();
    await link(page, 'All changes').click();
    await button(page, 'Undo: Card deleted').first().click();
    await saved(page, 'Undone');
    await go(page, card);
    await heading(page, 'Hotel eSIM').waitFor();
    await browser.close();
  });
});
