// What a person does, in English and by the names that stand on the screen; and the book of someone
// who has used the app for a while.

import { readFile } from 'node:fs/promises';
import { open } from './browser.mjs';

/** Noon of a Friday in New York: dates in flows are said against it. */
export const NOON = '2026-11-20T17:00:00Z';

/** So many days and hours before noon. */
export const before = (days, hours = 0) => new Date(Date.parse(NOON) - (days * 24 + hours) * 3_600_000);

/** The words of the flows that are walked in more than one language. */
export const WORDS = {
  'zh-Hans': { settings: '设置', language: '语言', add: '添加一张卡', paste: '粘贴短信', name: '简体' },
  'zh-Hant': { settings: '設定', language: '語言', add: '新增一張卡', paste: '貼上簡訊', name: '繁體' },
  en: { settings: 'Settings', language: 'Language', add: 'Add a card', paste: 'Paste reply', name: 'English' },
};

export const button = (page, name) => page.getByRole('button', { name, exact: true });
export const link = (page, name) => page.getByRole('link', { name, exact: true });
export const heading = (page, name) => page.getByRole('heading', { name, exact: true });
/** A field by the beginning of its label: what may be left out says so after it. */
export const field = (page, label) => page.getByLabel(new RegExp(`^${label}( ?optional)?$`))
  .and(page.locator('input, select, textarea'));
export const says = (page, text) => page.getByText(text, { exact: true }).first();

/** Taps "Save", whatever it says about what is missing. */
export async function save(page) {
  await page.getByRole('button', { name: /^Save\b/ }).click();
}

/** Waits until the notice says that the deed is on disk. */
export async function saved(page, deed) {
  await page.getByRole('status').getByText(`${deed} · Saved`, { exact: true }).waitFor();
}

/** Opens the place at that address, as a link to it would. */
export async function go(page, route) {
  await page.evaluate((to) => { location.hash = to; }, route);
}

/** The address of the card whose screen is open, or of the one on the home screen. */
export async function cardAddress(page) {
  const href = await link(page, 'Edit card').getAttribute('href');
  return href.replace('/edit', '');
}

/** Finds a carrier by its name, on the form of a card, and chooses it. */
export async function chooseCarrier(page, name) {
  await field(page, 'Carrier').fill(name);
  // Behind one of another country than the phone's stands which one that is.
  await button(page, name).or(button(page, `${name} · United States`)).click();
  await button(page, 'Change').waitFor();
}

/** Adds a card: its name, and what else is given. Ends on its screen, saved. */
export async function addCard(page, { name, carrier, number, plan, until }) {
  await go(page, '#/add');
  await field(page, 'Name').fill(name);
  if (carrier) await chooseCarrier(page, carrier);
  if (number) await field(page, 'Number').fill(number);
  if (plan) await field(page, 'Plan data').fill(plan);
  if (until) {
    await button(page, 'Until a date').click();
    await field(page, 'Last day').fill(until);
  }
  await save(page);
  await saved(page, 'Card added');
  return cardAddress(page);
}

/** Logs on the card at that address what its app shows as left, in GB, at the page's own time. */
export async function logLeft(page, card, left) {
  await go(page, `${card}/log`);
  await button(page, 'Type it in').click();
  await button(page, 'Left').click();
  await field(page, 'Figure').fill(left);
  await save(page);
  await saved(page, 'Balance logged');
}

/** Logs a top-up of so many GB. */
export async function topUp(page, card, data) {
  await go(page, `${card}/top-up`);
  await field(page, 'Data added').fill(data);
  await save(page);
  await saved(page, 'Top-up logged');
}

/** The records that localStorage holds, by key. */
export async function records(page) {
  return page.evaluate(() => Object.fromEntries(
    Object.entries({ ...localStorage }).filter(([key]) => key.startsWith('simgauge:e:')),
  ));
}

/** The records that the database holds, by key. */
export async function recordsOnDisk(page) {
  return page.evaluate(async () => {
    const opening = indexedDB.open('simgauge');
    const database = await new Promise((done, failed) => {
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => failed(opening.error);
    });
    const [name] = database.objectStoreNames;
    if (!name) { database.close(); return {}; }
    const store = database.transaction(name).objectStore(name);
    const ask = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
    const [keys, lines] = await Promise.all([ask(store.getAllKeys()), ask(store.getAll())]);
    database.close();
    return Object.fromEntries(keys.map((key, place) => [key, lines[place]]));
  });
}

/** Puts records into localStorage before the app of this browser opens. */
export async function plant(context, lines) {
  await context.addInitScript((all) => {
    for (const [key, line] of Object.entries(all)) {
      if (localStorage.getItem(key) === null) localStorage.setItem(key, line);
    }
  }, lines);
}

/** What the card's app showed on the way: days before noon, and GB left; `+` is a top-up. */
const TRIP = [
  [16, '3'], [14, '2.61'], [12, '2.18'], [10, '1.67'], [8, '1.17'], [7, '+1'], [5, '2.06'], [3, '1.95'],
];

/**
 * Uses the app at that address for sixteen days: a travel card on its way, one that is nearly empty, one that only
 * has a name, one that is finished. Returns the records and the address of each card.
 */
export async function seed(url, names = ['US travel SIM', 'Home number', 'Hotel eSIM', 'Last trip']) {
  const browser = await open({ locale: 'en-US', now: before(17) });
  const page = await browser.page(url);
  const { clock } = browser.context;
  await clock.setFixedTime(before(16, 1));
  const travel = await addCard(page, {
    name: names[0], carrier: 'Ultra Mobile', number: '+1 555 010 4471', plan: '3', until: '2026-12-04',
  });
  const home = await addCard(page, { name: names[1], plan: '1', until: '2026-11-30' });
  const bare = await addCard(page, { name: names[2] });
  const finished = await addCard(page, { name: names[3], plan: '5', until: '2026-11-10' });
  await logLeft(page, finished, '0.4');
  await button(page, 'Archive').click();
  await saved(page, 'Card archived');
  for (const [days, left] of TRIP) {
    await clock.setFixedTime(before(days));
    if (left.startsWith('+')) await topUp(page, travel, left.slice(1));
    else await logLeft(page, travel, left);
  }
  await clock.setFixedTime(before(4));
  await logLeft(page, home, '0.5');
  await clock.setFixedTime(before(0, 3));
  await logLeft(page, home, '0.12');
  await go(page, `${home}/keep`);
  await save(page);
  await saved(page, 'Keep-alive logged');
  await clock.setFixedTime(before(0, 2));
  await go(page, `${travel}/log`);
  await button(page, 'Paste reply').first().click();
  await page.getByLabel(/^The carrier.s reply$/).fill('You have 1.83 GB of data remaining.');
  await save(page);
  await saved(page, 'Balance logged');
  await go(page, travel);
  await button(page, 'Show first').click();
  await saved(page, 'Card now shown first');
  const lines = await records(page);
  await browser.close();
  return { lines, travel, home, bare, finished };
}

/** What a tap downloads: the file's name, and its text. */
export async function downloaded(page, tap) {
  const coming = page.waitForEvent('download');
  await tap();
  const download = await coming;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}
