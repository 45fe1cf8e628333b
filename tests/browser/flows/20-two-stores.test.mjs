// The two stores: each is healed from the other, tabs see one another with or without localStorage,
// two tabs never write over each other's forms, and what is erased is in neither.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  addCard, appShown, bothHold, button, emptyDatabase, everything, field, go, heading, link, logLeft, NO_DATABASE, NO_LOCAL, NOON,
  objectOf, open, plant, records, recordsOnDisk, save, saved, says, sealed, serve,
} from '../harness/index.mjs';

const ENGLISH = { locale: 'en-US', now: NOON };
/** How many times each tab writes. */
const WRITES = Number(process.env.SIM_GAUGE_TAB_WRITES ?? 25);

let server;
before(async () => { server = await serve(); });
after(async () => { await server.stop(); });

async function opened(...breaks) {
  const browser = await open(ENGLISH);
  for (const broken of breaks) await browser.context.addInitScript(broken);
  return { browser, page: await browser.page(server.url) };
}

/** Waits until both stores hold the same so many records. */
async function alike(page, count) {
  await bothHold(page, count);
  const ours = Object.entries(await recordsOnDisk(page)).filter(([key]) => key.startsWith('simgauge:e:'));
  assert.deepEqual(Object.fromEntries(ours), await records(page));
}

describe('healing', () => {
  for (const [name, wipe] of [
    ['localStorage', (page) => page.evaluate(() => localStorage.clear())],
    ['the database', emptyDatabase],
  ]) {
    test(`${name} is emptied: it is healed from the other`, async () => {
      const { browser, page } = await opened();
      const card = await addCard(page, { name: 'US travel SIM' });
      await logLeft(page, card, '2.5');
      await logLeft(page, card, '2.2');
      const before = await records(page);
      await wipe(page);
      await page.reload();
      await says(page, '2.2 GB').waitFor();
      await go(page, '#/data');
      await says(page, 'Changes kept: 3').waitFor();
      await bothHold(page, 3);
      assert.deepEqual(await records(page), before);
      assert.deepEqual(await recordsOnDisk(page), before);
      await browser.close();
    });
  }

  test('a damaged line is healed, and its text set aside and exported', async () => {
    const { browser, page } = await opened();
    const card = await addCard(page, { name: 'US travel SIM' });
    await logLeft(page, card, '2.5');
    const lines = await records(page);
    const [, [key, line]] = Object.entries(lines).sort();
    const damaged = line.replace('2.5', '9.5');
    await page.evaluate(([at, text]) => localStorage.setItem(at, text), [key, damaged]);
    await page.reload();
    await says(page, '2.5 GB').waitFor();
    await alike(page, 2);
    await go(page, '#/data');
    await page.getByText(/^Damaged texts set aside: 1\./).waitFor();
    assert.equal(await page.getByText(/^Records that can’t be read/).count(), 0);
    assert.ok((await everything(page)).includes('9.5 GB'));
    assert.deepEqual(await records(page), lines);
    await page.reload();
    await page.getByText(/^Damaged texts set aside: 1\./).waitFor();
    await browser.close();
  });

  test('a newer version’s field makes its card read-only, with export', async () => {
    const seeding = await opened();
    const card = await addCard(seeding.page, { name: 'US travel SIM' });
    const [[key, line]] = Object.entries(await records(seeding.page));
    await seeding.browser.close();
    const browser = await open(ENGLISH);
    const newer = objectOf(line).replace(/}$/, ',"colour":"red"}');
    await plant(browser.context, { [key]: sealed(key, newer) });
    const page = await browser.page(`${server.url}${card}`);
    await heading(page, 'US travel SIM').waitFor();
    await page.getByText('A newer version of SIM Gauge changed this card.', { exact: false }).waitFor();
    assert.equal(await link(page, 'Edit card').count(), 0);
    const coming = page.waitForEvent('download');
    await button(page, 'Export everything').first().click();
    await coming;
    await browser.close();
  });
});

