// A balance typed as the carrier's app shows it: left, used or per cent; now or earlier.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  addCard, button, field, go, logLeft, NOON, open, save, saved, says, serve,
} from '../harness/index.mjs';

describe('typed', () => {
  let server;
  before(async () => { server = await serve(); });
  after(async () => { await server.stop(); });

  async function begin(card) {
    const browser = await open({ locale: 'en-US', now: NOON, timezone: 'America/New_York' });
    const page = await browser.page(server.url);
    const address = await addCard(page, { name: 'US travel SIM', ...card });
    await go(page, `${address}/log`);
    await button(page, 'Type it in').click();
    return { browser, page, address };
  }

  const entry = (page, text) => page.getByRole('link', { name: text });

  test('what is left, with its source and a note', async () => {
    const { browser, page } = await begin({});
    await field(page, 'Figure').fill('620');
    await button(page, 'MB').first().click();
    await save(page);
    await says(page, 'Choose: is it left, or used?').waitFor();
    assert.equal(await field(page, 'Figure').inputValue(), '620');
    await button(page, 'Left').click();
    await button(page, 'Hotline').click();
    await field(page, 'Note').fill('asked twice');
    await save(page);
    await saved(page, 'Balance logged');
    await says(page, '620 MB').waitFor();
    await says(page, 'asked twice').waitFor();
    await says(page, 'just now · Hotline').waitFor();
    await browser.close();
  });

  test('used needs the total, and what is left follows from both', async () => {
    const { browser, page } = await begin({});
    await button(page, 'Used').click();
    await field(page, 'Figure').fill('1.2');
    await save(page);
    await page.getByText('needs the plan', { exact: false }).first().waitFor();
    await field(page, 'Plan data').fill('3');
    await save(page);
    await saved(page, 'Balance logged');
    await says(page, '1.8 GB').waitFor();
    await entry(page, /from what was used/).waitFor();
    await browser.close();
  });

  test('a per cent of the plan', async () => {
    const { browser, page } = await begin({ plan: '4' });
    await button(page, '% left').click();
    await field(page, 'Figure').fill('101');
    await says(page, 'This cannot be over 100%.').waitFor();
    await field(page, 'Figure').fill('25');
    await save(page);
    await saved(page, 'Balance logged');
    await says(page, '1 GB').waitFor();
    await entry(page, /from a per cent/).waitFor();
    await browser.close();
  });

  test('this morning, yesterday and earlier', async () => {
    const { browser, page, address } = await begin({ plan: '3' });
    await button(page, 'Left').click();
    await field(page, 'Figure').fill('2.5');
    await button(page, 'Yesterday').click();
    await page.getByText('yesterday 20:00', { exact: false }).first().waitFor();
    await save(page);
    await saved(page, 'Balance logged');
    await entry(page, /yesterday 20:00/).waitFor();

    await go(page, `${address}/log`);
    await button(page, 'Left').click();
    await field(page, 'Figure').fill('2.9');
    await button(page, 'Earlier…').click();
    await field(page, 'Date and time').fill('2026-11-15T08:30');
    await save(page);
    await saved(page, 'Balance logged');
    await entry(page, /Nov 15, 08:30/).waitFor();

    await go(page, `${address}/log`);
    await field(page, 'Figure').fill('2.1');
    await button(page, 'This morning').click();
    await save(page);
    await saved(page, 'Balance logged');
    await entry(page, /today 09:00/).waitFor();
    await says(page, '2.1 GB').waitFor();
    await page.getByText(/Runs out|May run out|Should last/).first().waitFor();
    await browser.close();
  });

  test('edited, deleted, brought back', async () => {
    const { browser, page, address } = await begin({ plan: '3' });
    await logLeft(page, address, '2.5');
    await entry(page, /2\.5 GB/).click();
    await field(page, 'Figure').fill('2.4');
    await save(page);
    await saved(page, 'Entry changed');
    await says(page, '2.4 GB').waitFor();
    await entry(page, /2\.4 GB/).click();
    await button(page, 'Delete this entry').click();
    await says(page, 'No balance yet').waitFor();
    await button(page, 'Undo: Entry deleted').click();
    await saved(page, 'Undone');
    await says(page, '2.4 GB').waitFor();
    await go(page, '#/changes');
    await button(page, 'Undo: Balance logged').waitFor({ state: 'detached' });
    await says(page, 'Changed again since; can’t be undone on its own').waitFor({ state: 'detached' });
    await browser.close();
  });
});
