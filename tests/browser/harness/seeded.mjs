// A book for all tests of a file: the app is used for sixteen days once, before the first of them.

import { after, before } from 'node:test';
import { seed } from './person.mjs';
import { serve } from './server.mjs';

/** Serves the app to the tests of this block; what is returned has `url` and `book` once they run. */
export function seeded() {
  const place = { url: null, book: null };
  let server;
  before(async () => {
    server = await serve();
    place.url = server.url;
    place.book = await seed(server.url);
  });
  after(async () => { await server.stop(); });
  return place;
}
