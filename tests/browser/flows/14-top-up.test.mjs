// Top-ups of every effect, keep-alives, and the way back from each.

import assert from 'node:assert/strict';
import { after, before as first, describe, test } from 'node:test';
import {
  addCard, assertAccessible, assertNoSidewaysScroll, before, button, chooseCarrier, field, go, heading, link, logLeft,
  NOON, open, save, saved, says, serve, topUp,
} from '../harness/index.mjs';

describe('top-up', () => {
  let server;
  first(async () => { server = await serve(); });
  after(async () => { await server.stop(); });

  /** A card with a plan of 3 GB and 1 GB left an hour ago. */
  async function begin() {
    const browser = await open({ locale: 'en-US', now: before(0, 1) });
    const page = await browser.page(server.url);
    const card = await addCard(page, { name: 'US travel SIM', plan: '3', until: '2026-12-04' });
    await logLeft(page, card, '1');
    await browser.context.clock.setFixedTime(NOON);
    return { browser, page, card };
  }

  async function choose(page, card, effect, { data, expires, arrived = true } = {}) {
    await go(page, `${card}/top-up`);
    await button(page, effect).click();
    if (data) await field(page, 'Data added').fill(data);
    if (expires) await field(page, 'New expiry').fill(expires);
    if (!arrived) await button(page, 'Not yet').click();
    await save(page);
    await saved(page, 'Top-up logged');
  }

  const entry = (page, text) => page.getByRole('link', { name: text });

  test('adds to what is left, with price, channel and receipt', async () => {
    const { browser, page } = await begin();
    await link(page, 'Top up').click();
    await link(page, 'It is there already: log it').click();
    await field(page, 'Data added').fill('2');
    await field(page, 'Paid').fill('15');
    await page.getByText('Channel, credit, receipt, note').click();
    await button(page, 'Alipay').click();
    await field(page, 'Receipt number').fill('R-2207');
    await save(page);
    await saved(page, 'Top-up logged');
    await says(page, '3 GB').waitFor();
    await says(page, 'with 2 GB topped up since').waitFor();
    await entry(page, /\+2 GB.*Alipay.*paid \$15\.00.*R-2207/).waitFor();
    await browser.close();
  });

  test('a new cycle that a check shows is logged by its answer, and is asked about no more', async () => {
    const { browser, page, card } = await begin();
    await logLeft(page, card, '2.9');
    await says(page, '1.9 GB more than at the check before').waitFor();
    await assertAccessible(page, 'three answers');
    await button(page, 'A new cycle').click();
    await save(page);
    await saved(page, 'Top-up logged');
    await says(page, '2.9 GB').waitFor();
    await entry(page, /\+3 GB.*Replaces what is left/).waitFor();
    assert.equal(await says(page, 'more than at the check before').count(), 0);
    await browser.close();
  });

  test('replaces what is left', async () => {
    const { browser, page, card } = await begin();
    await choose(page, card, 'Replaces what is left', { data: '5' });
    await says(page, '5 GB').waitFor();
    await entry(page, /Replaces what is left/).waitFor();
    await browser.close();
  });

  test('waits in the queue, and comes to its turn on the day after the end', async () => {
    const { browser, page, card } = await begin();
    await go(page, `${card}/top-up`);
    await button(page, 'Starts when this expires').click();
    await says(page, 'Begins on Dec 5, when the present plan ends; what is left then is lost.').waitFor();
    await choose(page, card, 'Starts when this expires', { data: '5', expires: '2027-01-03' });
    await entry(page, /\+5 GB.*Starts when this expires/).waitFor();
    await says(page, '+5 GB waiting, from Dec 5').waitFor();
    await says(page, '1 GB').waitFor();

    await browser.context.clock.setFixedTime(before(-15));
    await page.reload();
    await says(page, 'Queued, from Dec 5').waitFor();
    await says(page, /^29\sdays/).waitFor();
    assert.equal(await says(page, '+5 GB waiting, from Dec 5').count(), 0);
    await logLeft(page, card, '4.5');
    await says(page, '4.5 GB').waitFor();
    await browser.close();
  });

  test('only extends', async () => {
    const { browser, page, card } = await begin();
    await choose(page, card, 'Only extends validity', { expires: '2027-01-03' });
    await says(page, /^44\sdays/).waitFor();
    await says(page, '1 GB').waitFor();
    await entry(page, /Only extends validity.*Jan 3, 2027/).waitFor();
    await browser.close();
  });

  test('what was paid for waits in sight, and a check settles it', async () => {
    const { browser, page, card } = await begin();
    await link(page, 'Top up').click();
    await heading(page, 'Before you pay').waitFor();
    await assertNoSidewaysScroll(page, 'the sheet of a top-up');
    await assertAccessible(page, 'the sheet of a top-up');
    await button(page, 'I have paid').click();
    await field(page, 'Data added').fill('2');
    await field(page, 'Paid').fill('15');
    assert.equal(await button(page, 'Not yet').getAttribute('aria-pressed'), 'true');
    await save(page);
    await saved(page, 'Top-up logged');
    await says(page, 'Top-up of +2 GB: not there yet').waitFor();
    await says(page, '1 GB').waitFor();
    await assertAccessible(page, 'a top-up that is waited for');
    // After a day it says what to do.
    await browser.context.clock.setFixedTime(before(-1));
    await page.reload();
    await says(page, 'Not there after a day. What to do:').waitFor();
    await logLeft(page, card, '2.7');
    await says(page, 'A check since then shows more: it seems to have arrived.').waitFor();
    await button(page, 'It has arrived').click();
    await saved(page, 'Entry changed');
    await says(page, '2.7 GB').waitFor();
    await page.getByText('not there yet').waitFor({ state: 'detached' });
    await page.reload();
    await says(page, '2.7 GB').waitFor();
    assert.equal(await page.getByText('not there yet').count(), 0);
    // The next one is confirmed by a message that says no balance.
    await go(page, `${card}/pay`);
    await button(page, 'I have paid').click();
    await field(page, 'Data added').fill('1');
    await save(page);
    await saved(page, 'Top-up logged');
    await go(page, `${card}/log`);
    await button(page, 'Paste reply').click();
    await page.locator('textarea#reply').fill('Your payment of $15.00 was successful. Thank you!');
    await says(page, /a payment or a top-up went through/).waitFor();
    await button(page, 'It has arrived').click();
    await saved(page, 'Entry changed');
    await says(page, '3.7 GB').waitFor();
    await browser.close();
  });

  test('the way by which it was paid is its channel, and a pasted confirmation settles it', async () => {
    const { browser, page, card } = await begin();
    await go(page, `${card}/edit`);
    await chooseCarrier(page, 'Ultra Mobile');
    await save(page);
    await saved(page, 'Card changed');
    await go(page, `${card}/pay`);
    // Followed as far as the page goes: the site itself would come to the front.
    await page.getByRole('link', { name: 'Open: my.ultra.me', exact: true }).evaluate((one) => {
      one.addEventListener('click', (event) => event.preventDefault());
      one.click();
    });
    await button(page, 'I have paid').click();
    await field(page, 'Paid').fill('15');
    await save(page);
    await saved(page, 'Top-up logged');
    await entry(page, /Not yet · Official site · paid \$15\.00/).waitFor();
    await go(page, `${card}/log`);
    await button(page, 'Paste reply').first().click();
    await page.getByLabel(/^The carrier.s reply$/).fill('Thank you! $15.00 was added to your account.');
    await button(page, 'It has arrived').click();
    await saved(page, 'Entry changed');
    await entry(page, /Official site · paid \$15\.00/).waitFor();
    assert.equal(await page.getByText(/not there yet|Not yet/).count(), 0);
    await browser.close();
  });

  test('has not arrived yet, then has', async () => {
    const { browser, page, card } = await begin();
    await choose(page, card, 'Adds to what is left', { data: '2', arrived: false });
    await says(page, '1 GB').waitFor();
    await entry(page, /Not yet/).click();
    await button(page, 'Arrived').click();
    await save(page);
    await saved(page, 'Entry changed');
    await says(page, '3 GB').waitFor();
    await browser.close();
  });

  test('is taken back from the notice, from the changes, and by deleting it', async () => {
    const { browser, page, card } = await begin();
    await topUp(page, card, '2');
    await says(page, '3 GB').waitFor();
    await button(page, 'Undo: Top-up logged').click();
    await saved(page, 'Undone');
    await says(page, '1 GB').waitFor();

    await topUp(page, card, '4');
    await go(page, '#/changes');
    await button(page, 'Undo: Top-up logged').first().click();
    await saved(page, 'Undone');
    await go(page, card);
    await says(page, '1 GB').waitFor();

    await topUp(page, card, '6');
    await entry(page, /\+6 GB/).click();
    await button(page, 'Delete this entry').click();
    await saved(page, 'Entry deleted');
    await says(page, '1 GB').waitFor();
    assert.equal(await entry(page, /\+\d GB/).count(), 0);
    await browser.close();
  });

  test('the number is kept alive: used, a code, a fee', async () => {
    const { browser, page, card } = await begin();
    for (const [act, fee] of [['Used it', ''], ['Received a code', ''], ['Paid a fee', '3']]) {
      await go(page, `${card}/keep`);
      await button(page, act).click();
      if (fee) await field(page, 'Fee').fill(fee);
      await save(page);
      await saved(page, 'Keep-alive logged');
    }
    await entry(page, /Keep-alive.*Used it/).waitFor();
    await entry(page, /Keep-alive.*Received a code/).waitFor();
    await entry(page, /Keep-alive.*\$3\.00.*Paid a fee/).waitFor();
    await browser.close();
  });
});
