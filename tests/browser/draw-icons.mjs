// Draws the committed icon PNGs from their SVGs: `node draw-icons.mjs` with CHROME_PATH set.
// Needed only after an SVG was changed.

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import { dropProfile, open } from './harness/browser.mjs';

/** Colours of large areas, which stay exact; those of edges are rounded to so much, which nobody sees. */
const EXACT = 6;
const STEP = 8;

/** The pixels of a picture with at most 256 colours, as a PNG a third as large as the browser's own. */
function indexed(pixels, size) {
  const texts = [];
  const count = new Map();
  for (let at = 0; at < pixels.length; at += 4) {
    const text = pixels[at + 3] === 0 ? '0,0,0,0' : pixels.subarray(at, at + 4).join();
    texts.push(text);
    count.set(text, (count.get(text) ?? 0) + 1);
  }
  const often = [...count.keys()].sort((a, b) => count.get(b) - count.get(a)).slice(0, EXACT);
  const colours = new Map();
  const rows = Buffer.alloc((size + 1) * size);
  texts.forEach((text, at) => {
    const round = (part) => Math.min(255, Math.round(part / STEP) * STEP);
    const colour = often.includes(text) ? text : text.split(',').map(Number).map(round).join();
    if (!colours.has(colour)) colours.set(colour, colours.size);
    rows[Math.floor(at / size) * (size + 1) + 1 + (at % size)] = colours.get(colour);
  });
  if (colours.size > 256) throw new Error(`${colours.size} colours are more than a palette holds`);
  const palette = [...colours.keys()].map((colour) => colour.split(',').map(Number));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const chunk = (name, bytes) => {
    const named = Buffer.concat([Buffer.from(name), bytes]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(bytes.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => colour.slice(0, 3)))),
    chunk('tRNS', Buffer.from(palette.map((colour) => colour[3]))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

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
  const shot = await page.screenshot({ omitBackground: true });
  const pixels = await page.evaluate(async (url) => {
    const picture = await createImageBitmap(await (await fetch(url)).blob());
    const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    canvas.drawImage(picture, 0, 0);
    return [...canvas.getImageData(0, 0, picture.width, picture.height).data];
  }, `data:image/png;base64,${shot.toString('base64')}`);
  await writeFile(folder + target, indexed(Uint8Array.from(pixels), size));
}
await browser.context.close();
await dropProfile(browser.profile);
