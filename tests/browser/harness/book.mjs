// A book written as records: what nobody would type in by hand.

import { sealed } from './stores.mjs';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The `n`th identifier; they are in order. */
export function ulid(n) {
  let text = '';
  for (let rest = n, digit = 0; digit < 8; digit += 1) {
    text = ALPHABET[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return `01K9B0000000000000${text}`;
}

/**
 * The lines of a card and its checks: `card` has the fields of its record; each of `checks` is
 * `[when, { bucket: 'what is left' }]`. Also the card's address.
 */
export function bookOf(card, checks) {
  const lines = {};
  let events = 0;
  const put = (object) => {
    events += 1;
    const key = `simgauge:e:${ulid(events)}`;
    lines[key] = sealed(key, JSON.stringify(object));
  };
  const id = ulid(1);
  put({ kind: 'card', card: id, form: 'esim', currency: 'USD', zone: 'America/New_York', low: 'off', base: 1024, ...card });
  for (const [when, left] of checks) {
    const said = Object.entries(left).map(([of, amount]) => ({ of, left: amount }));
    put({ kind: 'entry', entry: ulid(events + 1), card: id, at: Date.parse(when), check: { said, source: 'app' } });
  }
  return { lines, card: `#/card/${id}` };
}