describe('saying what is saved', () => {
  test('a slow disk: saving, then not yet confirmed, then saved', async () => {
    const { browser, page } = await opened(() => {
      Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
        set(called) {
          this.addEventListener('complete', (event) => {
            if (this.mode === 'readwrite') window.completes = () => called(event);
            else called(event);
          });
        },
      });
    });
    await go(page, '#/add');
    await field(page, 'Name').fill('US travel SIM');
    await save(page);
    await page.getByRole('status').getByText('Card added · Saving…', { exact: true }).waitFor();
    await page.getByRole('status').getByText('Card added · Not yet confirmed', { exact: true }).waitFor();
    await page.waitForFunction(() => window.completes);
    await page.evaluate(() => window.completes());
    await saved(page, 'Card added');
    await browser.close();
  });

  test('a disk that failed once: what it did not take is offered again', async () => {
    const { browser, page } = await opened(() => {
      const put = IDBObjectStore.prototype.put;
      window.full = true;
      IDBObjectStore.prototype.put = function (...all) {
        if (window.full) throw new DOMException('Full.', 'QuotaExceededError');
        return put.apply(this, all);
      };
    });
    await go(page, '#/add');
    await field(page, 'Name').fill('US travel SIM');
    await save(page);
    await says(page, 'Not safely saved').waitFor();
    await page.evaluate(() => { window.full = false; });
    const card = await link(page, 'Edit card').getAttribute('href');
    await logLeft(page, card.replace('/edit', ''), '2.5');
    await alike(page, 2);
    assert.equal(await page.getByText('Not safely saved').count(), 0);
    await browser.close();
  });
});

describe('tabs', () => {
  for (const [name, broken] of [['localStorage', NO_LOCAL], ['the database', NO_DATABASE]]) {
    test(`without ${name} another tab still shows a change at once`, async () => {
      const { browser, page } = await opened(broken);
      const other = await browser.context.newPage();
      await other.goto(server.url);
      await appShown(other);
      await go(page, '#/add');
      await field(page, 'Name').fill('US travel SIM');
      await save(page);
      await heading(other, 'US travel SIM').waitFor();
      await browser.close();
    });
  }

  for (const count of [2, 4]) {
    test(`${count} tabs that write ${WRITES} times each: all of it is in all`, async () => {
      const { browser, page } = await opened();
      const card = await addCard(page, { name: 'US travel SIM' });
      await go(page, card);
      const tabs = [page];
      while (tabs.length < count) {
        const tab = await browser.context.newPage();
        await tab.goto(`${server.url}${card}`);
        await button(tab, 'Archive').waitFor();
        tabs.push(tab);
      }
      await Promise.all(tabs.map((tab) => tab.evaluate(async (times) => {
        for (let n = 0; n < times; n += 1) {
          [...document.querySelectorAll('button.chip')].find((one) => /^(Archive|Unarchive)$/.test(one.textContent)).click();
          await new Promise((done) => { setTimeout(done); });
        }
      }, WRITES)));
      const all = count * WRITES + 1;
      for (const tab of tabs) {
        await go(tab, '#/data');
        await says(tab, `Changes kept: ${all}`).waitFor();
      }
      await alike(page, all);
      for (const tab of tabs) {
        await tab.reload();
        await says(tab, `Changes kept: ${all}`).waitFor();
      }
      await browser.close();
    });
  }

  test('a card that another tab deletes takes its form along, which goes onto no other card and waits', async () => {
    const { browser, page } = await opened();
    const old = await addCard(page, { name: 'Old SIM' });
    const card = await addCard(page, { name: 'New SIM' });
    await go(page, `${card}/log`);
    await button(page, 'Type it in').click();
    await button(page, 'Left').click();
    await field(page, 'Figure').fill('3.3');
    const other = await browser.context.newPage();
    await other.goto(`${server.url}${card}/edit`);
    await button(other, 'Delete this card').click();
    await heading(page, 'Nothing here').waitFor();
    await says(page, 'You have an unfinished balance').waitFor();
    assert.equal(await button(page, /^Save/).count(), 0);
    await go(page, old);
    await says(page, 'Nothing logged yet.').waitFor();
    await go(other, '#/changes');
    await other.getByRole('button', { name: /^Undo: Card deleted/ }).first().click();
    await go(page, `${card}/log`);
    assert.equal(await field(page, 'Figure').inputValue(), '3.3');
    await browser.close();
  });

  test('two tabs keep their own unfinished forms, and the next one finds both', async () => {
    const { browser, page } = await opened();
    const card = await addCard(page, { name: 'US travel SIM' });
    const other = await browser.context.newPage();
    await other.goto(`${server.url}${card}/top-up`);
    await field(other, 'Data added').fill('7');
    await go(page, `${card}/log`);
    await button(page, 'Type it in').click();
    await button(page, 'Left').click();
    await field(page, 'Figure').fill('3.3');
    await field(other, 'Data added').fill('8');
    assert.equal(await other.getByText('Picked up where you left off').count(), 0);
    await page.close();
    await other.close();

    const next = await browser.context.newPage();
    await next.goto(`${server.url}${card}/log`);
    await says(next, 'Picked up where you left off').waitFor();
    assert.equal(await field(next, 'Figure').inputValue(), '3.3');
    await go(next, `${card}/top-up`);
    assert.equal(await field(next, 'Data added').inputValue(), '8');
    await browser.close();
  });

  test('an edit names the version that was seen, whatever another tab did meanwhile', async () => {
    const { browser, page } = await opened();
    const card = await addCard(page, { name: 'US travel SIM' });
    const [first] = Object.keys(await records(page));
    const other = await browser.context.newPage();
    await other.goto(`${server.url}${card}/edit`);
    await field(other, 'Name').fill('Theirs');
    await go(page, `${card}/edit`);
    await field(page, 'Name').fill('Ours');
    await save(page);
    await saved(page, 'Card changed');
    await save(other);
    await saved(other, 'Card changed');
    await heading(page, 'Theirs').waitFor();
    const replaced = Object.values(await records(page)).map((line) => JSON.parse(objectOf(line)).replaces);
    assert.deepEqual(replaced.filter(Boolean), [first, first].map((key) => key.replace('simgauge:e:', '')));
    await browser.close();
  });
});

