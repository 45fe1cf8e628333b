// Starts what must work even when the app does not: the way to the rescue page, and the service
// worker. Once the gauge is drawn it has the style of the forms fetched. It draws nothing of the app,
// and touches nothing that is kept.
//
// For the app, on window:
//   hears    `simgauge-update-ready`   a new version waits (also: <html data-update="ready">)
//   says     `simgauge-apply-update`   the person agreed; the page reloads when it has taken over
//   hears    `simgauge-offline-ready`  everything is kept (also: <html data-offline="ready">)
'use strict';
(() => {
  const root = document.documentElement;
  let started = false;
  let left = false;

  // A trap leaves the module dead while its callbacks still enter it: leave the page.
  function rescue() {
    if (left) return;
    left = true;
    location.replace('./rescue.html');
  }

  // A browser that cannot run it will never; a file that did not come may come the next time.
  function notStarted(able) {
    if (started || left) return;
    const show = () => { document.getElementById(able ? 'not-fetched' : 'not-started').hidden = false; };
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', show); else show();
  }

  function failed(reason) {
    if (typeof WebAssembly !== 'object') notStarted(false);
    else if (reason instanceof WebAssembly.RuntimeError) rescue();
    // An exception that went through the wasm left its borrows and its callbacks behind.
    else if (reason instanceof Error && /wasm-function|\.wasm/.test(reason.stack || '') && started) rescue();
    else notStarted(!(reason instanceof WebAssembly.CompileError || reason instanceof WebAssembly.LinkError));
  }

  // The forms come behind the first look, and so does their style; if not now, then as the next place is opened.
  function style() {
    const forms = document.createElement('link');
    forms.rel = 'stylesheet';
    forms.href = document.querySelector('meta[name=forms]').content;
    forms.onerror = () => addEventListener('hashchange', style, { once: true });
    document.head.append(forms);
  }
  addEventListener('TrunkApplicationStarted', () => {
    started = true;
    style();
  });
  // With capture, since a script that did not load tells nobody but itself.
  addEventListener('error', (event) => {
    if (event instanceof ErrorEvent) failed(event.error);
    else if (event.target && event.target.tagName === 'SCRIPT') notStarted(true);
  }, true);
  addEventListener('unhandledrejection', (event) => failed(event.reason));
  if (typeof WebAssembly !== 'object') notStarted(false);

  if (!('serviceWorker' in navigator) || location.protocol === 'file:') return;

  const workers = navigator.serviceWorker;
  const version = document.querySelector('meta[name=version]').content;
  const policy = window.trustedTypes
    ? trustedTypes.createPolicy('app-sw', {
      createScriptURL: (url) => { if (url === './sw.js') return url; throw new TypeError(url); },
    })
    : { createScriptURL: (url) => url };

  function tell(name) {
    root.dataset[name] = 'ready';
    dispatchEvent(new CustomEvent(`simgauge-${name}-ready`));
  }

  // The worker asks which version this tab is, and keeps that version's files until none is.
  workers.addEventListener('message', (event) => {
    if (event.data === 'which-version' && event.ports[0]) event.ports[0].postMessage(version);
  });
  workers.startMessages();

  async function register() {
    const registration = await workers.register(policy.createScriptURL('./sw.js'), {
      scope: './',
      updateViaCache: 'none',
    });
    const look = () => {
      if (registration.waiting && registration.active) tell('update');
    };
    look();
    registration.addEventListener('updatefound', () => {
      const coming = registration.installing;
      if (coming) coming.addEventListener('statechange', look);
    });

    addEventListener('simgauge-apply-update', () => {
      if (!registration.waiting) {
        // The person agreed in another tab before: it has taken over, and only this page is old.
        location.reload();
        return;
      }
      workers.addEventListener('controllerchange', () => location.reload(), { once: true });
      registration.waiting.postMessage('skip-waiting');
    });

    let asked = Date.now();
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState !== 'visible' || Date.now() - asked < 3600e3) return;
      asked = Date.now();
      registration.update().catch(() => { /* no network: the next time will do */ });
    });

    const ready = await workers.ready;
    if (ready.active) ready.active.postMessage('started');
    tell('offline');
  }

  // A page without its worker works; it is only not kept for offline use.
  addEventListener('load', () => { register().catch(() => { root.dataset.offline = 'refused'; }); });
})();
