// A balance from the carrier's reply: read where it is clear, asked where it is not, refused where
// there is none.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  addCard, button, field, go, heading, link, logLeft, NOON, open, recordsOnDisk, save, saved, says, SCREENS, serve,
} from '../harness/index.mjs';

const REPLY = 'Data: 1.83 GB / 3 GB. Plan renews 12/04/2026. Balance: $5.00.';
const CLEAR = 'You have 1.20 GB of data remaining. Your plan expires on Dec 4, 2026.';

describe('paste', () => {
  let server;
  before(async () => { server = await serve(); });
  after(async () => { await server.stop(); });

  async function begin({ clipboard = true, screen = SCREENS.phone } = {}) {
    const browser = await open({ locale: 'en-US', now: NOON, screen });
    const granted = clipboard ? ['clipboard-read', 'clipboard-write'] : [];
    await browser.context.grantPermissions(granted, { origin: new URL(server.url).origin });
    const page = await browser.page(server.url);
    return { browser, page };
  }

  const copy = (page, text) => page.evaluate((said) => navigator.clipboard.writeText(said), text);
  const asked = (page) => page.getByRole('group', { name: /1\.83 GB/ });

  test('one tap reads the clipboard; what is asked has no answer of its own', async () => {
    const { browser, page } = await begin();
    await addCard(page, { name: 'US travel SIM', carrier: 'Tello' });
    await copy(page, REPLY);
    await button(page, 'Paste reply').click();
    await heading(page, 'What the reply says').waitFor();
    assert.deepEqual(
      await page.locator('mark b').allInnerTexts(),
      ['1.83 GB', '3 GB', '12/04/2026', '$5.00'],
    );
    const answers = asked(page).getByRole('button');
    assert.deepEqual(
      await answers.evaluateAll((all) => all.map((one) => one.getAttribute('aria-pressed'))).then((all) => new Set(all)),
      new Set(['false']),
    );

    await save(page);
    await says(page, 'Please answer this.').waitFor();
    assert.deepEqual(Object.keys(await recordsOnDisk(page)).length, 1, 'logged unanswered');

    await answers.filter({ hasText: /^(Left|Remaining data)$/ }).click();
    await button(page, 'Save').click();
    await saved(page, 'Balance logged');
    await says(page, '1.83 GB').waitFor();
    await says(page, /^\$5\.00/).waitFor();
    await says(page, /^Dec\s4/).waitFor();
    await says(page, 'Reply text').click();
    await says(page, REPLY).waitFor();
    await page.reload();
    await says(page, '1.83 GB').waitFor();
    await browser.close();
  });

  test('where the clipboard is refused, it is pasted by hand', async () => {
    const { browser, page } = await begin({ clipboard: false });
    await addCard(page, { name: 'US travel SIM' });
    await button(page, 'Paste reply').click();
    await page.getByText('The browser did not let us read the clipboard.', { exact: false }).waitFor();
    await page.getByLabel("The carrier's reply").fill(CLEAR);
    await heading(page, 'What the reply says').waitFor();
    await button(page, 'Save').click();
    await saved(page, 'Balance logged');
    await says(page, '1.2 GB').waitFor();
    await browser.close();
  });

  test('a clipboard without a balance is neither shown nor kept', async () => {
    const { browser, page } = await begin();
    await addCard(page, { name: 'US travel SIM' });
    await copy(page, 'Your verification code is 493027.');
    await button(page, 'Paste reply').click();
    await page.getByText('What is in the clipboard does not look like a balance', { exact: false }).waitFor();
    assert.equal(await page.getByText('493027').count(), 0);
    assert.equal(await page.evaluate(() => JSON.stringify({ ...localStorage }).includes('493027')), false);

    await page.getByLabel("The carrier's reply").fill('Your verification code is 493027.');
    await says(page, 'This looks like a one-time code, not a balance. It will not be kept.').waitFor();
    assert.equal(await page.locator('[type=submit]').count(), 0, 'there is nothing in it to save');
    const held = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
    assert.equal((await held()).includes('493027'), false, 'the draft holds the code');
    assert.equal(Object.keys(await recordsOnDisk(page)).length, 1);
    await browser.close();
  });

  test('the same reply twice is noticed, and logged again only on purpose', async () => {
    const { browser, page } = await begin();
    await addCard(page, { name: 'US travel SIM' });
    await copy(page, CLEAR);
    await button(page, 'Paste reply').click();
    await button(page, 'Save').click();
    await saved(page, 'Balance logged');
    await button(page, 'Paste reply').click();
    await page.getByRole('group', { name: /^This reply was logged before \(today 12:00|^This reply was logged before/ })
      .waitFor();
    await save(page);
    await says(page, 'Tap here if you do mean to log it again.').waitFor();
    assert.equal(Object.keys(await recordsOnDisk(page)).length, 2);
    await button(page, 'Log it again').click();
    await button(page, 'Save').click();
    await saved(page, 'Balance logged');
    assert.equal(Object.keys(await recordsOnDisk(page)).length, 3);
    await browser.close();
  });

  test('of several cards it goes to the one that it names, or it asks', async () => {
    const { browser, page } = await begin();
    await addCard(page, { name: 'Home number', number: '5550102222' });
    await addCard(page, { name: 'US travel SIM', number: '5550104471' });
    await go(page, '#/cards');
    await copy(page, `Line ending 4471: ${CLEAR}`);
    await button(page, 'Paste reply').click();
    await says(page, 'Recognised by the number in the reply').waitFor();
    assert.equal(await button(page, 'US travel SIM').getAttribute('aria-pressed'), 'true');
    await button(page, 'Save').click();
    await heading(page, 'US travel SIM').waitFor();
    await says(page, '1.2 GB').waitFor();

    await go(page, '#/cards');
    await copy(page, 'You have 4.50 GB of data remaining.');
    await button(page, 'Paste reply').click();
    const which = page.getByRole('group', { name: 'Which card is this reply for?' });
    await which.waitFor();
    assert.equal(await which.locator('[aria-pressed=true]').count(), 0, 'a card was chosen unasked');
    await save(page);
    await says(page, 'Choose a card.').waitFor();
    await button(page, 'Home number').click();
    await button(page, 'Save').click();
    await heading(page, 'Home number').waitFor();
    await says(page, '4.5 GB').waitFor();
    await browser.close();
  });

  test('a reply for another number is questioned', async () => {
    const { browser, page } = await begin();
    const card = await addCard(page, { name: 'Home number', number: '5550102222' });
    await addCard(page, { name: 'US travel SIM', number: '5550104471' });
    await copy(page, `Line ending 4471: ${CLEAR}`);
    await go(page, card);
    await heading(page, 'Home number').waitFor();
    await button(page, 'Paste reply').click();
    // It goes to the card that it names, from the page of another one too; whoever wants that one is asked.
    await says(page, 'Recognised by the number in the reply').waitFor();
    assert.equal(await button(page, 'US travel SIM').getAttribute('aria-pressed'), 'true');
    await button(page, 'Home number').click();
    await page.getByText("The reply names another number or carrier than this card's.", { exact: false }).waitFor();
    await browser.close();
  });

  test('whoever left to ask the carrier comes back to the question what it said', async () => {
    const { browser, page } = await begin({ clipboard: false });
    await addCard(page, { name: 'US travel SIM', carrier: 'Ultra Mobile' });
    await link(page, 'How to check').click();
    const texts = page.getByRole('link', { name: /^Open texts/ });
    await texts.first().waitFor();
    // A messenger would come to the front; here the page only hears that it was left.
    await texts.first().evaluate((one) => {
      one.addEventListener('click', (event) => event.preventDefault());
      one.click();
    });
    await page.reload();
    await heading(page, 'What did it say?').waitFor();
    await page.getByLabel("The carrier's reply").fill(CLEAR);
    await button(page, 'Save').click();
    await saved(page, 'Balance logged');
    await browser.close();
  });

  test('what was read can be left out, mended and left untouched by a second typed one', async () => {
    const { browser, page } = await begin();
    const card = await addCard(page, { name: 'US travel SIM' });
    await copy(page, CLEAR);
    await button(page, 'Paste reply').click();
    await button(page, 'Leave out: Expires').click();
    await button(page, 'Save').click();
    await saved(page, 'Balance logged');
    await says(page, 'Add the validity').waitFor();
    await logLeft(page, card, '1.1');
    await says(page, '1.1 GB').waitFor();
    assert.equal(await button(page, 'Type it in').count(), 1, 'the main button is the way used last');
    assert.ok(await field(page, 'Figure').count() === 0);
    await browser.close();
  });

  for (const name of ['phone', 'small']) {
    test(`what is asked next is in view above the bar, and the focus stays: ${name}`, async () => {
      const { browser, page } = await begin({ screen: SCREENS[name] });
      const card = await addCard(page, { name: 'US travel SIM' });
      await go(page, `${card}/log`);
      /** Waits until it is in view as a whole, and says what is focused. */
      const inView = async (group, what) => {
        await page.locator(group).waitFor();
        const seen = page.waitForFunction((one) => {
          const { top, bottom } = document.querySelector(one).getBoundingClientRect();
          return top >= 0 && bottom <= document.querySelector('.bar').getBoundingClientRect().top + 0.5;
        }, group, { timeout: 3_000 });
        await assert.doesNotReject(seen, what);
        return page.evaluate(() => document.activeElement.textContent.trim());
      };
      // However long the text is, and so however low the question.
      for (let length = 0; length < 8; length += 1) {
        const text = `${'Thank you for being with us. '.repeat(2 * length)}Data: 1.83 GB / 3 GB. Valid until 01/02/2027.`;
        await page.getByLabel("The carrier's reply").fill(text);
        await page.evaluate(() => scrollTo(0, 0));
        const answer = page.getByRole('group', { name: /1\.83 GB/ }).getByRole('button').first();
        await answer.click();
        const said = (await answer.innerText()).trim();
        assert.equal(await inView('fieldset#question', `${length}: the day`), said);
        // A figure that was read is said to be something else, and the day is still asked.
        await page.getByRole('button', { name: /3 GB$/ }).first().click();
        await inView('#tapped', `${length}: what was tapped`);
        const other = page.locator('#tapped').getByRole('button').last();
        await other.click();
        assert.equal(await inView('fieldset#question', `${length}: the day again`), (await other.innerText()).trim());
      }
      await browser.close();
    });
  }
});
