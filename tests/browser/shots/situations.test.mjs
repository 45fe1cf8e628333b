// Pictures of what a card seldom comes to, one card each, for a person to look at.

import { after, before, test } from 'node:test';
import { bookOf, check, go, inEveryLook, NOON, serve } from '../harness/index.mjs';

const DAY = 86_400_000;
const ago = (days) => new Date(Date.parse(NOON) - days * DAY).toISOString();
const data = (...seen) => seen.map(([days, left, more]) => check(ago(days), { data: left }, more));
const yuan = { currency: 'CNY', zone: 'Asia/Shanghai', form: 'sim', keep_sum: '8.00 CNY' };
const money = (days, left) => check(ago(days), { money: left });
const bad = (fact) => JSON.stringify({ format: 'simgauge-carrier', version: 1, name: 'A carrier', check: [fact] });

const USED = data([15, '9.0 GB'], [11, '7.6 GB'], [6, '5.1 GB'], [0.3, '2.2 GB']);

const TRIP = { name: 'Trip', plan: '10 GB', until: '2026-12-02', carrier: 'us-ultra', number: '+12135550147' };
const PAID = { at: ago(0.2), topup: { data: '3 GB', paid: '15 USD', effect: 'add', arrival: 'pending' } };
const PAYING = [TRIP, [...USED, PAID]];
/** Pastes a reply. */
const reply = (text) => async (page) => {
  const field = page.locator('textarea#reply');
  if (await field.count() === 0) await page.locator('.modes button').first().click();
  await field.fill(text);
  await page.locator('.banner').first().waitFor();
  // The list of carriers, by which an address is judged.
  await page.waitForLoadState('networkidle');
};

