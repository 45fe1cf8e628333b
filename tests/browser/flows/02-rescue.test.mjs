// The way out when the app itself is broken: everything that was kept, without the wasm.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import {
  appShown, assertAccessible, assertNoSidewaysScroll, keptOffline, open, SCREENS, serve,
} from '../harness/index.mjs';

/** Puts a line into each store, as the app would, on a page that has no app. */
async function fill(page) {
  await page.evaluate(async () => {
    localStorage.setItem('simgauge:e:01ABC', 'a line of the journal');
    localStorage.setItem('simgauge:d:lang', 'en');
    localStorage.setItem('somebody-else', 'not ours');
    const opening = indexedDB.open('simgauge', 1);
    opening.onupgradeneeded = () => { opening.result.createObjectStore('any name'); };
    const database = await new Promise((done) => { opening.onsuccess = () => done(opening.result); });
    const writing = database.transaction('any name', 'readwrite');
    writing.objectStore('any name').put('the same line', '01ABC');
    await new Promise((done) => { writing.oncomplete = done; });
    database.close();
  });
}

describe('rescue', () => {
  let server;
  before(async () => { server = await serve(); });
  after(async () => { await server.stop(); });

  test('counts and exports both stores, and only ours', async () => {
    const browser = await open();
    const page = await browser.page(`${server.url}rescue.html`);
    await page.getByText('Records found: 0', { exact: false }).waitFor();
    await fill(page);
    await page.reload();
    await page.getByText('Records found: 1 (in the second store: 1).', { exact: false }).waitFor();

    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download everything' }).click();
    const download = await coming;
    assert.match(download.suggestedFilename(), /^simgauge-rescue-\d{4}-\d\d-\d\d\.json$/);
    const saved = JSON.parse(await readFile(await download.path(), 'utf8'));
    assert.deepEqual(saved.localStorage, { 'simgauge:d:lang': 'en', 'simgauge:e:01ABC': 'a line of the journal' });
    assert.deepEqual(saved.indexedDB, { 'any name': [{ key: '01ABC', value: 'the same line' }] });
    assert.deepEqual(saved.problems, []);

    await page.getByRole('button', { name: 'Copy everything' }).click();
    await page.getByText('Copied', { exact: false }).waitFor();
    await page.setViewportSize(SCREENS.narrow);
    await assertNoSidewaysScroll(page, 'the rescue page');
    await assertAccessible(page, 'the rescue page');
    await browser.close();
  });

  test('leaves no empty database behind', async () => {
    const browser = await open();
    const page = await browser.page(`${server.url}rescue.html`);
    await page.getByText('Records found: 0', { exact: false }).waitFor();
    assert.deepEqual(await page.evaluate(() => indexedDB.databases()), []);
    await browser.close();
  });

  test('a trap in the wasm leads here, offline too, and back', async () => {
    const browser = await open();
    browser.allow(/unreachable/);
    const page = await browser.page(server.url);
    await appShown(page);
    await keptOffline(page);
    await page.reload();
    await appShown(page);
    await server.stop();
    try {
      await trap(page);
      await page.waitForURL('**/rescue.html');
      await page.getByRole('link', { name: 'Open the app again' }).click();
      await appShown(page);
    } finally {
      await server.start();
    }
    await browser.close();
  });
});

/** Traps in a real wasm module, called from an event as the app's code is. */
async function trap(page) {
  await page.evaluate(() => {
    // (module (func (export "f") unreachable))
    const bytes = new Uint8Array([
      0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11,
    ]);
    const { f } = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
    setTimeout(f, 0);
  });
}
