// axe-core, run inside the page. Its source goes in by evaluation: our policy blocks a script tag.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** Fails when axe finds anything that breaks WCAG 2.0 to 2.2, level A or AA. */
export async function assertAccessible(page, what = 'the page') {
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(await source);
  const violations = await page.evaluate(async (tags) => {
    const result = await window.axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return result.violations.map(({ id, impact, help, nodes }) => ({
      id, impact, help, nodes: nodes.slice(0, 5).map((node) => `${node.html} — ${node.failureSummary}`),
    }));
  }, TAGS);
  assert.deepEqual(violations, [], `${what} is not accessible`);
}