describe('erasing', () => {
  test('one card: it is in neither store, the other is, and the other tab obeys', async () => {
    const { browser, page } = await opened();
    const kept = await addCard(page, { name: 'Home number' });
    const card = await addCard(page, { name: 'US travel SIM' });
    await logLeft(page, card, '2.5');
    const other = await browser.context.newPage();
    await other.goto(`${server.url}${card}/top-up`);
    await field(other, 'Data added').fill('7');
    await go(page, `${card}/edit`);
    await link(page, 'Erase this card').click();
    await page.getByText('“US travel SIM” and its entries (1)', { exact: false }).waitFor();
    const coming = page.waitForEvent('download');
    await button(page, 'Export everything').click();
    await coming;
    await button(page, 'Erase for good').click();
    await page.getByText('Erased. This browser no longer holds it.').waitFor();
    await heading(other, 'Nothing here').waitFor();
    const left = await everything(page);
    assert.ok(!left.includes('US travel SIM') && !left.includes('2.5 GB') && left.includes('Home number'), left);
    await page.reload();
    await heading(page, 'Home number').waitFor();
    await go(page, `${kept}/edit`);
    await field(page, 'Name').waitFor();
    await browser.close();
  });

  test('everything: nothing of it is left, and a new life begins', async () => {
    const { browser, page } = await opened();
    const card = await addCard(page, { name: 'US travel SIM' });
    await logLeft(page, card, '2.5');
    await go(page, `${card}/top-up`);
    await field(page, 'Data added').fill('7');
    await go(page, '#/data');
    await link(page, 'Erase everything').click();
    await button(page, 'Erase for good').click();
    await page.getByText('Erased. This browser no longer holds it.').waitFor();
    const left = await everything(page);
    assert.ok(!/US travel SIM|GB|drafts|simgauge:e:|simgauge:q:/.test(left), left);
    await page.reload();
    await link(page, 'Add a card').waitFor();
    await addCard(page, { name: 'Next trip' });
    await page.reload();
    await heading(page, 'Next trip').waitFor();
    await browser.close();
  });
});
