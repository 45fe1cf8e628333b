// Questions about the days to come, answered as they are typed, and what was spent.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  addCard, assertAccessible, button, field, go, heading, NOON, open, plant, save, saved, says, seeded,
} from '../harness/index.mjs';

const ENGLISH = { locale: 'en-US', now: NOON };

/** The two cells beside that row's name. */
const cells = (page, name) => page.getByRole('row', { name: new RegExp(`^${name} `) }).getByRole('cell');

describe('questions', () => {
  const place = seeded();

  async function at(route) {
    const browser = await open(ENGLISH);
    await plant(browser.context, place.book.lines);
    const page = await browser.page(place.url);
    await says(page, '1.83 GB').waitFor();
    await go(page, route);
    return { browser, page };
  }

  test('what a top-up would change: now against when empty, by its rule', async () => {
    const { browser, page } = await at(`${place.book.travel}/what-if`);
    await says(page, 'Enter data or days to see the difference.').waitFor();
    await field(page, 'Data added').fill('3');
    await field(page, 'Days').fill('30');
    await field(page, 'Price').fill('20');
    await cells(page, 'On').nth(1).waitFor();
    assert.match(await cells(page, 'On').first().textContent(), /today|Nov 20/);
    assert.equal(await cells(page, 'Data lost').count(), 2);
    const lost = await cells(page, 'Data lost').first().textContent();
    await button(page, 'Replaces what is left').click();
    // What is left today goes with a plan that takes its place.
    const replaced = await cells(page, 'Data lost').first().textContent();
    const inGb = (text) => parseFloat(text) / (text.includes('MB') ? 1024 : 1);
    assert.ok(inGb(replaced) > inGb(lost), `${lost}, then ${replaced}`);
    assert.match(await page.getByRole('table', { name: 'What it costs' }).textContent(), /\$6\.67/);
    await assertAccessible(page, 'what a top-up would change');
    await browser.close();
  });

  test('offers side by side: one is kept, the next is typed over it, and it goes with a tap', async () => {
    const { browser, page } = await at(`${place.book.travel}/what-if`);
    const type = async (data, days, price) => {
      await field(page, 'Data added').fill(data);
      await field(page, 'Days').fill(days);
      await field(page, 'Price').fill(price);
    };
    await type('3', '30', '20');
    await button(page, 'Keep it, compare another').click();
    await type('10', '30', '37');
    const beside = page.getByRole('table', { name: 'Side by side' });
    await beside.getByRole('columnheader', { name: '3 GB · 30 days · $20.00' }).waitFor();
    const prices = () => cells(page, 'Price per day').allTextContents();
    assert.deepEqual((await prices()).slice(0, 2), ['$1.23', '$0.67']);
    await assertAccessible(page, 'offers side by side');
    // What was kept is there after the page was gone.
    await page.reload();
    await beside.waitFor();
    await button(page, '3 GB · 30 days · $20.00').click();
    await beside.waitFor({ state: 'hidden' });
    assert.deepEqual(await prices(), ['$1.23']);
    await browser.close();
  });

  test('what a trip needs: a range that grows with its days', async () => {
    const { browser, page } = await at('#/trip');
    const asked = async (days) => {
      await field(page, 'How many days').fill(days);
      const said = page.getByRole('status').getByText(/^Buy /);
      await said.waitFor();
      return (await said.textContent()).match(/[\d.]+/g).map(Number);
    };
    await page.getByLabel('Video, standard (480p)').selectOption('1 h');
    const [low, high] = await asked('5');
    assert.ok(low > 0 && low < high, `${low} to ${high}`);
    const [more, most] = await asked('10');
    assert.ok(more > low && most > high, `${more} to ${most}`);
    // And what the card in hand is good for at such a day.
    await says(page, /left, enough for \d.* like this/).waitFor();
    await assertAccessible(page, 'what a trip needs');
    await browser.close();
  });

  test('what was spent, in its currency and, by a rate that is typed, in the own one', async () => {
    const browser = await open(ENGLISH);
    const page = await browser.page(place.url);
    const card = await addCard(page, { name: 'US travel SIM', plan: '3' });
    for (const paid of ['20', '5']) {
      await go(page, `${card}/top-up`);
      await field(page, 'Data added').fill('1');
      await field(page, 'Paid').fill(paid);
      await save(page);
      await saved(page, 'Top-up logged');
    }
    await go(page, '#/spending');
    await heading(page, 'Spending').waitFor();
    await says(page, '$25.00').waitFor();
    await field(page, 'In my currency').selectOption('CNY');
    await field(page, 'CNY for 1 USD').fill('7');
    await says(page, 'CN¥175.00').waitFor();
    await button(page, 'Card').click();
    await says(page, 'US travel SIM').waitFor();
    await assertAccessible(page, 'spending');
    await browser.close();
  });
});
