// What a flow imports.

export { DIST, serve } from './server.mjs';
export {
  appShown, ARGS, assertNoSidewaysScroll, dropProfile, installabilityErrors, keptOffline, NAMES, newProfile, open,
  SCREENS,
} from './browser.mjs';
export { assertAccessible } from './axe.mjs';
export { bookOf, check } from './book.mjs';
export { everyScreen } from './screens.mjs';
export { seeded } from './seeded.mjs';
export { inEveryLook, LANGUAGES, shoot } from './shots.mjs';
export {
  addCard, before, button, cardAddress, chooseCarrier, downloaded, field, go, heading, link, logLeft, NOON, plant, records,
  recordsOnDisk, save, saved, says, seed, topUp, WORDS,
} from './person.mjs';
export {
  bothHold, emptyDatabase, everything, fill, keyOf, NO_DATABASE, NO_LOCAL, objectOf, sealed,
} from './stores.mjs';
