// Without a mouse, and below a path.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { addCard, heading, logLeft, NOON, open, saved, says, serve } from '../harness/index.mjs';

describe('keyboard', () => {
  let server;
  before(async () => { server = await serve({ below: '/some/where/' }); });
  after(async () => { await server.stop(); });

  /** Goes on by Tab until the focus is on what has that name. */
  async function tabTo(page, name) {
    const passed = [];
    for (let tabs = 0; tabs < 60; tabs += 1) {
      await page.keyboard.press('Tab');
      const here = await page.evaluate(() => {
        const one = document.activeElement;
        const label = one.labels?.[0] ?? one;
        return (one.getAttribute('aria-label') ?? label.innerText ?? '').trim();
      });
      if (here === name || here.startsWith(`${name}\n`)) {
        const ring = await page.evaluate(() => {
          const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
          return { outlineStyle, outlineWidth };
        });
        assert.ok(ring.outlineStyle !== 'none' && ring.outlineWidth !== '0px', `${name}: nothing shows the focus`);
        return;
      }
      passed.push(here);
    }
    assert.fail(`${name} is not reached: ${passed.join(' | ')}`);
  }

  test('a card and a balance', async () => {
    const browser = await open({ locale: 'en-US', now: NOON });
    const page = await browser.page(server.url);
    await tabTo(page, 'Add a card');
    await page.keyboard.press('Enter');
    await heading(page, 'Add a card').waitFor();
    await tabTo(page, 'Name');
    await page.keyboard.type('US travel SIM');
    await page.keyboard.press('Enter');
    await saved(page, 'Card added');

    await tabTo(page, 'Type it in');
    await page.keyboard.press('Enter');
    await heading(page, 'Log a balance').waitFor();
    await tabTo(page, 'Left');
    await page.keyboard.press('Space');
    await tabTo(page, 'Figure');
    await page.keyboard.type('1.83');
    await tabTo(page, 'Save');
    await page.keyboard.press('Enter');
    await saved(page, 'Balance logged');
    await says(page, '1.83 GB').waitFor();
    await browser.close();
  });

  test('what is missing is asked for where it is entered', async () => {
    const browser = await open({ locale: 'en-US', now: NOON });
    const page = await browser.page(server.url);
    const card = await addCard(page, { name: 'US travel SIM' });
    await logLeft(page, card, '1.83');
    await tabTo(page, 'Add the validity');
    await page.keyboard.press('Enter');
    await heading(page, 'Edit this card').waitFor();
    await page.locator('#validity:focus').waitFor();
    await browser.close();
  });

  test('everything is below the path', async () => {
    const browser = await open({ locale: 'en-US', now: NOON });
    const page = await browser.page(server.url);
    const card = await addCard(page, { name: 'US travel SIM' });
    await logLeft(page, card, '1.83');
    assert.ok(page.url().startsWith(server.url));
    await page.reload();
    await says(page, '1.83 GB').waitFor();
    assert.ok(server.requests.every((path) => path.startsWith('/some/where/')), `${server.requests}`);
    await browser.close();
  });
});
