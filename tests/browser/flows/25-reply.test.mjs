// A reply from paste to disk in each language, by finger and by keyboard: the marks, a question
// answered and answered otherwise, a figure that was read changed to what it is, one left out, and what
// decided each of the rest.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { go, LANGUAGES, NOON, open, recordsOnDisk, serve } from '../harness/index.mjs';

const REPLY = 'Data: 1.83 GB / 3 GB. 45 minutes left. Plan renews on Dec 4, 2026.';

const SAYS = {
  'zh-Hans': { which: '哪一个？', left: '剩余', used: '已用', left_data: '剩余流量', from: '依据“left”', out: '不记：续费日',
    total: '套餐流量', roaming: '漫游流量（剩余）', once: /^这次照你说的记。/ },
  'zh-Hant': { which: '哪一個？', left: '剩餘', used: '已用', left_data: '剩餘流量', from: '依據「left」', out: '不記：續訂日',
    total: '方案流量', roaming: '漫遊流量（剩餘）', once: /^這次照你說的記。/ },
  en: { which: 'Which?', left: 'Left', used: 'Used', left_data: 'Remaining data', from: 'from “left”', out: 'Leave out: Renews',
    total: 'Plan data', roaming: 'Roaming data left', once: /^This time it is logged as you say\./ },
};

describe('reply', () => {
  let server;
  before(async () => { server = await serve(); });
  after(async () => { await server.stop(); });

  const marks = (page) => page.locator('mark').evaluateAll(
    (all) => all.map((one) => [one.className, one.querySelector('span').innerText, one.querySelector('b').innerText]),
  );

  /** A card, and the form with the pasted reply, in any language. */
  async function pasted(locale) {
    const browser = await open({ locale, now: NOON });
    const page = await browser.page(server.url);
    await go(page, '#/add');
    await page.locator('#name').fill('North');
    await page.locator('[type=submit]').click();
    await page.locator('.toast > div').waitFor();
    const edit = await page.locator('a[href$="/edit"]').first().getAttribute('href');
    await go(page, edit.replace('/edit', '/log'));
    await page.locator('#reply').fill(REPLY);
    await page.locator('.question').waitFor();
    return { browser, page };
  }

  /** What stands there before and after; `answer` and `leaveOut` are how it is said. */
  async function walk(page, says, { answer, tap, leaveOut, submit }) {
    assert.deepEqual((await marks(page)).map(([kind, , text]) => [kind, text]), [
      ['asked', '1.83 GB'], ['sure', '3 GB'], ['sure', '45 minutes'], ['sure', 'Dec 4, 2026'],
    ]);
    assert.equal((await marks(page))[0][1], says.which);
    assert.equal(await page.locator('.question [aria-pressed=true]').count(), 0, 'an answer was chosen unasked');
    await page.getByText(says.from, { exact: true }).waitFor();

    await answer(says.used);
    await answer(says.left);
    assert.deepEqual((await marks(page))[0].slice(0, 2), ['sure', says.left_data]);
    await tap(`${says.total} 3 GB`, 'Shift+Tab');
    await tap(says.roaming, 'Tab');
    await page.getByText(says.once).waitFor();
    assert.deepEqual((await marks(page))[1], ['sure', says.roaming, '3 GB']);
    await leaveOut(says.out);
    assert.equal((await marks(page))[3][0], 'dropped');
    await submit();
    await page.locator('.toast > div').waitFor();

    const lines = Object.values(await recordsOnDisk(page)).map(String);
    const check = lines.find((line) => line.includes('1.83')) ?? '';
    assert.ok(check.includes(REPLY.replaceAll('"', '\\"')), 'the text of the reply is not kept with it');
    assert.ok(!check.includes('"renews"'), 'what was left out was kept');
    assert.ok(check.includes('"roaming"'), 'the changed figure was not kept as what it was changed to');
    await page.reload();
    await page.getByText('1.83 GB', { exact: true }).first().waitFor();
  }

  for (const [language, locale] of LANGUAGES) {
    test(`by finger: ${language}`, async () => {
      const { browser, page } = await pasted(locale);
      const chip = (name) => page.getByRole('button', { name, exact: true });
      await walk(page, SAYS[language], {
        answer: (name) => page.locator('.question').getByRole('button', { name, exact: true }).click(),
        tap: (name) => chip(name).click(),
        leaveOut: (name) => chip(name).click(),
        submit: () => page.locator('[type=submit]').click(),
      });
      await browser.close();
    });

    test(`with the keyboard alone: ${language}`, async () => {
      const { browser, page } = await pasted(locale);
      const reach = async (key, found) => {
        for (let tabs = 0; tabs < 40; tabs += 1) {
          await page.keyboard.press(key);
          if (await page.evaluate(found.test, found.name)) return;
        }
        assert.fail(`${found.name} is not reached`);
      };
      const named = (name) => ({
        name,
        test: (wanted) => {
          const one = document.activeElement;
          return (one.getAttribute('aria-label') ?? one.innerText ?? '').trim().replace(/\s+/g, ' ') === wanted;
        },
      });
      const sends = { name: 'submit', test: () => document.activeElement.type === 'submit' };
      await page.locator('#reply').focus();
      let key = 'Tab';
      await walk(page, SAYS[language], {
        answer: async (name) => {
          await reach(key, named(name));
          await page.keyboard.press('Space');
          key = 'Shift+Tab';
        },
        tap: async (name, direction) => {
          await reach(direction, named(name));
          await page.keyboard.press('Enter');
        },
        leaveOut: async (name) => {
          await reach('Tab', named(name));
          await page.keyboard.press('Enter');
        },
        submit: async () => {
          await reach('Tab', sends);
          await page.keyboard.press('Enter');
        },
      });
      await browser.close();
    });
  }
});
