// The two stores from outside: lines that prove themselves, what each holds, and stores that fail.

/** CRC-32 as the records have it. */
export function crc(text) {
  let sum = 0xffffffff;
  for (const byte of Buffer.from(text, 'utf8')) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (~sum >>> 0).toString(16).toUpperCase().padStart(8, '0');
}

/** The line of an object under the key of that event. */
export function sealed(key, object, format = 1) {
  return `${format} ${crc(`${format} ${key.replace('simgauge:e:', '')} ${object}`)} ${object}`;
}

/** The object in a line. */
export const objectOf = (line) => line.slice(line.indexOf('{'));

/** The `n`th key of a long history. */
export function keyOf(n) {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  let text = '';
  for (let rest = n, digit = 0; digit < 8; digit += 1) {
    text = alphabet[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return `simgauge:e:01K9A0000000000000${text}`;
}

/** Puts lines into both stores, from a page of the same origin without the app. */
export async function fill(page, url, lines) {
  await page.goto(`${url}rescue.html`);
  await page.evaluate(async (all) => {
    for (const [key, line] of Object.entries(all)) localStorage.setItem(key, line);
    const opening = indexedDB.open('simgauge', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('events');
    await new Promise((done) => { opening.onsuccess = done; });
    const writing = opening.result.transaction('events', 'readwrite');
    for (const [key, line] of Object.entries(all)) writing.objectStore('events').put(line, key);
    await new Promise((done) => { writing.oncomplete = done; });
    opening.result.close();
  }, lines);
}

/** Empties the database as a browser does that clears one of the two. */
export async function emptyDatabase(page) {
  await page.evaluate(async () => {
    const opening = indexedDB.open('simgauge', 1);
    await new Promise((done) => { opening.onsuccess = done; });
    const writing = opening.result.transaction('events', 'readwrite');
    writing.objectStore('events').clear();
    await new Promise((done) => { writing.oncomplete = done; });
    opening.result.close();
  });
}

/** Everything that either store holds, as one text. */
export async function everything(page) {
  return page.evaluate(async () => {
    const opening = indexedDB.open('simgauge', 1);
    await new Promise((done) => { opening.onsuccess = done; });
    const store = opening.result.transaction('events').objectStore('events');
    const ask = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
    const rows = await Promise.all([ask(store.getAllKeys()), ask(store.getAll())]);
    opening.result.close();
    return JSON.stringify([{ ...localStorage }, rows]);
  });
}

/** Waits until both stores hold so many records. */
export async function bothHold(page, count) {
  await page.waitForFunction(async (wanted) => {
    const ours = (key) => String(key).startsWith('simgauge:e:');
    if (Object.keys(localStorage).filter(ours).length !== wanted) return false;
    const opening = indexedDB.open('simgauge', 1);
    await new Promise((done) => { opening.onsuccess = done; });
    const asked = opening.result.transaction('events').objectStore('events').getAllKeys();
    await new Promise((done) => { asked.onsuccess = done; });
    opening.result.close();
    return asked.result.filter(ours).length === wanted;
  }, count);
}

export const NO_LOCAL = () => {
  Object.defineProperty(window, 'localStorage', {
    get() { throw new DOMException('The operation is insecure.', 'SecurityError'); },
  });
};
export const NO_DATABASE = () => { Object.defineProperty(window, 'indexedDB', { value: undefined }); };
