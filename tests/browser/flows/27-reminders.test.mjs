// Reminders leave as a calendar file that another program reads as it was meant.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before as first, describe, test } from 'node:test';
import ICAL from 'ical.js';
import {
  addCard, assertAccessible, assertNoSidewaysScroll, before, button, field, go, link, logLeft, NOON, open, save, saved,
  serve,
} from '../harness/index.mjs';

describe('reminders', () => {
  let server;
  first(async () => { server = await serve(); });
  after(async () => { await server.stop(); });

  /** What an independent reader finds in the file that the page offers. */
  async function file(page) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, 'Save as a calendar file').click(),
    ]);
    assert.equal(download.suggestedFilename(), 'sim-gauge-2026-11-20.ics');
    const text = await readFile(await download.path(), 'utf8');
    for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
    const calendar = new ICAL.Component(ICAL.parse(text));
    assert.equal(calendar.getFirstPropertyValue('version'), '2.0');
    return calendar.getAllSubcomponents('vevent').map((part) => {
      const event = new ICAL.Event(part, { strictExceptions: true });
      const [alarm] = part.getAllSubcomponents('valarm');
      assert.equal(alarm.getFirstPropertyValue('action'), 'DISPLAY');
      assert.equal(alarm.getFirstPropertyValue('trigger').toSeconds(), 0);
      return {
        uid: event.uid,
        title: event.summary,
        says: event.description,
        begins: event.startDate.toJSDate().toISOString(),
        sequence: event.sequence,
        event,
      };
    });
  }

  /** When something that comes again comes. */
  function times({ event }) {
    const found = [];
    for (const times = event.iterator(); ;) {
      const next = times.next();
      if (!next) return found;
      found.push(next.toJSDate().toISOString());
    }
  }

  test('a habit keeps its hour when the clock changes', async () => {
    const browser = await open({ locale: 'en-US', now: NOON, timezone: 'America/Bogota' });
    const page = await browser.page(server.url);
    const card = await addCard(page, { name: 'New York', carrier: 'Ultra Mobile', plan: '3', until: '2027-03-20' });
    await go(page, `${card}/reminders`);
    await button(page, 'every 7\u00a0days').click();
    const made = await file(page);
    // Nine in the morning in New York: in winter two in the afternoon in Greenwich, from March 14 one.
    const habit = times(made.find((one) => one.title === 'New York: check the balance'));
    assert.deepEqual(habit.slice(-3), ['2027-03-05T14:00:00.000Z', '2027-03-12T14:00:00.000Z', '2027-03-19T13:00:00.000Z']);
    const ends = made.find((one) => one.title === 'New York expires in 7\u00a0days');
    assert.equal(ends.begins, '2027-03-13T14:00:00.000Z');
    assert.equal(made.find((one) => one.title === 'New York expires in 3\u00a0days').begins, '2027-03-17T13:00:00.000Z');
    await browser.close();
  });

  test('a file is saved, read by another program, and replaced by a later one', async () => {
    const browser = await open({ locale: 'en-US', now: before(6), timezone: 'America/New_York' });
    const page = await browser.page(server.url);
    const name = 'US, travel; the \\ one 旅行卡';
    const card = await addCard(page, { name, carrier: 'Ultra Mobile', plan: '3', until: '2026-12-04' });
    await logLeft(page, card, '3');
    await browser.context.clock.setFixedTime(NOON);
    await logLeft(page, card, '2.2');
    await go(page, card);
    await link(page, 'Reminders').click();
    await button(page, 'every 3\u00a0days').click();
    await assertNoSidewaysScroll(page, 'the reminders');
    await assertAccessible(page, 'the reminders');
    const made = await file(page);
    const by = (events, title) => events.find((one) => one.title === title);
    const ends = (days) => `${name} expires in ${days}\u00a0day${days === 1 ? '' : 's'}`;
    // Nine in the morning in New York, in winter.
    assert.equal(by(made, ends(7)).begins, '2026-11-27T14:00:00.000Z');
    assert.equal(by(made, ends(3)).begins, '2026-12-01T14:00:00.000Z');
    assert.equal(by(made, ends(1)).begins, '2026-12-03T14:00:00.000Z');
    assert.match(by(made, ends(1)).says, /It ends on Dec 4, 2026 at 23:59 \(New York time\)/);
    for (const one of made) assert.match(one.says, /To check: Send a text BAL → 6700/);
    // Every three days through the last day of the card.
    const habit = by(made, `${name}: check the balance`);
    assert.deepEqual(times(habit), ['23', '26', '29'].map((day) => `2026-11-${day}T14:00:00.000Z`).concat('2026-12-02T14:00:00.000Z'));
    assert.equal(new Set(made.map((one) => one.uid)).size, made.length);

    // A new end, a second file: the same reminders, newer.
    await browser.context.clock.setFixedTime(before(0, -1));
    await go(page, `${card}/edit`);
    await field(page, 'Last day').fill('2026-12-14');
    await save(page);
    await saved(page, 'Card changed');
    await go(page, `${card}/reminders`);
    const again = await file(page);
    const same = again.find((one) => one.uid === by(made, ends(7)).uid);
    assert.equal(same.begins, '2026-12-07T14:00:00.000Z');
    assert.ok(same.sequence > by(made, ends(7)).sequence);
    await browser.close();
  });
});
