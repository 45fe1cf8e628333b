// A real Chromium with a profile of its own, watched: a test in which the page asks another origin,
// breaks the policy, throws, or complains on the console fails, whatever else it checks.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'node:test';
import { chromium } from 'playwright-core';

export const ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--disable-gpu',
];

export const NAMES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Browsers that a failed test left open. */
const opened = new Set();
afterEach(async () => {
  await Promise.all([...opened].map((context) => context.close()));
  opened.clear();
});

/** The sizes of screen that the product is made for. */
export const SCREENS = {
  phone: { width: 390, height: 844 },
  small: { width: 360, height: 640 },
  narrow: { width: 320, height: 640 },
  desk: { width: 1280, height: 800 },
};

/** A new empty folder for a profile; it outlives the browser, so that one can be opened again. */
export async function newProfile() {
  return mkdtemp(join(tmpdir(), 'simgauge-profile-'));
}

export async function dropProfile(profile) {
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * Opens a browser on a profile.
 *
 * Options: `profile` (a folder; default a new one), `locale` ('zh-CN', 'zh-TW', 'en-US'),
 * `screen` (of `SCREENS`), `dark`, `timezone`, `javaScript` (default true), `now` (the instant at which
 * the pages' clock stands; default none, it runs), and anything else that Playwright's
 * `launchPersistentContext` takes, as `more`.
 *
 * Returns `{ context, profile, page(url), close(), kill(), troubles, allow(pattern) }`.
 */
export async function open({
  profile = null,
  locale = 'zh-CN',
  screen = SCREENS.phone,
  dark = false,
  timezone = 'America/Los_Angeles',
  javaScript = true,
  now = null,
  more = {},
} = {}) {
  const folder = profile ?? await newProfile();
  const asRoot = typeof process.getuid === 'function' && process.getuid() === 0;
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: process.env.CHROME_PATH || NAMES.find((name) => existsSync(name)),
    headless: true,
    args: asRoot ? [...ARGS, '--no-sandbox'] : ARGS,
    locale,
    timezoneId: timezone,
    viewport: screen,
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: javaScript,
    ...more,
  });
  opened.add(context);
  context.once('close', () => opened.delete(context));
  context.setDefaultTimeout(20_000);
  const watch = await watched(context);
  if (now) await context.clock.setFixedTime(now);
  let closed = false;

  /** Opens a page at `url` in a tab of its own. */
  async function page(url) {
    const tab = context.pages().find((one) => one.url() === 'about:blank') ?? await context.newPage();
    watch.origins.add(new URL(url).origin);
    await tab.goto(url);
    return tab;
  }

  /** Closes as a person does, and fails the test if there was trouble. */
  async function close() {
    if (!closed) {
      closed = true;
      await context.close();
      if (!profile) await dropProfile(folder);
    }
    watch.check();
  }

  /** Ends the browser at once, as a crash or a phone does: nothing is flushed. */
  async function kill() {
    closed = true;
    const session = await context.newCDPSession(context.pages()[0]);
    const gone = new Promise((done) => context.once('close', done));
    session.send('Browser.crash').catch(() => {});
    await gone;
    watch.check();
  }

  return { context, profile: folder, page, close, kill, troubles: watch.troubles, allow: watch.allow };
}

async function watched(context) {
  const troubles = [];
  const allowed = [];
  const origins = new Set();
  const note = (text) => { if (!allowed.some((pattern) => pattern.test(text))) troubles.push(text); };

  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (['data:', 'blob:', 'about:'].includes(protocol)) return;
    if (!origins.has(origin)) note(`request to another origin: ${request.url()}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()} (${message.location()?.url ?? ''})`);
  });
  context.on('weberror', (error) => note(`uncaught: ${error.error()}`));
  await context.exposeBinding('__policyBroken', (_, text) => note(`policy: ${text}`));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      window.__policyBroken(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });

  return {
    troubles,
    origins,
    /** Trouble that matches is what the test is about. */
    allow(pattern) { allowed.push(pattern); },
    check() { assert.deepEqual(troubles, [], 'the page made trouble'); },
  };
}

/** Waits until everything is kept for offline use, as the page itself says. */
export async function keptOffline(page) {
  await page.locator('html[data-offline=ready]').waitFor({ state: 'attached' });
}

/** Waits until the app stands on the page. */
export async function appShown(page) {
  await page.locator('#app > *').first().waitFor();
}

/** Fails when the page can be scrolled sideways at its present width. */
export async function assertNoSidewaysScroll(page, what = 'the page') {
  const { inner, wide, culprits } = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const beyond = [...document.body.querySelectorAll('*')]
      .filter((one) => one.getBoundingClientRect().right > width + 1)
      .slice(0, 5)
      .map((one) => one.outerHTML.slice(0, 120));
    return { inner: width, wide: document.documentElement.scrollWidth, culprits: beyond };
  });
  assert.ok(wide <= inner, `${what} is ${wide} px wide on a screen of ${inner}:\n${culprits.join('\n')}`);
}

/** What Chromium has against installing this page; empty when nothing. */
export async function installabilityErrors(page) {
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors: errors } = await session.send('Page.getInstallabilityErrors');
  await session.detach();
  return errors;
}
