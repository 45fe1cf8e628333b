// Draws the committed icon PNGs from their SVGs: `node draw-icons.mjs` with CHROME_PATH set.
// Needed only after an SVG was changed.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { dropProfile, open } from './harness/browser.mjs';

const folder = fileURLToPath(new URL('../../www/icons/', import.meta.url));
const browser = await open({ screen: { width: 512, height: 512 } });
const page = browser.context.pages()[0] ?? await browser.context.newPage();
for (const [source, target, size] of [
  ['icon.svg', 'icon-192.png', 192],
  ['icon.svg', 'icon-512.png', 512],
  ['../../tests/browser/maskable-icon.svg', 'maskable-512.png', 512],
]) {
  const svg = await readFile(folder + source, 'utf8');
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await page.screenshot({ path: folder + target, omitBackground: true });
}
await browser.context.close();
await dropProfile(browser.profile);
