// Pictures for a person to look at, in a folder that git ignores.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { open, SCREENS } from './browser.mjs';

const FOLDER = fileURLToPath(new URL('../../../screenshots', import.meta.url));

export const LANGUAGES = [['zh-Hans', 'zh-CN'], ['zh-Hant', 'zh-TW'], ['en', 'en-US']];

/** Takes one picture of the whole page: `screenshots/<name>.png`. */
export async function shoot(page, name) {
  await mkdir(FOLDER, { recursive: true });
  // A screen as tall as the page: the bar then stands at its end, and not across its middle.
  const shown = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...shown, height });
  await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true, animations: 'disabled' });
  await page.setViewportSize(shown);
}

/**
 * Calls `visit(page, shoot, language)` in light and dark and each language; names end in
 * `-zh-Hans-dark`. `now` and `timezone` as `open` takes them.
 */
export async function inEveryLook(url, visit, { now = null, allow = null, timezone = 'Asia/Shanghai' } = {}) {
  for (const [language, locale] of LANGUAGES) {
    for (const dark of [false, true]) {
      const browser = await open({ locale, dark, now, screen: SCREENS.phone, timezone });
      if (allow) browser.allow(allow);
      try {
        const page = await browser.page(url);
        await visit(page, (name) => shoot(page, `${name}-${language}-${dark ? 'dark' : 'light'}`), language);
      } finally {
        await browser.close();
      }
    }
  }
}
