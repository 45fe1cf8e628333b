// A static server that a test can stop, start again on the same port, and point at another dist/.
// It serves what is on disk and counts what was asked for; it knows nothing of the app.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The dist/ that the build left, or the one that `SIM_GAUGE_DIST` names. */
export const DIST = process.env.SIM_GAUGE_DIST
  ?? fileURLToPath(new URL('../../../dist', import.meta.url));

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/**
 * Serves `folder` on loopback below `below` (begins and ends with a slash).
 *
 * Returns `{ url, requests, stop(), start(), show(folder), breakOn(name) }`. `stop()` answers what was
 * asked before it, and after it nothing listens; `start()` listens on the same port again.
 * `breakOn(name)` cuts the connection whenever that file is asked for, and `breakOn(null)` ends it.
 */
export async function serve({ folder = DIST, below = '/' } = {}) {
  let current = folder;
  let broken = null;
  let port = 0;
  let server = null;
  const requests = [];
  const underway = new Set();

  async function answer(request, response) {
    underway.add(response);
    response.once('close', () => underway.delete(response));
    const { pathname } = new URL(request.url, 'http://localhost');
    requests.push(pathname);
    let name = decodeURIComponent(pathname);
    if (!name.startsWith(below)) { response.writeHead(404).end(); return; }
    name = name.slice(below.length) || 'index.html';
    if (name === broken) { response.destroy(); return; }
    const file = normalize(join(current, name));
    try {
      if (!file.startsWith(normalize(current) + sep)) throw new Error('outside');
      const body = await readFile(file);
      response.writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
      });
      response.end(body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not here\n');
    }
  }

  async function start() {
    server = createServer(answer);
    await new Promise((done, failed) => {
      server.once('error', failed);
      server.listen(port, '127.0.0.1', done);
    });
    port = server.address().port;
  }

  async function stop() {
    if (!server) return;
    const closed = new Promise((done) => server.close(done));
    await new Promise(setImmediate); // what has arrived is read
    await Promise.all([...underway].map((response) => new Promise((done) => response.once('close', done))));
    server.closeAllConnections();
    await closed;
    server = null;
  }

  await start();
  return {
    url: `http://localhost:${port}${below}`,
    requests,
    start,
    stop,
    show(other) { current = other; },
    breakOn(name) { broken = name; },
  };
}
