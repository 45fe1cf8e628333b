// What may go wrong: stores that refuse, records that nobody can read, figures that cannot be.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import {
  addCard, button, field, go, heading, link, logLeft, NOON, open, plant, records, recordsOnDisk, save, saved, says,
  serve,
} from '../harness/index.mjs';

const ENGLISH = { locale: 'en-US', now: NOON };

describe('failing stores', () => {
  let server;
  before(async () => { server = await serve(); });
  after(async () => { await server.stop(); });

  /** Opens the page in a browser whose stores are broken like that from the first line on. */
  async function opened(...breaks) {
    const browser = await open(ENGLISH);
    for (const broken of breaks) await browser.context.addInitScript(broken);
    return { browser, page: await browser.page(server.url) };
  }

  async function exported(page) {
    const coming = page.waitForEvent('download');
    await button(page, 'Export everything').first().click();
    return JSON.parse(await readFile(await (await coming).path(), 'utf8'));
  }

  async function addName(page) {
    await go(page, '#/add');
    await field(page, 'Name').fill('US travel SIM');
    await save(page);
    await heading(page, 'US travel SIM').waitFor();
  }

  const NO_LOCAL = () => {
    Object.defineProperty(window, 'localStorage', {
      get() { throw new DOMException('The operation is insecure.', 'SecurityError'); },
    });
  };
  const FULL_LOCAL = () => {
    Storage.prototype.setItem = () => { throw new DOMException('The quota has been exceeded.', 'QuotaExceededError'); };
  };
  const NO_DATABASE = () => { Object.defineProperty(window, 'indexedDB', { value: undefined }); };
  const REFUSING_DATABASE = () => {
    IDBFactory.prototype.open = () => { throw new DOMException('The operation is insecure.', 'SecurityError'); };
  };
  const FULL_DATABASE = () => {
    IDBObjectStore.prototype.put = () => { throw new DOMException('Full.', 'QuotaExceededError'); };
  };

  test('localStorage is refused: it says so, and the database keeps', async () => {
    const { browser, page } = await opened(NO_LOCAL);
    await says(page, 'The quick store is unavailable').waitFor();
    await addName(page);
    await saved(page, 'Card added');
    await page.reload();
    await heading(page, 'US travel SIM').waitFor();
    await browser.close();
  });

  test('localStorage is full: it says so, and the database keeps', async () => {
    const { browser, page } = await opened(FULL_LOCAL);
    await addName(page);
    await saved(page, 'Card added');
    await says(page, 'The quick store is unavailable').waitFor();
    await page.getByText('This device’s storage is full.', { exact: false }).first().waitFor();
    await page.reload();
    await heading(page, 'US travel SIM').waitFor();
    await browser.close();
  });

  for (const [name, broken] of [['is missing', NO_DATABASE], ['is refused', REFUSING_DATABASE]]) {
    test(`the database ${name}: "Saved" is not said, and it can be exported`, async () => {
      const { browser, page } = await opened(broken);
      await says(page, 'Saving is less safe here').waitFor();
      await addName(page);
      await says(page, 'Not safely saved').waitFor();
      assert.equal(await page.getByText('Card added · Saved').count(), 0);
      const { records: kept } = await exported(page);
      assert.deepEqual(kept, Object.entries(await records(page)).map(([key, line]) => ({ key, line })));
      await page.reload();
      await heading(page, 'US travel SIM').waitFor();
      await browser.close();
    });
  }

  test('the database is full: "Saved" is not said', async () => {
    const { browser, page } = await opened(FULL_DATABASE);
    await addName(page);
    await says(page, 'Not safely saved').waitFor();
    assert.equal(await page.getByText('Card added · Saved').count(), 0);
    await browser.close();
  });

  test('neither store: it opens, says so, and what was entered can be taken out', async () => {
    const { browser, page } = await opened(NO_LOCAL, NO_DATABASE);
    await says(page, 'Nothing can be saved here').waitFor();
    await addName(page);
    await says(page, 'Not saved').waitFor();
    const { records: kept } = await exported(page);
    assert.equal(kept.length, 1);
    assert.ok(kept[0].line.includes('US travel SIM'));
    await browser.close();
  });

  test('a stranger’s and a damaged record: it opens, says so, keeps and exports them', async () => {
    const seeding = await open(ENGLISH);
    const first = await seeding.page(server.url);
    const card = await addCard(first, { name: 'US travel SIM' });
    await logLeft(first, card, '2.5');
    const lines = await records(first);
    await seeding.close();
    const [[, oneLine], [balanceKey, balanceLine]] = Object.entries(lines).sort();
    const strange = {
      'simgauge:e:STRANGER': 'not ours at all \u0007 {"a":1}',
      'simgauge:e:01ZZZZZZZZZZZZZZZZZZZZZZZZ': oneLine,
      [balanceKey]: balanceLine.replace('2.5', '9.5'),
    };

    const browser = await open(ENGLISH);
    await plant(browser.context, { ...lines, ...strange });
    const page = await browser.page(server.url);
    await says(page, '3 records can’t be read').or(says(page, 'Records that can’t be read: 3')).waitFor();
    await heading(page, 'US travel SIM').waitFor();
    await says(page, 'No balance yet').waitFor();
    await logLeft(page, card, '2.2');
    const { records: kept } = await exported(page);
    const out = Object.fromEntries(kept.map(({ key, line }) => [key, line]));
    for (const [key, line] of Object.entries(strange)) {
      assert.equal(out[key], line, key);
      assert.equal((await records(page))[key], line, 'not kept as it was');
    }
    await go(page, '#/data');
    await says(page, 'Records that can’t be read: 3').waitFor();
    await browser.close();
  });

  test('rows in the database that are no text stay where they are', async () => {
    const { browser, page } = await opened();
    await addName(page);
    await saved(page, 'Card added');
    await page.evaluate(async () => {
      const opening = indexedDB.open('simgauge');
      await new Promise((done) => { opening.onsuccess = done; });
      const [name] = opening.result.objectStoreNames;
      const writing = opening.result.transaction(name, 'readwrite');
      writing.objectStore(name).put({ a: 'stranger' }, 7);
      await new Promise((done) => { writing.oncomplete = done; });
      opening.result.close();
    });
    await page.reload();
    await heading(page, 'US travel SIM').waitFor();
    assert.deepEqual((await recordsOnDisk(page))[7], { a: 'stranger' });
    await browser.close();
  });
});

