// The service worker: keeps one version of the page whole, and answers from it.
//
// It never touches localStorage or IndexedDB, never takes over unasked, and never answers a
// request for a missing file with a page. The build fills in the version and the list.
'use strict';

const VERSION = '';
const ASSETS = {};

const PREFIX = 'simgauge-app-';
const CACHE = PREFIX + VERSION;
const SCOPE = self.registration.scope;
const PAGE = 'index.html';

self.addEventListener('install', (event) => event.waitUntil(keepAll()));

self.addEventListener('message', (event) => {
  // The only way past another tab's version: the person agreed.
  if (event.data === 'skip-waiting') self.skipWaiting();
  if (event.data === 'started') event.waitUntil(dropUnused());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(SCOPE)) return;
  const name = nameOf(request.url);
  if (request.mode === 'navigate') event.respondWith(navigate(request, name));
  else if (Object.hasOwn(ASSETS, name)) event.respondWith(kept(request, name));
  else event.respondWith(older(request));
});

/** The file that a URL means, relative to our folder, without its query. */
function nameOf(url) {
  const { origin, pathname } = new URL(url);
  return (origin + pathname).slice(SCOPE.length) || PAGE;
}

/** All or nothing: one file that is missing or differs, and this version is not installed. */
async function keepAll() {
  const answers = await Promise.all(Object.entries(ASSETS).map(async ([name, integrity]) => {
    const url = new URL(name, SCOPE);
    const answer = await fetch(new Request(url, { integrity, cache: 'no-cache', credentials: 'same-origin' }));
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    // Read to the end, so that a broken connection shows before anything is kept. A redirected
    // answer may not serve a navigation, so only its bytes are kept.
    const body = await answer.arrayBuffer();
    const headers = new Headers(answer.headers);
    // They speak of the bytes as sent, not as read.
    for (const header of ['content-encoding', 'content-length']) headers.delete(header);
    return [url, new Response(body, { headers })];
  }));
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(answers.map(([url, answer]) => cache.put(url, answer)));
  } catch (problem) {
    await caches.delete(CACHE);
    throw problem;
  }
}

async function kept(request, name) {
  const cache = await caches.open(CACHE);
  return (await cache.match(new URL(name, SCOPE))) || fetch(request);
}

/** A page of ours from the cache; any other address from the network, else to our front page. */
async function navigate(request, name) {
  if (Object.hasOwn(ASSETS, name)) return kept(request, name);
  try {
    return await fetch(request);
  } catch {
    return Response.redirect(SCOPE);
  }
}

/** A file of another version, which a tab that was not reloaded may still ask for. */
async function older(request) {
  return (await caches.match(request)) || fetch(request);
}

/** Removes other versions' files once every open tab says that it is of this version. */
async function dropUnused() {
  // A version that waits, or is just being fetched, is not for us to judge.
  if (self.registration.waiting || self.registration.installing) return;
  const names = await caches.keys();
  const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const pages = tabs.filter((tab) => nameOf(tab.url) !== 'rescue.html');
  const versions = await Promise.all(pages.map(versionOf));
  if (versions.some((version) => version !== VERSION)) return;
  await Promise.all(names
    .filter((name) => name.startsWith(PREFIX) && name !== CACHE)
    .map((name) => caches.delete(name)));
}

/** What a tab answers; a tab that is frozen or starting says nothing, and counts as another version. */
function versionOf(tab) {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event) => done(event.data);
    setTimeout(() => done(null), 2000);
    tab.postMessage('which-version', [port2]);
  });
}
