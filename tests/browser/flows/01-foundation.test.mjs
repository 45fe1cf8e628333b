// The ground that every screen stands on: the page opens, stays within its policy, opens again with
// no server, and says so where it cannot run.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  appShown, assertAccessible, assertNoSidewaysScroll, dropProfile, installabilityErrors, keptOffline, newProfile,
  open, SCREENS, serve,
} from '../harness/index.mjs';

describe('foundation', () => {
  let server;
  before(async () => { server = await serve(); });
  after(async () => { await server.stop(); });

  test('opens, on every width, in the policy', async () => {
    const browser = await open();
    const page = await browser.page(server.url);
    await appShown(page);
    assert.equal(await page.title(), '余量 · SIM Gauge');
    for (const [name, screen] of Object.entries(SCREENS)) {
      await page.setViewportSize(screen);
      await assertNoSidewaysScroll(page, `the first screen on ${name}`);
    }
    await assertAccessible(page, 'the first screen');
    await browser.close();
  });

  test('the policy stops what it should', async () => {
    const browser = await open();
    browser.allow(/policy: |console: .*(Content Security Policy|Trusted)/);
    const page = await browser.page(server.url);
    await appShown(page);
    const outcome = await page.evaluate(async () => {
      const tried = async (deed) => { try { await deed(); return 'allowed'; } catch { return 'blocked'; } };
      return {
        // Later, since what the test's own evaluation does is exempt.
        eval: await new Promise((done) => {
          setTimeout(async () => done(await tried(() => (0, eval)('1'))), 0);
        }),
        markup: await tried(() => { document.createElement('p').innerHTML = '<b>x</b>'; }),
        elsewhere: await tried(() => fetch('https://example.com/')),
        policy: await tried(() => window.trustedTypes.createPolicy('other', {})),
      };
    });
    assert.deepEqual(outcome, { eval: 'blocked', markup: 'blocked', elsewhere: 'blocked', policy: 'blocked' });
    await browser.close();
  });

  test('can be installed', async () => {
    const browser = await open();
    const page = await browser.page(server.url);
    await keptOffline(page);
    assert.deepEqual(await installabilityErrors(page), []);
    await browser.close();
  });

  test('opens with no server, in a browser that was closed', async () => {
    const profile = await newProfile();
    const first = await open({ profile });
    const page = await first.page(server.url);
    await appShown(page);
    await keptOffline(page);
    await first.close();
    await server.stop();
    const second = await open({ profile });
    try {
      const again = await second.page(server.url);
      await appShown(again);
      await again.reload();
      await appShown(again);
      await again.goto(`${server.url}?from=home#/cards`);
      await appShown(again);
      await second.close();
    } finally {
      await server.start();
      await dropProfile(profile);
    }
  });

  test('works under a sub-path', async () => {
    const below = await serve({ below: '/some/where/' });
    const browser = await open();
    const page = await browser.page(below.url);
    await appShown(page);
    await keptOffline(page);
    await below.stop();
    await page.reload();
    await appShown(page);
    assert.ok(below.requests.every((path) => path.startsWith('/some/where/')), `${below.requests}`);
    await browser.close();
  });

  test('a missing file is never answered with a page', async () => {
    const browser = await open();
    browser.allow(/404/);
    const page = await browser.page(server.url);
    await keptOffline(page);
    await page.reload();
    await appShown(page);
    assert.equal(await page.evaluate(async () => (await fetch('./no-such.js')).status), 404);
    await browser.close();
  });

  test('says so without JavaScript', async () => {
    const browser = await open({ javaScript: false });
    const page = await browser.page(server.url);
    // Playwright finds no text inside <noscript>, but sees whether it is visible.
    const sentences = page.locator('noscript p');
    await sentences.first().waitFor();
    assert.deepEqual(
      await sentences.evaluateAll((all) => all.map((one) => one.lang)),
      ['zh-Hans', 'zh-Hant', 'en'],
    );
    assert.match(await sentences.last().innerText(), /^SIM Gauge needs JavaScript/);
    await browser.close();
  });

  test('says so without WebAssembly', async () => {
    const browser = await open();
    browser.allow(/WebAssembly/);
    await browser.context.addInitScript(() => { delete globalThis.WebAssembly; });
    const page = await browser.page(server.url);
    await page.getByText('This browser could not start SIM Gauge', { exact: false }).waitFor();
    await page.getByRole('link', { name: 'get it out' }).waitFor();
    await assertAccessible(page, 'the page that could not start');
    await browser.close();
  });

  test('says so when the wasm does not come', async () => {
    const browser = await open({ locale: 'en-US' });
    browser.allow(/./);
    await browser.context.route('**/*.wasm', (route) => route.abort());
    const page = await browser.page(server.url);
    await page.getByText('SIM Gauge did not arrive whole', { exact: false }).waitFor();
    await assertAccessible(page, 'the page that was not fetched');
    await browser.context.unroute('**/*.wasm');
    await page.getByRole('link', { name: 'Try again' }).click();
    await page.getByRole('link', { name: 'Add a card' }).waitFor();
    await browser.close();
  });
});
