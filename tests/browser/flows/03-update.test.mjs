// From one version to the next: never unasked, never mixed, and not at all when it is incomplete.

import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { appShown, DIST, keptOffline, open, serve } from '../harness/index.mjs';

const NEW_STYLE = '\n/* the next version */\n';

/** A second version: the built one with another rescue style and what follows from that. */
async function nextVersion() {
  const folder = await mkdtemp(join(tmpdir(), 'simgauge-next-'));
  await cp(DIST, folder, { recursive: true });
  const style = join(folder, 'rescue.css');
  await writeFile(style, await readFile(style, 'utf8') + NEW_STYLE);
  const version = 'feedfacefeedface';
  const index = join(folder, 'index.html');
  const html = await readFile(index, 'utf8');
  await writeFile(index, html.replace(/name="version" content="[^"]*"/, `name="version" content="${version}"`));
  let worker = await readFile(join(folder, 'sw.js'), 'utf8');
  worker = worker.replace(/const VERSION = '[^']*'/, `const VERSION = '${version}'`);
  for (const name of ['rescue.css', 'index.html']) {
    const digest = createHash('sha384').update(await readFile(join(folder, name))).digest('base64');
    worker = worker.replace(new RegExp(`'${name}': '[^']*'`), `'${name}': 'sha384-${digest}'`);
  }
  await writeFile(join(folder, 'sw.js'), worker);
  return { folder, version };
}

const versionOf = (page) => page.locator('meta[name=version]').getAttribute('content');
const caches = (page) => page.evaluate(() => window.caches.keys());
const askForUpdate = (page) => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.ready;
  await registration.update();
});
const updateWaits = (page) => page.locator('html[data-update=ready]').waitFor({ state: 'attached' });

describe('update', () => {
  let next;
  before(async () => { next = await nextVersion(); });
  after(async () => { await rm(next.folder, { recursive: true }); });

  async function openedOnce() {
    const server = await serve();
    const browser = await open();
    const page = await browser.page(server.url);
    await appShown(page);
    await keptOffline(page);
    await page.reload();
    await appShown(page);
    return { server, browser, page, first: await versionOf(page) };
  }

  test('waits until it is asked, then takes over whole', async () => {
    const { server, browser, page, first } = await openedOnce();
    server.show(next.folder);
    await askForUpdate(page);
    await updateWaits(page);
    await page.reload();
    await appShown(page);
    assert.equal(await versionOf(page), first, 'taken over unasked');
    await updateWaits(page);
    assert.equal((await caches(page)).length, 2);

    await Promise.all([
      page.waitForEvent('load'),
      page.evaluate(() => dispatchEvent(new Event('simgauge-apply-update'))),
    ]);
    await appShown(page);
    assert.equal(await versionOf(page), next.version);
    await page.waitForFunction(async () => (await window.caches.keys()).length === 1);
    assert.deepEqual(await caches(page), [`simgauge-app-${next.version}`]);
    assert.ok((await page.evaluate(async () => (await fetch('./rescue.css')).text())).includes('next version'));
    await server.stop();
    await page.reload();
    await appShown(page);
    await browser.close();
  });

  test('keeps the old files while another tab is of the old version', async () => {
    const { server, browser, page, first } = await openedOnce();
    const other = await browser.context.newPage();
    await other.goto(server.url);
    await appShown(other);
    server.show(next.folder);
    await askForUpdate(page);
    await updateWaits(page);
    await Promise.all([
      page.waitForEvent('load'),
      page.evaluate(() => dispatchEvent(new Event('simgauge-apply-update'))),
    ]);
    await keptOffline(page);
    assert.equal(await versionOf(page), next.version);
    assert.equal(await versionOf(other), first, 'the other tab was reloaded unasked');
    assert.equal((await caches(other)).length, 2);
    await server.stop();
    const style = await other.locator('link[rel=stylesheet]').first().getAttribute('href');
    assert.equal(await other.evaluate(async (href) => (await fetch(href)).status, style), 200);

    // Agreed to there too, it comes along, though nothing waits any more.
    await Promise.all([
      other.waitForEvent('load'),
      other.evaluate(() => dispatchEvent(new Event('simgauge-apply-update'))),
    ]);
    await appShown(other);
    assert.equal(await versionOf(other), next.version);
    await browser.close();
  });

  test('an update that breaks off leaves the old version whole', async () => {
    const { server, browser, page, first } = await openedOnce();
    browser.allow(/./);
    server.show(next.folder);
    server.breakOn('rescue.css');
    await askForUpdate(page);
    await page.waitForFunction(async () => {
      const registration = await navigator.serviceWorker.ready;
      return !registration.installing && !registration.waiting;
    });
    await server.stop();
    await page.reload();
    await appShown(page);
    assert.equal(await versionOf(page), first);
    assert.deepEqual(await caches(page), [`simgauge-app-${first}`]);
    await browser.close();
  });
});
