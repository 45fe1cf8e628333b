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
 * The lines of a card and its entries: `card` has the fields of its record; each of `entries` is a check,
 * `[when, { bucket: 'what is left' }]`, or the record of an entry without its card, its time as text.
 * Also the card's address. `first` is the number of its first identifier, for one that stands beside another.
 */
export function bookOf(card, entries, first = 1) {
  const lines = {};
  let events = first - 1;
  const put = (object) => {
    events += 1;
    const key = `simgauge:e:${ulid(events)}`;
    lines[key] = sealed(key, JSON.stringify(object));
  };
  const id = ulid(first);
  put({ kind: 'card', card: id, form: 'esim', currency: 'USD', zone: 'America/New_York', low: 'off', base: 1024, ...card });
  for (const entry of entries) {
    const { at, ...fact } = Array.isArray(entry) ? check(...entry) : entry;
    put({ kind: 'entry', entry: ulid(events + 1), card: id, at: Date.parse(at), ...fact });
  }
  return { lines, card: `#/card/${id}` };
}

/** A check that says what is left: `{ data: '2 GB' }`. */
export function check(at, left, more = {}) {
  const said = Object.entries(left).map(([of, amount]) => ({ of, left: amount }));
  return { at, check: { said, source: 'app', ...more } };
}
