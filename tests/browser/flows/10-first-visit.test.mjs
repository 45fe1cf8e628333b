// The first visit: one action, in the browser's language, and a sample that leaves no trace.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  appShown, button, LANGUAGES, link, open, records, recordsOnDisk, serve, WORDS,
} from '../harness/index.mjs';

const SAMPLE = {
  'zh-Hans': ['先看看示例卡', '这些是示例数据，不会保存，也不会混进你的卡里。', '添加我的卡', '名字'],
  'zh-Hant': ['先看看範例卡', '這些是範例資料，不會儲存，也不會混進你的卡片裡。', '新增我的卡', '名稱'],
  en: [
    'See a sample card first', 'These figures are made up. Nothing here is saved or mixed with your cards.',
    'Add my card', 'Name',
  ],
};

describe('first visit', () => {
  let server;
  before(async () => { server = await serve(); });
  after(async () => { await server.stop(); });

  for (const [language, locale] of LANGUAGES) {
    test(`in ${language}: one action, and a sample that leaves nothing`, async () => {
      const browser = await open({ locale });
      const page = await browser.page(server.url);
      const main = link(page, WORDS[language].add);
      await main.waitFor();
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      assert.equal(await page.locator('.btn.main').count(), 1, 'one action');
      assert.ok((await main.boundingBox()).y < 844, 'the action needs scrolling');

      const [see, made, addMine, name] = SAMPLE[language];
      await link(page, see).click();
      await page.getByText(made).waitFor();
      assert.equal(await page.getByRole('img').count(), 1, 'no chart');
      assert.deepEqual(await records(page), {});
      assert.deepEqual(await recordsOnDisk(page), {});
      await link(page, addMine).click();
      await page.getByLabel(name, { exact: true }).and(page.getByRole('textbox')).waitFor();
      await page.reload();
      await appShown(page);
      assert.deepEqual(await records(page), {});
      await browser.close();
    });
  }

  test('the language changes in one tap and stays', async () => {
    const browser = await open({ locale: 'fr-FR' });
    const page = await browser.page(server.url);
    await link(page, 'Add a card').waitFor();
    for (const [language, { name, add, settings }] of Object.entries(WORDS)) {
      await button(page, name).click();
      await link(page, add).waitFor();
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      await page.reload();
      await link(page, settings).waitFor();
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      assert.equal(await button(page, name).getAttribute('aria-pressed'), 'true');
    }
    await browser.close();
  });
});
