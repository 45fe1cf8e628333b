// Killed: the whole browser, at a random moment within two seconds of a save, again and again.
// Whatever had said "Saved" is there at the next start.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { ARGS, dropProfile, field, go, NAMES, newProfile, save, serve } from '../harness/index.mjs';

/** How many kills there are, on one profile for each ten. */
const KILLS = Number(process.env.SIM_GAUGE_KILLS ?? 20);
const EACH = 10;

describe('killed', () => {
  let server;
  before(async () => { server = await serve(); });
  after(async () => { await server.stop(); });

  for (let round = 0; round * EACH < KILLS; round += 1) {
    test(`round ${round + 1}: ${EACH} kills`, async () => {
      const profile = await newProfile();
      const promised = [];
      try {
        for (let kill = 0; kill <= EACH; kill += 1) {
          const browser = await started(profile);
          const page = browser.context.pages()[0] ?? await browser.context.newPage();
          await page.goto(server.url);
          await page.locator('main').waitFor();
          await holds(page, promised);
          if (kill < EACH) await saveAndDie(browser, page, promised, `Card ${round}.${kill}.`);
          else await browser.kill();
        }
      } finally {
        await dropProfile(profile);
      }
    });
  }
});

/** Everything that had said "Saved" is on the screen. */
async function holds(page, promised) {
  if (promised.length === 0) return;
  await go(page, '#/cards');
  for (const name of promised) await page.getByRole('link', { name }).first().waitFor({ timeout: 10_000 });
}

/** Saves a card and waits for "Saved"; saves another, and is killed before, while or after it is said. */
async function saveAndDie(browser, page, promised, name) {
  await add(page, `${name}a`);
  await said(page);
  promised.push(`${name}a`);
  await go(page, '#/add');
  await field(page, 'Name').fill(`${name}b`);
  let sure = false;
  const moment = Math.random() * 2000;
  await save(page);
  const waits = said(page).then(() => { sure = true; }, () => {});
  await new Promise((done) => { setTimeout(done, moment); });
  // What was said before the kill is a promise; what is said after it nobody heard.
  if (sure) promised.push(`${name}b`);
  await browser.kill();
  await waits;
}

async function add(page, name) {
  await go(page, '#/add');
  await field(page, 'Name').fill(name);
  await save(page);
}

function said(page) {
  return page.getByRole('status').getByText('Card added · Saved', { exact: true }).waitFor();
}

/** A Chromium of its own process group, which can be killed as a whole. */
async function started(profile) {
  const asRoot = typeof process.getuid === 'function' && process.getuid() === 0;
  const program = process.env.CHROME_PATH || NAMES.find((name) => existsSync(name));
  const own = spawn(program, [
    ...ARGS, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--lang=en-US',
    ...(asRoot ? ['--no-sandbox'] : []), 'about:blank',
  ], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const address = await new Promise((done, failed) => {
    createInterface({ input: own.stderr }).on('line', (line) => {
      const found = /DevTools listening on (ws:\S+)/.exec(line);
      if (found) done(found[1]);
    });
    own.once('exit', () => failed(new Error('the browser did not start')));
  });
  const browser = await chromium.connectOverCDP(address);
  const context = browser.contexts()[0];
  context.setDefaultTimeout(20_000);
  async function kill() {
    const gone = new Promise((done) => { own.once('exit', done); });
    process.kill(-own.pid, 'SIGKILL');
    await gone;
    await browser.close().catch(() => {});
  }
  assert.ok(context, 'the browser has no context');
  return { context, kill };
}