/** Each name with its card, its entries, the page, what is done on it, and the zone of the phone. */
const SITUATIONS = {
  'number-fee': [{ name: '+86 138', ...yuan, keep: 'fee 1', grace: 90, keep_from: '2026-11-01' }, [money(1, '5.00 CNY')]],
  'number-stopped': [{ name: '+86 138', ...yuan, keep: 'fee 1', grace: 90, keep_from: '2026-10-01' }, [money(9, '5.00 CNY')]],
  'number-lost': [{ name: '+86 138', ...yuan, keep: 'fee 1', grace: 7, keep_from: '2026-10-01' }, [money(9, '5.00 CNY')]],
  'number-use': [{ name: 'giffgaff', currency: 'GBP', zone: 'Europe/London', form: 'sim', keep: 'use 180', keep_from: '2026-06-01', grace: 0 }, []],
  'renews': [
    { name: 'Mint', plan: '15 GB', carrier: 'us-mint' },
    data([24, '12 GB', { renews: '2026-11-08' }], [13, '7.1 GB'], [10, '14.2 GB', { renews: '2026-12-08' }], [4, '11 GB'], [0.2, '9.6 GB']),
  ],
  'renewed': [
    { name: 'Mint', plan: '15 GB', carrier: 'us-mint' },
    data([24, '12 GB', { renews: '2026-11-18' }], [13, '7.1 GB'], [4, '3 GB']),
  ],
  'day-plan': [{ name: '500 MB', plan: '500 MB', day: 'Asia/Hong_Kong', until: '2026-11-30' }, data([3, '100 MB'], [1, '380 MB'], [0.1, '260 MB'])],
  'day-plan-anew': [{ name: '500 MB', plan: '500 MB', day: 'Asia/Hong_Kong', until: '2026-11-30' }, data([3, '100 MB'], [1, '380 MB'])],
  'day-plan-first-use': [{ name: '500 MB', plan: '500 MB', day: 'first-use', until: '2026-11-30' }, data([3, '100 MB'], [0.1, '260 MB'])],
  'ends-before': [{ name: 'Trip', plan: '10 GB', until: '2026-12-02', needed: '2026-12-20' }, data([15, '9.0 GB'], [11, '8.2 GB'], [0.3, '6.4 GB'])],
  'renews-before': [
    { name: 'Mint', plan: '15 GB', carrier: 'us-mint', renews: '2026-12-08', needed: '2026-12-20' },
    data([13, '14.2 GB'], [10, '11.2 GB'], [4, '7 GB'], [0.2, '2.6 GB']),
  ],
  'needed-soon': [{ name: 'Trip', plan: '10 GB', until: '2026-12-12', needed: '2026-11-28' }, USED],
  'close': [{ name: 'Trip', plan: '10 GB', until: '2026-12-02' }, data([15, '9.0 GB'], [11, '7.6 GB'], [6, '6.1 GB'], [0.3, '4.3 GB'])],
  'perhaps': [{ name: 'Trip', plan: '10 GB', until: '2026-12-02' }, data([15, '9.0 GB'], [11, '7.6 GB'], [6, '5.6 GB'], [0.3, '4.0 GB'])],
  'old': [{ name: 'Trip', plan: '10 GB', until: '2026-12-02', needed: '2026-11-30' }, data([15, '9.0 GB'], [11, '7.6 GB'], [4, '4.1 GB'])],
  'old-list': [{ name: 'Trip', plan: '10 GB', until: '2026-12-02', needed: '2026-11-30' }, data([15, '9.0 GB'], [11, '7.6 GB'], [4, '4.1 GB']), '#/cards'],
  'low-renews': [
    { name: 'Mint', plan: '15 GB', carrier: 'us-mint', renews: '2026-11-22', low: '2 GB' },
    data([20, '11 GB'], [13, '7.2 GB'], [6, '3.6 GB'], [0.2, '0.9 GB']),
  ],
  'only-money': [{ name: 'PAYG', form: 'sim', carrier: 'us-lyca' }, [money(9, '10.35 USD'), money(0.2, '6.20 USD')]],
  'only-money-list': [{ name: 'PAYG', form: 'sim', carrier: 'us-lyca' }, [money(9, '10.35 USD'), money(0.2, '6.20 USD')], '#/cards'],
  'loss-unknown': [{ name: 'giffgaff', currency: 'GBP', zone: 'Europe/London', form: 'sim', keep: 'use 30', keep_from: '2026-10-01', grace: 0 }, []],
  'loss-unknown-soon': [{ name: 'giffgaff', currency: 'GBP', zone: 'Europe/London', form: 'sim', keep: 'use 30', keep_from: '2026-10-24', grace: 0 }, []],
  'fee-today': [{ name: '+86 138', ...yuan, keep: 'fee 21', grace: 90, keep_from: '2026-10-21' }, [money(1, '5.00 CNY')]],
  'foreign-paid': [
    { name: 'Trip', plan: '10 GB', until: '2026-12-02', price: '25.00 USD' },
    [...USED, { at: ago(2), topup: { data: '3 GB', paid: '20 EUR', effect: 'add', arrival: 'arrived' } }], '#/spending',
  ],
  'goes-on': [{ name: 'Trip', plan: '10 GB', until: '2026-12-02' }, [...data([9, '6 GB'], [4, '2.1 GB']), { at: ago(0.1), check: { said: [{ of: 'data', left: '0 GB' }, { of: 'data', unlimited: true }], source: 'text' } }]],
  'goes-on-paste': [{ ...TRIP }, USED, '/log', async (page) => {
    if (await page.locator('textarea#reply').count() === 0) await page.locator('.modes button').first().click();
    await page.locator('textarea#reply').fill('You have used all 10 GB of your high-speed data. Data now slowed to 128 kbps until 12/2.');
    await page.locator('mark').first().waitFor();
  }],
  'top-up-ended': [{ name: 'Trip', plan: '10 GB', until: '2026-11-15', from: '2026-10-17', start: 'use', days: 30 }, data([20, '3 GB'], [6, '1 GB']), '/top-up'],
  'fees-paid': [{ name: '+86 138', ...yuan, keep: 'fee 1', grace: 90, keep_from: '2026-11-01' }, [money(3, '20.00 CNY')]],
  'beyond': [{ name: 'Trip', plan: '5 GB', until: '2026-12-02' }, [...data([12, '4.3 GB']), { at: ago(0.1), check: { said: [{ of: 'data', used: '6.2 GB' }], source: 'app' } }]],
  'lapses': [
    { name: 'Trip', plan: '10 GB', until: '2026-11-23' }, USED, '/what-if',
    async (page) => {
      await page.locator('#effect .chip').nth(3).click();
      await page.locator('#days').fill('30');
      await page.locator('#paid').fill('10');
    },
  ],
  'replaces': [
    { name: 'Trip', plan: '10 GB', until: '2026-12-02' }, USED, '/what-if',
    async (page) => {
      await page.locator('#effect .chip').nth(1).click();
      await page.locator('#data').fill('10');
      await page.locator('#days').fill('30');
      await page.locator('#paid').fill('30');
    },
  ],
  'many-notices': [
    {
      name: 'Trip', plan: '10 GB', until: '2026-11-22', low: '3 GB', needed: '2026-12-05', keep: 'use 30', grace: 0,
      keep_from: '2026-10-24', form: 'sim',
    },
    [...USED, { at: ago(2), topup: { data: '1 GB', paid: '10 USD', effect: 'add', arrival: 'pending', paid_at: Date.parse(ago(2)) } }],
  ],
  'rise': [{ name: 'Trip', plan: '10 GB', until: '2026-12-02' }, data([15, '9 GB'], [11, '7.6 GB'], [6, '5.1 GB'], [0.3, '9.8 GB'])],
  'slip': [{ name: 'Trip', plan: '10 GB', until: '2026-12-02' }, data([15, '9 GB'], [6, '6.6 GB'], [3, '41 GB'], [0.3, '4.3 GB'])],
  'renewal-past': [{ name: 'Mint', plan: '15 GB', renews: '2026-11-15' }, data([24, '12 GB'], [13, '7.1 GB'], [4, '14 GB'], [0.2, '11.5 GB'])],
  'beside-unlimited': [
    { name: 'Trip', until: '2026-12-02' },
    [9, 6, 3, 0.2].map((days, n) => {
      const said = [{ of: 'data', unlimited: true }, { of: 'hotspot', left: `${10 - 2 * n} GB` }];
      return { at: ago(days), check: { said, source: 'app' } };
    }),
  ],
  'hotspot': [
    { name: 'Trip', plan: '20 GB', until: '2026-12-02' },
    [9, 6, 3, 0.2].map((days, n) => check(ago(days), { data: `${18 - 3 * n} GB`, hotspot: `${10 - 2 * n} GB` })),
  ],
  'ends-today': [{ name: 'Trip', plan: '10 GB', until: '2026-11-20' }, USED],
  'only-reserve': [{ name: 'Trip', plan: '10 GB', until: '2026-12-02', reserve: '500 MB', low: '1 GB' }, data([9, '6 GB'], [4, '3.1 GB'], [0.1, '400 MB'])],
  'only-reserve-out': [
    { name: 'Trip', plan: '10 GB', until: '2026-12-02', reserve: '500 MB', carrier: 'us-ultra', form: 'sim', number: '+12135550147' },
    data([9, '6 GB'], [4, '3.1 GB'], [0.1, '400 MB']), '/run-out',
  ],
  'two-counts': [
    { name: 'Trip', plan: '10 GB', until: '2026-12-02' },
    data([9, '9 GB'], [8.9, '8.8 GB', { source: 'phone' }], [5, '6.4 GB'], [4.9, '6.6 GB', { source: 'phone' }], [1, '5.2 GB', { source: 'phone' }]),
  ],
  'extends': [
    { name: 'Trip', plan: '10 GB', until: '2026-12-02' }, USED, '/what-if',
    async (page) => {
      await page.locator('#effect .chip').nth(3).click();
      await page.locator('#days').fill('30');
      await page.locator('#paid').fill('10');
    },
  ],
  'slowed': [
    { name: 'Trip', plan: '10 GB', until: '2026-12-02', price: '25.00 USD', days: 30, start: 'use', from: '2026-11-03' }, USED, '/what-if',
    async (page) => {
      await page.locator('#data').fill('20');
      await page.locator('#gives .chip').nth(2).click();
      await page.locator('#speed').fill('128');
      await page.locator('#days').fill('30');
      await page.locator('#paid').fill('40');
    },
  ],
  'baht': [
    { name: 'AIS', carrier: 'th-ais', currency: 'THB', zone: 'Asia/Bangkok', plan: '30 GB', price: '1199.00 THB', days: 30, start: 'use', from: '2026-11-03' },
    data([15, '29 GB'], [9, '21 GB'], [0.3, '12 GB']), '/what-if',
    async (page) => {
      await page.locator('#data').fill('100');
      await page.locator('#days').fill('30');
      await page.locator('#paid').fill('12345.50');
    },
  ],
  'refused-file': [
    { name: 'Trip' }, [], '#/import',
    async (page) => {
      await page.locator('textarea#text').fill(bad({ dial: '**21*13800138000#', sure: 'told', on: '2026-11-01' }));
      await page.locator('[role=alert], .notice').first().waitFor();
    },
  ],
  'confirms': [...PAYING, '/log', reply('Thank you. 3GB has been added to your plan.')],
  'confirms-balance': [...PAYING, '/log', reply('We added 3 GB. You now have 5.2 GB')],
  'confirms-another': [...PAYING, '/log', reply('Your payment of $20 was successful')],
  'confirms-which': [{ ...TRIP }, [...USED, PAID, { ...PAID, at: ago(0.4), topup: { ...PAID.topup, data: '1 GB' } }], '/log', reply('充值成功')],
  'late': [{ ...TRIP }, [...USED, { ...PAID, at: ago(2) }], '/pay'],
  'late-several': [{ ...TRIP }, [...USED, { ...PAID, at: ago(2) }, { ...PAID, at: ago(3), topup: { ...PAID.topup, data: undefined, paid: '10 USD' } }, { ...PAID, at: ago(0.1), topup: { ...PAID.topup, data: '1 GB' } }], '/pay'],
  'underway': [...PAYING, '/log', reply('Your payment of $15 is being processed.')],
  'ways-empty': [{ ...TRIP }, data([9, '3 GB'], [0.2, '0 GB']), '/ways', null, 'America/Los_Angeles'],
  'ways-over': [{ ...TRIP, until: '2026-11-15' }, data([9, '3 GB'], [6, '1 GB']), '/ways', null, 'America/Los_Angeles'],
  'ways-old': [{ ...TRIP, carrier: 'us-att-prepaid' }, USED, '/pay', null, 'America/Los_Angeles'],
  'pay-away': [{ ...TRIP, carrier: 'us-att-prepaid' }, USED, '/pay', null, 'Europe/Paris'],
  'out-away': [{ ...TRIP }, data([9, '3 GB'], [0.2, '0 GB']), '/run-out', null, 'Europe/Paris'],
  'clerk-japan': [{ name: 'b-mobile', carrier: 'jp-bmobile', currency: 'JPY', zone: 'Asia/Tokyo', number: '+819012345678', plan: '5 GB', form: 'sim' }, [], '/clerk'],
  'money-typed': [{ name: 'giffgaff', carrier: 'gb-giffgaff', currency: 'GBP', zone: 'Europe/London', form: 'sim' }, [check(ago(4), { money: '8.20 GBP' })], '/log', async (page) => { await page.locator('.modes button').nth(1).click(); }],
  'scam': [{ ...TRIP }, USED, '/log', reply('Balance 2.1 GB. Your line will be cut, renew at tmo-billpay.xyz')],
  'scam-refused': [{ ...TRIP }, USED, '/log', reply('Your payment failed. Verify your account: https://ultra-pay.top/x')],
  'sharing': [{ ...TRIP }, USED, '/ways', async (page) => {
    const share = page.locator('details', { has: page.locator('.btn') }).last();
    await share.locator('summary').click();
    await share.scrollIntoViewIfNeeded();
  }],
  'hotspot-tips': [{ ...TRIP }, USED, '#/trip', async (page) => {
    const tips = page.locator('details.counter').last();
    await tips.locator('summary').click();
    await tips.scrollIntoViewIfNeeded();
  }],
  'reminders': [{ ...TRIP, keep: 'use 90', keep_from: '2026-10-01', grace: 0 }, USED, '/reminders', async (page) => {
    await page.locator('.chip').nth(2).click();
  }],
  'ways-abroad': [{ name: '移动', carrier: 'cn-mobile', ...yuan, number: '+8613800138000' }, [money(1, '5.00 CNY')], '/ways', null, 'America/New_York'],
  'ways-abroad-us': [{ ...TRIP }, USED, '/ways'],
  'out-unknown': [{ ...TRIP, carrier: 'esim-saily', number: undefined }, data([9, '3 GB'], [0.2, '0 GB']), '/run-out'],
  'pay-travel': [{ ...TRIP, carrier: 'esim-saily', number: undefined }, USED, '/pay'],
  'data-only-none': [{ name: 'Data', form: 'data', plan: '10 GB', until: '2026-12-02' }, USED, '/ways', async (page) => {
    await page.locator('details.counter summary').first().click();
  }],
  'read-ahead': [{ ...TRIP }, USED, '', async (page) => {
    const plot = page.locator('input[type=range]').first();
    await plot.scrollIntoViewIfNeeded();
    const box = await plot.boundingBox();
    await page.mouse.click(box.x + box.width * 0.86, box.y + box.height / 2);
  }],
  'how-to-top-up': [{ ...TRIP, low: '3 GB', needed: '2026-12-01' }, USED],
  'reminders-over': [{ ...TRIP, until: '2026-11-15' }, data([9, '3 GB'], [6, '1 GB']), '/reminders'],
  'out-buckets': [
    { ...TRIP, form: 'sim' },
    [...data([9, '3 GB']), check(ago(2), { data: '0.4 GB', minutes: '42', texts: '12' }), check(ago(0.1), { data: '0 GB', hotspot: '1 GB', money: '3.20 USD' })],
    '/run-out', null, 'America/Los_Angeles',
  ],
  'pay-hotlines': [{ ...TRIP }, USED, '/pay', null, 'America/Los_Angeles'],
  'premium-file': [
    { name: 'Trip' }, [], '#/import',
    async (page) => {
      await page.locator('textarea#text').fill(bad({ call: '1-900-555-0100', sure: 'told', on: '2026-11-01' }));
      await page.locator('[role=alert], .notice').first().waitFor();
    },
  ],
  'premium-typed': [{ ...TRIP }, USED, '/ways', async (page) => {
    await page.locator('details.counter', { has: page.locator('.chips') }).first().locator('summary').click();
    await page.locator('details.counter[open] .btn').first().click();
    await page.locator('#what').fill('1-900-555-0100');
    await page.locator('.bar button').click();
  }],
  'unlogged-rise': [{ name: 'Trip', plan: '10 GB', until: '2026-12-02' }, data([15, '9.0 GB'], [11, '4.6 GB'], [6, '7.1 GB'], [0.3, '5.2 GB'])],
};

let server;
before(async () => { server = await serve(); });
after(async () => { await server.stop(); });

for (const [name, [card, entries, place = '', prepare = null, timezone = 'Asia/Shanghai']] of Object.entries(SITUATIONS)) {
  test(name, { timeout: 120_000 }, async () => {
    const book = bookOf(card, entries);
    await inEveryLook(`${server.url}rescue.html`, async (page, shoot) => {
      await page.evaluate((lines) => {
        for (const [key, line] of Object.entries(lines)) localStorage.setItem(key, line);
      }, book.lines);
      await page.addInitScript(() => { navigator.canShare = () => true; navigator.share = async () => {}; });
      await page.goto(server.url);
      await go(page, place.startsWith('#') ? place : book.card + place);
      await page.locator('main:not([aria-busy])').first().waitFor();
      await prepare?.(page);
      await shoot(name);
    }, { now: NOON, timezone });
  });
}
