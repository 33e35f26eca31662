// Parts of the module that are loaded when needed: name, file, and the places of those that come with it.
const PARTS = [];
const loaded = new Set();
const coming = new Map();
// Modules that are compiled and not needed yet.
const ready = new Map();
// What the module imports, for its parts.
let given;
const address = (part) => new URL(PARTS[part][1], import.meta.url).href;

// What a stub calls: returns when the part is there. A request that is waited for is the last resort, since parts are
// loaded before what needs them is called, and since no cache answers it when there is no network.
function parts(imports) {
given = imports;
return { l: now };
}
function now(part) {
for (const other of [...PARTS[part][2], part]) {
if (loaded.has(other)) continue;
if (ready.has(other)) { put(other, ready.get(other)); continue; }
const request = new XMLHttpRequest();
request.open('GET', address(other), false);
// A page that waits gets text only: a character for each byte.
const text = typeof document !== 'undefined';
if (text) request.overrideMimeType('text/plain; charset=x-user-defined');
else request.responseType = 'arraybuffer';
request.send();
if (request.status !== 200) throw new Error(`${PARTS[other][0]}: ${request.status}`);
const bytes = text ? Uint8Array.from(request.response, (c) => c.charCodeAt(0) & 255) : request.response;
put(other, new WebAssembly.Module(bytes));
}
}
function put(part, module) {
if (loaded.has(part)) return;
new WebAssembly.Instance(module, { ...given, m: wasm });
loaded.add(part);
ready.delete(part);
}
async function come(part) {
if (!loaded.has(part)) put(part, await asked(part));
}
function asked(part) {
if (!coming.has(part)) coming.set(part, compiled(part).finally(() => coming.delete(part)));
return coming.get(part);
}
async function compiled(part) {
if (ready.has(part)) return ready.get(part);
const response = await fetch(address(part));
if (!response.ok) throw new Error(`${PARTS[part][0]}: ${response.status}`);
return WebAssembly.compile(await response.arrayBuffer());
}
const places = (name) => PARTS.flatMap((part, place) => (part[0] === name ? [...part[2], place] : []));
globalThis.sodachiParts = {
here: (name) => places(name).every((place) => loaded.has(place)),
load: (name) => Promise.all(places(name).map(come)),
// Before the module itself is there; a failure is told by the load that follows.
begin: (name) => places(name).forEach((part) => asked(part).then((module) => ready.set(part, module), () => {})),
};
// Where the files are kept for times without a network, all parts are made ready from there.
async function makeReady() {
const kept = await globalThis.caches?.keys().catch(() => []);
if (!kept?.some((name) => name.startsWith('sodachi '))) return;
for (const part of PARTS.keys()) {
if (loaded.has(part)) continue;
// One that cannot be had keeps none of the others away.
const module = await asked(part).catch(() => null);
if (module && !loaded.has(part)) ready.set(part, module);
}
}
makeReady();
// The page tells when the files are kept: what began before that, this page and its worker, did not see them.
new BroadcastChannel('sodachi-kept').onmessage = makeReady;
