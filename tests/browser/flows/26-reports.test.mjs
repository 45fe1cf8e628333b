// What a person knows of a carrier: corrected, tried, shared as a file, and taken in by somebody else.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  addCard, assertAccessible, button, cardAddress, downloaded, field, go, heading, NOON, open, save, saved, says, serve,
} from '../harness/index.mjs';

const ENGLISH = { locale: 'en-US', now: NOON };

describe('what a person knows of a carrier', () => {
  let server;
  before(async () => { server = await serve(); });
  after(async () => { await server.stop(); });

  async function begin(more = {}) {
    const browser = await open({ ...ENGLISH, ...more });
    const page = await browser.page(server.url);
    const card = await addCard(page, { name: 'US travel SIM', carrier: 'AT&T Prepaid' });
    await go(page, `${card}/ways`);
    await says(page, '*777#').waitFor();
    return { browser, page, card };
  }

  /** The row of a way, by what it shows. */
  const row = (page, shown) => page.locator('li.way').filter({ has: page.locator('p.code, p.name').getByText(shown, { exact: true }) }).first();

  const asked = async (page, shown) => {
    await row(page, shown).getByText('Did it work?').click();
    return row(page, shown);
  };

  const firstWay = (page) => page.locator('li.way .code').first().textContent();

  async function takeIn(page, text) {
    await go(page, '#/import');
    const choosing = page.waitForEvent('filechooser');
    await button(page, 'Choose a file…').click();
    await (await choosing).setFiles({ name: 'sim-gauge-us-att-prepaid.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
  }

  test('a code is corrected, the carrier is shared, and a fresh profile takes it in', async () => {
    const { browser, page, card } = await begin();
    await (await asked(page, '*777#')).getByRole('button', { name: 'Correct it…' }).click();
    await heading(page, 'A way to check').waitFor();
    await says(page, 'Listed: *777#').waitFor();
    await assertAccessible(page, 'the form of a report');
    await field(page, 'Code').fill('*778');
    await save(page);
    await saved(page, 'Carrier note saved');
    await says(page, 'Corrected by you, Nov 20').waitFor();
    await says(page, 'Listed: *777# · Not from a tablet or a hotspot').waitFor();
    assert.equal(await firstWay(page), '*778');
    assert.equal(await page.getByRole('link', { name: 'Dial: *778', exact: true }).getAttribute('href'), 'tel:*778');
    // It worked: it goes first, with the day, and still does after a reload.
    await (await asked(page, '611')).getByRole('button', { name: 'It worked' }).click();
    await says(page, 'Worked for you on Nov 20').waitFor();
    assert.equal(await firstWay(page), '611');
    await (await asked(page, '+1-800-901-9878')).getByRole('button', { name: 'It did not' }).click();
    await says(page, 'Did not work for you on Nov 20').waitFor();
    await page.reload();
    await says(page, 'Worked for you on Nov 20').waitFor();
    assert.equal(await firstWay(page), '611');
    await row(page, '+1-800-901-9878').waitFor();
    await assertAccessible(page, 'ways that were reported on');

    await page.getByText('Add or correct').click();
    await button(page, 'Correct the name').click();
    await field(page, 'Name').fill('Blue globe');
    await save(page);
    await saved(page, 'Carrier note saved');
    await page.getByText('Share this carrier').click();
    const { name, text } = await downloaded(page, () => button(page, 'Download the file').click());
    assert.equal(name, 'sim-gauge-us-att-prepaid.json');
    assert.ok(!text.includes('US travel SIM') && text.length < 8_000, `${text.length} characters`);
    await says(page, 'Handed to the browser. Check that it is among your downloads.').waitFor();

    const fresh = await begin();
    await takeIn(fresh.page, text);
    await heading(fresh.page, 'AT&T Prepaid').waitFor();
    await fresh.page.getByText('Blue globe').waitFor();
    await says(fresh.page, 'Listed: *777#').waitFor();
    await fresh.page.getByText('Dial a code · *778').waitFor();
    await assertAccessible(fresh.page, 'a carrier from a file');
    await button(fresh.page, 'Import').click();
    await says(fresh.page, 'Changes imported: 4.').waitFor();
    await go(fresh.page, `${fresh.card}/ways`);
    await says(fresh.page, 'From a shared file, Nov 20 · unverified').waitFor();
    await says(fresh.page, 'Worked for whoever shared it, Nov 20').waitFor();
    // The corrected name came too; what stands instead of a listed way stands right below it.
    await says(fresh.page, 'Listed: AT&T Prepaid').waitFor();
    await says(fresh.page, 'Whoever shared it uses it instead of “*777#”').waitFor();
    assert.deepEqual((await fresh.page.locator('li.way .code').allTextContents()).slice(0, 2), ['*777#', '*778']);
    // What nobody verified takes no place, and is removed by a tap.
    await row(fresh.page, '*777#').waitFor();
    assert.equal(await firstWay(fresh.page), '*777#');
    await (await asked(fresh.page, '*778')).getByRole('button', { name: 'Remove' }).click();
    await saved(fresh.page, 'Carrier note taken back');
    await row(fresh.page, '*778').waitFor({ state: 'detached' });

    await go(page, `${card}/ways`);
    await Promise.all([browser.close(), fresh.browser.close()]);
  });

  test('a carrier of one’s own is added from its card, and another card knows it', async () => {
    const browser = await open(ENGLISH);
    const page = await browser.page(server.url);
    await go(page, '#/add');
    await field(page, 'Name').fill('Corner shop');
    await field(page, 'Carrier').fill('Corner Shop Mobile');
    await save(page);
    await saved(page, 'Card added');
    const card = await cardAddress(page);
    await go(page, `${card}/ways`);
    await heading(page, 'This carrier isn’t in the list').waitFor();
    await page.getByText('Add or correct').click();
    await button(page, 'Add a way to check').click();
    await field(page, 'Send to').fill('700');
    await field(page, 'Text to send').fill('LEFT');
    await save(page);
    await says(page, 'LEFT → 700').waitFor();
    await says(page, 'Added by you, Nov 20').waitFor();
    await go(page, '#/add');
    await field(page, 'Name').fill('Another');
    await field(page, 'Carrier').fill('corner');
    await button(page, 'Corner Shop Mobile').click();
    await says(page, 'What you added about it is used.').waitFor();
    await save(page);
    await saved(page, 'Card added');
    await browser.close();
  });

  test('files that are not to be believed are answered, and nothing is kept', async () => {
    const { browser, page } = await begin();
    const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('simgauge:e:')).length);
    const before = await kept();
    const fact = (fact) => `{"format":"simgauge-carrier","version":1,"id":"us-att-prepaid","name":"AT&T","check":[${fact}]}`;
    const good = '{"dial":"*778#","sure":"confirmed"}';
    for (const [text, refused] of [
      [fact('{"site":"javascript:alert(1)","sure":"confirmed"}'), 'Ways to check, no. 1: “Address” is not right'],
      [fact(`${good},{"call":"${'5'.repeat(5000)}","sure":"confirmed"}`), 'Ways to check, no. 2: “Hotline” is not right'],
      [fact('{"app":"<img src=x onerror=alert(1)>","sure":"confirmed"}'), 'Ways to check, no. 1: “Name of the app” is not right'],
      [fact('{"call":"*7213800138000","sure":"confirmed"}'), 'may change call forwarding'],
      [fact(good).replace('AT&T', '<script>alert(1)</script>'), 'The carrier itself: “Name” is not right'],
      [fact(good).slice(0, 90), 'This carrier file is incomplete or was altered.'],
    ]) {
      await takeIn(page, text);
      await page.getByRole('alert').getByText(refused).waitFor();
      await page.getByRole('alert').getByText('Nothing was changed.').waitFor();
      await go(page, '#/data');
    }
    assert.equal(await kept(), before);
    await browser.close();
  });
});
