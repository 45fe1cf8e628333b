// What a flow imports.

export { DIST, serve } from './server.mjs';
export {
  appShown, assertNoSidewaysScroll, dropProfile, installabilityErrors, keptOffline, newProfile, open, SCREENS,
} from './browser.mjs';
export { assertAccessible } from './axe.mjs';
export { inEveryLook, LANGUAGES, shoot } from './shots.mjs';