describe('bad input', () => {
  let server;
  before(async () => { server = await serve(); });
  after(async () => { await server.stop(); });

  async function begin() {
    const browser = await open(ENGLISH);
    const page = await browser.page(server.url);
    return { browser, page, card: await addCard(page, { name: 'US travel SIM', plan: '3' }) };
  }

  /** The sentence beside the field, which the field names as its description. */
  async function wrong(page, label, text, sentence) {
    const input = field(page, label);
    await input.fill(text);
    await save(page);
    const id = await input.getAttribute('aria-describedby');
    assert.ok(id, `nothing is said about ${label} = ${text}`);
    assert.equal(await page.locator(`#${id.split(' ')[0]}`).innerText(), sentence);
    assert.equal(await input.inputValue(), text);
    assert.equal(await input.getAttribute('aria-invalid'), 'true');
  }

  test('figures that cannot be', async () => {
    const { browser, page, card } = await begin();
    await go(page, `${card}/log`);
    await button(page, 'Type it in').click();
    await button(page, 'Left').click();
    await page.getByText('Dates, money, source, note').click();
    await field(page, 'Note').fill('a note');
    for (const [text, sentence] of [
      ['-1', 'This cannot be below zero.'],
      ['99999999999999999999', 'That is too large. Please check the figure and its unit.'],
      ['1e99', 'Enter a number, such as 1.83.'],
      ['much', 'Enter a number, such as 1.83.'],
      ['\u202e381', 'Enter a number, such as 1.83.'],
    ]) {
      await wrong(page, 'Figure', text, sentence);
    }
    assert.equal(await field(page, 'Note').inputValue(), 'a note');
    await field(page, 'Figure').fill('１．８３');
    await save(page);
    await saved(page, 'Balance logged');
    await says(page, '1.83 GB').waitFor();
    await browser.close();
  });

  test('times that cannot be', async () => {
    const { browser, page, card } = await begin();
    await go(page, `${card}/log`);
    await button(page, 'Type it in').click();
    await button(page, 'Left').click();
    await field(page, 'Figure').fill('2');
    await button(page, 'Earlier…').click();
    await wrong(page, 'Date and time', '2026-11-21T17:00', 'That is in the future. Please check the time.');
    await wrong(page, 'Date and time', '1999-12-31T23:59', 'Enter a date between 2000 and 2100.');
    await wrong(page, 'Date and time', '', 'Enter the date and time.');
    assert.equal(await field(page, 'Figure').inputValue(), '2');

    await go(page, `${card}/top-up`);
    await field(page, 'Data added').fill('1');
    await wrong(page, 'New expiry', '2026-11-01', 'This expiry is before the top-up begins. Please check the dates.');
    await wrong(page, 'New expiry', '2101-01-01', 'Enter a date between 2000 and 2100.');
    await wrong(page, 'Paid', '-3', 'This cannot be below zero.');
    assert.equal(await field(page, 'Data added').inputValue(), '1');
    await browser.close();
  });

  test('a card that cannot be', async () => {
    const { browser, page } = await begin();
    await go(page, '#/add');
    await field(page, 'Name').fill('One more');
    await wrong(page, 'Plan data', '-3', 'This cannot be below zero.');
    await field(page, 'Plan data').fill('3');
    await wrong(page, 'Number', '12', 'A number has 4 to 20 digits.');
    await field(page, 'Number').fill('');
    await button(page, 'A number of days').click();
    await wrong(page, 'Days', '0', 'Enter a whole number from 1 to 3660.');
    await wrong(page, 'Days', '40000', 'Enter a whole number from 1 to 3660.');
    await wrong(page, 'Name', 'x'.repeat(81), 'That is too long: 80 characters at most.');
    await browser.close();
  });

  test('a reply of 1 MB, marks that turn the text, a flood of emoji', async () => {
    const { browser, page, card } = await begin();
    await go(page, `${card}/log`);
    const reply = page.getByLabel("The carrier's reply");
    const floods = ['A balance of nothing. '.repeat(50_000), '🎉'.repeat(30_000), '\u202e\u2066\u0001\u0007'.repeat(2_000)];
    for (const flood of floods) {
      await reply.fill(flood);
      const started = performance.now();
      await page.locator('.banner').first().waitFor();
      assert.equal(await button(page, 'Save').count(), 0, 'nothing is there to be logged');
      assert.ok(performance.now() - started < 5_000, 'the page stood still');
      assert.equal(Object.keys(await recordsOnDisk(page)).length, 1);
      await reply.fill('');
    }
    await reply.fill('You have 1.20 GB of data remaining.');
    await save(page);
    await saved(page, 'Balance logged');
    await says(page, '1.2 GB').waitFor();
    await browser.close();
  });

  test('markup in names and replies is text', async () => {
    const { browser, page } = await begin();
    const name = '<img src=x onerror=alert(1)> & "US"';
    await addCard(page, { name });
    await heading(page, name).waitFor();
    await go(page, '#/cards');
    await page.getByRole('link', { name: /^<img src=x/ }).waitFor();
    await link(page, 'Add a card').first().waitFor();
    await browser.close();
  });
});
