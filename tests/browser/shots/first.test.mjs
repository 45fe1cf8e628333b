// Pictures of what opens first, and of the pages that stand beside the app.

import { after, before, test } from 'node:test';
import { appShown, inEveryLook, serve } from '../harness/index.mjs';

let server;
before(async () => { server = await serve(); });
after(async () => { await server.stop(); });

test('the first screen', async () => {
  await inEveryLook(server.url, async (page, shoot) => {
    await appShown(page);
    await shoot('first');
  });
});

test('the rescue page', async () => {
  await inEveryLook(`${server.url}rescue.html`, async (page, shoot) => {
    await page.getByText('Records found: 0', { exact: false }).waitFor();
    await shoot('rescue');
  });
});
