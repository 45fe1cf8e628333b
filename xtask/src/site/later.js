// Fetches the parts of the program behind the first and joins them to it: each takes the first
// part's memory, table and functions as its imports, and its own functions go to their places in the
// table. The build puts this where wasm-bindgen's glue would import the loader, so `wasm` is the
// glue's.
async function fetchFile(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const imports = { __wasm_split: wasm };
  // A host may not know the type of the file; then it cannot be compiled while it arrives.
  if (answer.headers.get('Content-Type') === 'application/wasm') {
    return WebAssembly.instantiateStreaming(answer, imports);
  }
  return WebAssembly.instantiate(await answer.arrayBuffer(), imports);
}
// Each file once; one that did not come is fetched again when it is wanted again.
const files = {};
async function come(names) {
  return Promise.all(names.map(([name, url]) => {
    files[name] ??= fetchFile(url).catch((error) => {
      files[name] = undefined;
      throw error;
    });
    return files[name];
  }));
}
// What both later parts need is a file of its own.
const SHARED = ['shared', new URL('./shared.wasm', import.meta.url)];
const part = (...names) => async (callback, data) => {
  // No network: the page says so and offers to try again.
  const came = await come(names).then(() => true, () => false);
  wasm.__indirect_function_table.get(callback)(data, came);
};
const loaders = {
  __wasm_split_load_later: part(SHARED, ['later', new URL('./later.wasm', import.meta.url)]),
  __wasm_split_load_seldom: part(SHARED, ['seldom', new URL('./seldom.wasm', import.meta.url)]),
};
