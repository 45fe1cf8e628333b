// Everything can be carried away: backup, restore, merge, encryption, tables.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import {
  addCard, assertAccessible, assertNoSidewaysScroll, button, downloaded, dropProfile, field, go, heading, link, logLeft, newProfile, NOON, open, records,
  recordsOnDisk, save, saved, says, serve, topUp,
} from '../harness/index.mjs';

const ENGLISH = { locale: 'en-US', now: NOON };

describe('carrying away', () => {
  let server;
  before(async () => { server = await serve(); });
  after(async () => { await server.stop(); });

  /** A browser of its own, as another device is, with what `init` does to it first. */
  async function device(init = null, options = {}) {
    const browser = await open({ ...ENGLISH, ...options });
    if (init) await browser.context.addInitScript(init);
    return { browser, page: await browser.page(server.url) };
  }

  /** What the browser downloads when that is tapped: `{ name, text }`. */
  async function backup(page) {
    await go(page, '#/data');
    const file = await downloaded(page, () => button(page, 'Download the backup').click());
    await says(page, 'Handed to the browser. Check that it is among your downloads.').waitFor();
    return file.text;
  }

  /** Chooses a file of that text. */
  async function choose(page, text, name = 'backup.json') {
    const choosing = page.waitForEvent('filechooser');
    await button(page, 'Choose a file…').click();
    await (await choosing).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  }

  async function accept(page, count) {
    await button(page, 'Import').click();
    await says(page, `Changes imported: ${count}.`).waitFor();
  }

  const cards = (page) => page.locator('ul.changes li');

  test('to a new phone, back again, and both are the same', async () => {
    const old = await device();
    const card = await addCard(old.page, { name: 'US travel SIM', plan: '3' });
    await logLeft(old.page, card, '2.5');
    const first = await backup(old.page);
    const file = JSON.parse(first);
    assert.equal(file.format, 'simgauge-backup');
    assert.equal(file.count, 2);
    assert.match(file.sha256, /^[0-9a-f]{64}$/);
    assert.equal(await backup(old.page), first);

    const fresh = await device();
    await link(fresh.page, 'I have a backup').click();
    await choose(fresh.page, first);
    await heading(fresh.page, 'What importing would do:').waitFor();
    await cards(fresh.page).getByText('US travel SIM').waitFor();
    await cards(fresh.page).getByText('New card · New entries: 1').waitFor();
    await assertAccessible(fresh.page, 'the preview');
    assert.deepEqual(await records(fresh.page), {});
    await accept(fresh.page, 2);
    assert.deepEqual(await recordsOnDisk(fresh.page), await recordsOnDisk(old.page));
    assert.deepEqual(await records(fresh.page), await records(old.page));
    await link(fresh.page, 'Home').click();
    await says(fresh.page, '2.5 GB').waitFor();

    // Both go on without knowing of one another.
    await logLeft(fresh.page, card, '2.2');
    await topUp(old.page, card, '1');
    const [theirs, ours] = [await backup(fresh.page), await backup(old.page)];
    await go(old.page, '#/import');
    await choose(old.page, theirs);
    await cards(old.page).getByText('New entries: 1').waitFor();
    await accept(old.page, 1);
    await go(fresh.page, '#/import');
    await choose(fresh.page, ours);
    await accept(fresh.page, 1);
    assert.equal(await backup(fresh.page), await backup(old.page));
    assert.equal(Object.keys(await recordsOnDisk(fresh.page)).length, 4);
    await fresh.page.reload();
    await go(fresh.page, card);
    await fresh.page.getByRole('link', { name: /\+1 GB/ }).waitFor();
    await Promise.all([old.browser.close(), fresh.browser.close()]);
  });

  test('what both sides changed is said, and which of them stands', async () => {
    const old = await device();
    const card = await addCard(old.page, { name: 'US travel SIM' });
    const first = await backup(old.page);
    const fresh = await device();
    await go(fresh.page, '#/import');
    await choose(fresh.page, first);
    await accept(fresh.page, 1);
    const rename = async (page, name) => {
      await go(page, `${card}/edit`);
      await field(page, 'Name').fill(name);
      await save(page);
      await saved(page, 'Card changed');
    };
    await rename(old.page, 'Mine');
    await fresh.browser.context.clock.setFixedTime('2026-11-20T18:00:00Z');
    await rename(fresh.page, 'Theirs');
    await go(old.page, '#/import');
    await choose(old.page, await backup(fresh.page));
    await cards(old.page).getByText('Card details changed on both sides: the imported ones stand').waitFor();
    await old.page.getByText('The other stays in All changes.').waitFor();
    await button(old.page, 'Don’t import').click();
    await go(old.page, card);
    await heading(old.page, 'Mine').waitFor();
    await Promise.all([old.browser.close(), fresh.browser.close()]);
  });

  test('encrypted: not without the passphrase, not with a wrong one, not with a flipped bit', async () => {
    const old = await device();
    await addCard(old.page, { name: 'US travel SIM', number: '+1 555 010 4471' });
    await go(old.page, '#/data');
    await button(old.page, 'Encrypt with a passphrase').click();
    await old.page.getByText(/^There is no way back without it/).waitFor();
    await old.page.getByLabel('Passphrase', { exact: true }).fill('short');
    await says(old.page, 'At least 8 characters.').waitFor();
    await old.page.getByLabel('Passphrase', { exact: true }).fill('correct horse');
    await old.page.getByLabel('Passphrase, again').fill('correct house');
    await says(old.page, 'The two are not the same.').waitFor();
    await assertAccessible(old.page, 'the passphrase');
    await old.page.getByLabel('Passphrase, again').fill('correct horse');
    const { text } = await downloaded(old.page, () => button(old.page, 'Download the backup').click());
    const file = JSON.parse(text);
    assert.equal(file.format, 'simgauge-backup-encrypted');
    assert.equal(file.cipher, 'AES-256-GCM');
    assert.equal(file.key, 'PBKDF2-SHA-256');
    assert.ok(file.rounds >= 600_000);
    for (const secret of ['555', '4471', 'travel', 'simgauge:e:']) assert.ok(!text.includes(secret));
    // Twice the same is not twice the same bytes.
    await button(old.page, 'Encrypt with a passphrase').click();
    assert.equal(await old.page.getByLabel('Passphrase', { exact: true }).inputValue(), '');

    const fresh = await device();
    const { page } = fresh;
    const opens = async (sealed, passphrase) => {
      await go(page, '#/import');
      await choose(page, sealed);
      await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
      await button(page, 'Open').click();
    };
    await opens(text, 'correct house');
    await says(page, 'Wrong passphrase, or a damaged file.').waitFor();
    await says(page, 'Nothing was changed.').waitFor();
    await assertAccessible(page, 'a wrong passphrase');
    await button(page, 'Don’t import').click();
    const flipped = file.data.slice(0, 40) + (file.data[40] === 'A' ? 'B' : 'A') + file.data.slice(41);
    await opens(JSON.stringify({ ...file, data: flipped }), 'correct horse');
    await says(page, 'Wrong passphrase, or a damaged file.').waitFor();
    await button(page, 'Don’t import').click();
    assert.deepEqual(await recordsOnDisk(page), {});
    await opens(text, 'correct horse');
    await cards(page).getByText('US travel SIM').waitFor();
    await accept(page, 1);
    assert.deepEqual(await recordsOnDisk(page), await recordsOnDisk(old.page));
    await Promise.all([old.browser.close(), fresh.browser.close()]);
  });

  test('files that are not to be believed change nothing, and each is answered', async () => {
    const { browser, page } = await device();
    const card = await addCard(page, { name: 'US travel SIM' });
    const whole = await backup(page);
    const before = await recordsOnDisk(page);
    const foreign = 'This is no SIM Gauge backup, no carrier file and no table that can be read.';
    const damaged = 'This backup is incomplete or was altered. Try another copy.';
    const files = [
      ['', 'There is nothing in it.'],
      ['{}', foreign],
      ['[]', foreign],
      ['dear diary', foreign],
      ['<script>alert(1)</script>', foreign],
      ['</script><script>document.title = 1</script>,\n,', foreign],
      ['[' .repeat(100_000), foreign],
      ['{"simgauge":'.repeat(50_000), damaged],
      ['\u0000'.repeat(1000), foreign],
      ['\u202e{}', foreign],
      ['{"format":"simgauge-backup"}', damaged],
      ['{"format":"simgauge-backup","version":1e400}', damaged],
      [whole.slice(0, 200), damaged],
      [whole.slice(0, -5), damaged],
      [whole.slice(5), damaged],
      [whole.replace('US travel', 'UK travel'), damaged],
      [whole.replace('"count":1', '"count":2'), damaged],
      [whole.replace('"sha256":"', '"sha256":"0'), damaged],
      [whole.replace('"records"', '"records":[],"records"'), damaged],
      [whole.replace('"version":1', '"version":2'), 'A newer version made this backup. Update SIM Gauge first.'],
      [whole.replace('{"key"', '{"__proto__":{},"key":"x","key"'), damaged],
    ];
    await go(page, '#/import');
    for (const [text, sentence] of files) {
      await choose(page, text);
      await page.getByRole('alert').getByText(sentence).waitFor();
      await page.getByRole('alert').getByText('Nothing was changed.').waitFor();
      await page.evaluate(() => { location.hash = '#/data'; });
      await heading(page, 'Data and backup').waitFor();
      await go(page, '#/import');
    }
    const folder = await newProfile();
    const large = join(folder, 'large.json');
    await writeFile(large, Buffer.alloc(50_000_000, 'x'));
    const choosing = page.waitForEvent('filechooser');
    await button(page, 'Choose a file…').click();
    await (await choosing).setFiles(large);
    await page.getByRole('alert').getByText('Too large for a backup, a table or a carrier file of SIM Gauge.').waitFor();
    await dropProfile(folder);
    await assertAccessible(page, 'a refusal');
    assert.deepEqual(await recordsOnDisk(page), before);
    await go(page, card);
    await heading(page, 'US travel SIM').waitFor();
    await browser.close();
  });

  test('by the share sheet, and its being closed is no backup', async () => {
    const { browser, page } = await device(() => {
      window.shared = [];
      navigator.canShare = (data) => data.files?.[0]?.type === 'text/plain';
      navigator.share = async ({ files: [file] }) => {
        if (window.closes) throw new DOMException('', 'AbortError');
        window.shared.push([file.name, await file.text()]);
      };
    });
    await addCard(page, { name: 'US travel SIM' });
    await go(page, '#/data');
    await says(page, 'Never backed up.').waitFor();
    await page.evaluate(() => { window.closes = true; });
    await button(page, 'Share the backup…').click();
    await says(page, 'Never backed up.').waitFor();
    await page.evaluate(() => { window.closes = false; });
    await button(page, 'Share the backup…').click();
    await says(page, 'Handed to the app you chose.').waitFor();
    await page.getByText(/^Last backup: /).waitFor();
    const [[name, text]] = await page.evaluate(() => window.shared);
    assert.match(name, /^sim-gauge-2026-11-20\.txt$/);
    assert.equal(JSON.parse(text).count, 1);
    await browser.close();
  });

  test('by the file picker', async () => {
    const { browser, page } = await device(() => {
      window.showSaveFilePicker = async ({ suggestedName }) => ({
        createWritable: async () => ({
          write: async (text) => { window.written = [suggestedName, text]; },
          close: async () => {},
        }),
      });
    });
    await addCard(page, { name: 'US travel SIM' });
    await go(page, '#/data');
    await button(page, 'Save as…').click();
    await says(page, 'Backup saved.').waitFor();
    const [name, text] = await page.evaluate(() => window.written);
    assert.equal(name, 'sim-gauge-2026-11-20.json');
    assert.equal(text, await backup(page));
    await browser.close();
  });

  test('by the clipboard, to the app on the home screen', async () => {
    const more = { permissions: ['clipboard-read', 'clipboard-write'] };
    const old = await device(null, { more });
    await addCard(old.page, { name: 'US travel SIM' });
    await go(old.page, '#/data');
    await button(old.page, 'Copy the backup as text').click();
    await says(old.page, 'Copied. Paste it under Import on the other side.').waitFor();
    const text = await old.page.evaluate(() => navigator.clipboard.readText());
    await old.browser.close();

    const { browser, page } = await device(null, { more });
    await go(page, '#/import');
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await button(page, 'Paste backup text').click();
    await cards(page).getByText('US travel SIM').waitFor();
    await button(page, 'Don’t import').click();
    // Where the clipboard is refused, the field takes it.
    await page.getByLabel('Or paste the backup text here').fill(text);
    await cards(page).getByText('US travel SIM').waitFor();
    await accept(page, 1);
    await browser.close();
  });

  test('as tables that a spreadsheet opens, and back', async () => {
    const old = await device();
    const card = await addCard(old.page, { name: '=US "travel"' });
    await logLeft(old.page, card, '2.5');
    await go(old.page, `${card}/top-up`);
    await field(old.page, 'Data added').fill('1');
    await field(old.page, 'Paid').fill('15.50');
    await save(old.page);
    await saved(old.page, 'Top-up logged');
    await go(old.page, '#/data');
    const entries = await downloaded(old.page, () => button(old.page, 'Export all entries').click());
    assert.equal(entries.name, 'sim-gauge-entries-2026-11-20.csv');
    assert.ok(entries.text.startsWith('\ufeffTime,Time zone,Card,Kind,'));
    assert.ok(entries.text.includes('"\'=US ""travel"""'));
    const topUps = await downloaded(old.page, () => button(old.page, 'Export top-ups').click());
    assert.match(topUps.text, /,15\.50,USD,/);

    const { browser, page } = await device();
    await go(page, '#/import');
    await choose(page, entries.text, 'entries.csv');
    await says(page, 'New entries: 2').waitFor();
    await assertAccessible(page, 'a table of ours');
    await button(page, 'Import').click();
    await says(page, 'Changes imported: 3.').waitFor();
    await go(page, '#/data');
    await heading(page, 'Data and backup').waitFor();
    await go(page, '#/import');
    await choose(page, entries.text, 'entries.csv');
    await says(page, 'Already here, and not added twice: 2.').waitFor();
    assert.equal(await button(page, 'Import').count(), 0);
    await Promise.all([old.browser.close(), browser.close()]);
  });

  test('a stranger’s table, its columns told one by one', async () => {
    const { browser, page } = await device();
    await addCard(page, { name: 'US travel SIM' });
    await go(page, '#/import');
    await choose(page, 'when;GB left;x\n3/4/2026;2.5;a\n5/6/2026;1.5;b\nsoon;1;c\n', 'theirs.csv');
    await heading(page, 'Which column is what?').waitFor();
    await says(page, 'New entries: 0').waitFor();
    await assertAccessible(page, 'a table of a stranger');
    await page.setViewportSize({ width: 320, height: 640 });
    await assertNoSidewaysScroll(page, 'a table of a stranger');
    await page.getByLabel('Date', { exact: true }).selectOption({ label: 'when' });
    await page.getByLabel('Amount', { exact: true }).selectOption({ label: 'GB left' });
    await button(page, 'Month/day').click();
    await button(page, 'GB').click();
    await button(page, 'Left').click();
    await says(page, 'New entries: 2').waitFor();
    await says(page, 'Row 4: the date can’t be read').waitFor();
    await accept(page, 2);
    await link(page, 'Home').click();
    await page.locator('.history').getByText('1.5 GB', { exact: true }).waitFor();
    await browser.close();
  });

  test('a table as Excel in Chinese saves it', async () => {
    const { browser, page } = await device();
    await addCard(page, { name: 'US travel SIM' });
    await go(page, '#/import');
    const choosing = page.waitForEvent('filechooser');
    await button(page, 'Choose a file…').click();
    // 日期,数量,单位,类型 / 2026-11-01,2,GB,剩余 in GB 18030.
    const text = Buffer.from('c8d5c6da2ccafdc1bf2cb5a5cebb2cc0e0d0cd0d0a323032362d31312d30312c322c47422ccaa3d3e00d0a', 'hex');
    await (await choosing).setFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: text });
    await says(page, 'New entries: 1').waitFor();
    await accept(page, 1);
    await browser.close();
  });

  test('the browser’s promise and the reminder', async () => {
    const { browser, page } = await device(() => {
      window.asked = 0;
      navigator.storage.persisted = async () => window.asked > 1;
      navigator.storage.persist = async () => { window.asked += 1; return window.asked > 1; };
    });
    const card = await addCard(page, { name: 'US travel SIM' });
    assert.equal(await page.evaluate(() => window.asked), 0);
    await logLeft(page, card, '2.5');
    assert.equal(await page.evaluate(() => window.asked), 1);
    await go(page, '#/data');
    await page.getByText(/^The browser has made no promise/).waitFor();
    await button(page, 'Ask it to keep the data').click();
    await says(page, 'The browser has promised not to clear this data by itself.').waitFor();
    await browser.context.clock.setFixedTime('2026-11-27T17:00:00Z');
    await go(page, card);
    const notice = page.getByRole('status').filter({ hasText: 'Time for a backup' });
    await notice.getByText('Never backed up.').waitFor();
    await assertAccessible(page, 'the reminder');
    const file = await downloaded(page, () => notice.getByRole('button', { name: 'Back up' }).click());
    assert.equal(JSON.parse(file.text).count, 2);
    await notice.waitFor({ state: 'detached' });
    await browser.close();
  });

  test('in every language, light and dark, the places are accessible and no wider than a phone', async () => {
    for (const locale of ['zh-CN', 'zh-TW', 'en-US']) {
      for (const dark of [false, true]) {
        const { browser, page } = await device(null, { locale, dark, screen: { width: 320, height: 640 } });
        for (const route of ['#/data', '#/import']) {
          await go(page, route);
          await page.locator('main.settings').waitFor();
          await assertAccessible(page, `${route} ${locale}`);
          await assertNoSidewaysScroll(page, `${route} ${locale}`);
        }
        await browser.close();
      }
    }
  });
});
