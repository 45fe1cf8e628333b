// Every screen: readable by everybody, light and dark, in three languages, and never wider than the
// phone.

import { describe, test } from 'node:test';
import {
  assertAccessible, assertNoSidewaysScroll, everyScreen, LANGUAGES, NOON, open, plant, SCREENS, seeded,
} from '../harness/index.mjs';

describe('every screen', () => {
  const place = seeded();

  for (const [language, locale] of LANGUAGES) {
    test(`is accessible and fits, light and dark: ${language}`, async () => {
      const browser = await open({ locale, screen: SCREENS.narrow, now: NOON });
      const page = await browser.page(place.url);
      await everyScreen(page, language, place.book, async (name) => {
        const what = `${name} (${language})`;
        await assertNoSidewaysScroll(page, what);
        // As tall as the longest screen, so that nothing is judged by what the bar covers just now.
        await page.setViewportSize({ ...SCREENS.narrow, height: 4000 });
        for (const colorScheme of ['light', 'dark']) {
          await page.emulateMedia({ colorScheme });
          await assertAccessible(page, `${what}, ${colorScheme}`);
        }
        await page.setViewportSize(SCREENS.narrow);
      });
      await browser.close();
    });
  }
});
