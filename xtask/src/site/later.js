// Fetches the later part of the program and joins it to the first: it takes that part's memory,
// table and functions as its imports, and its own functions go to their places in the table.
// The build puts this where wasm-bindgen's glue would import the loader, so `wasm` is the glue's.
let later;
async function fetchLater() {
  const answer = await fetch(new URL('./later.wasm', import.meta.url));
  if (!answer.ok) throw new Error(`${answer.status}`);
  const imports = { __wasm_split: wasm };
  // A host may not know the type of the file; then it cannot be compiled while it arrives.
  if (answer.headers.get('Content-Type') === 'application/wasm') {
    return WebAssembly.instantiateStreaming(answer, imports);
  }
  return WebAssembly.instantiate(await answer.arrayBuffer(), imports);
}
const import1 = {
  async __wasm_split_load_later(callback, data) {
    let came = false;
    try {
      later ??= fetchLater();
      await later;
      came = true;
    } catch {
      // No network: the page says so and offers to try again.
      later = undefined;
    }
    wasm.__indirect_function_table.get(callback)(data, came);
  },
};
