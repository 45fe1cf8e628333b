// Reads everything that the app keeps, without the app, and hands it to the person.
// It writes nothing, and a store that cannot be read hides no other.
'use strict';

const PREFIX = 'simgauge:';
/** What is kept for ever; the rest is the language, the theme and forms that were not sent off. */
const RECORDS = 'simgauge:e:';
const DATABASE = 'simgauge';

const element = (id) => document.getElementById(id);

/** The kept lines of localStorage, by key. */
function linesOf(storage) {
  const lines = {};
  for (let at = 0; at < storage.length; at += 1) {
    const key = storage.key(at);
    if (key.startsWith(PREFIX)) lines[key] = storage.getItem(key);
  }
  return lines;
}

function answer(request) {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
    request.onblocked = () => failed(new Error('blocked'));
  });
}

/** Every store of the database, with its keys and values, whatever their names. */
async function storesOf(name) {
  const opening = indexedDB.open(name);
  let fresh = false;
  // No such database: do not leave an empty one behind.
  opening.onupgradeneeded = () => { fresh = true; opening.transaction.abort(); };
  let database;
  try {
    database = await answer(opening);
  } catch (problem) {
    if (fresh) return {};
    throw problem;
  }
  const stores = {};
  for (const store of database.objectStoreNames) {
    try {
      const inside = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([answer(inside.getAllKeys()), answer(inside.getAll())]);
      stores[store] = keys.map((key, at) => ({ key, value: values[at] }));
    } catch (problem) {
      stores[store] = { unread: String(problem) };
    }
  }
  database.close();
  return stores;
}

async function everything() {
  const all = { app: 'simgauge', kind: 'rescue', localStorage: {}, indexedDB: {}, problems: [] };
  try {
    all.localStorage = linesOf(window.localStorage);
  } catch (problem) {
    all.problems.push(`localStorage: ${problem}`);
  }
  try {
    all.indexedDB = await storesOf(DATABASE);
  } catch (problem) {
    all.problems.push(`IndexedDB: ${problem}`);
  }
  return all;
}

function say(count, stored, problems) {
  const lines = [
    `找到 ${count} 条记录（另一处存有 ${stored} 条）。`,
    `找到 ${count} 筆紀錄（另一處存有 ${stored} 筆）。`,
    `Records found: ${count} (in the second store: ${stored}).`,
  ];
  element('found').textContent = lines.concat(problems).join('\n');
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = element('text');
    field.closest('details').open = true;
    field.focus();
    field.select();
    return document.execCommand('copy');
  }
}

async function start() {
  const all = await everything();
  const text = JSON.stringify(all, null, 1);
  const stored = Object.values(all.indexedDB)
    .reduce((sum, rows) => sum + (Array.isArray(rows) ? rows.length : 0), 0);
  say(Object.keys(all.localStorage).filter((key) => key.startsWith(RECORDS)).length, stored, all.problems);
  element('text').value = text;

  element('download').disabled = false;
  element('download').addEventListener('click', () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = `simgauge-rescue-${new Date().toISOString().slice(0, 10)}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60e3);
  });

  element('copy').disabled = false;
  element('copy').addEventListener('click', async () => {
    element('said').textContent = (await copied(text))
      ? '已复制 · 已複製 · Copied'
      : '无法复制，请手动选取下面的文字 · 無法複製，請手動選取下方文字 · Could not copy: select the text below';
  });
}

start();
