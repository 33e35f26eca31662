// Keeps the files of this build, so that the page opens without a network. The build puts its name and its
// files in the first two lines; the files' names tell their content, so a page of one build never gets a file of
// another. It asks its own origin only. The page itself (index.html) always comes from the network when there
// is one: a new build is on show at once, and this one stays until no page of it is open.
const BUILD = '';
const FILES = [];

const PAGE = new URL('./', self.location).href;
const OURS = `sodachi ${PAGE} `;
const urls = new Set(FILES.map((file) => new URL(file, PAGE).href));
// A network that does not answer is none.
const PATIENCE_MS = 4000;

self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(settle()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = request.url.split(/[?#]/)[0];
  if (request.method !== 'GET') return;
  if (url === PAGE || url === `${PAGE}index.html`) event.respondWith(page(request));
  else if (url.startsWith(PAGE)) event.respondWith(file(request, url));
});

// All or nothing; the page last, so that a cache that holds it is whole.
async function keep() {
  const name = OURS + BUILD;
  await caches.delete(name);
  const cache = await caches.open(name);
  try {
    await cache.addAll(urls);
    const answer = await fetch(PAGE, { cache: 'no-store' });
    const text = await answer.clone().text();
    if (!answer.ok || !text.includes(BUILD)) throw new Error('the page is of another build');
    await cache.put(PAGE, answer);
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

// No page of an older build is open any more.
async function settle() {
  for (const name of await kept()) if (name !== OURS + BUILD) await caches.delete(name);
  await self.clients.claim();
}

// The caches of this address, the newest last.
async function kept() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS));
}

async function page(request) {
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(), PATIENCE_MS);
  let answer;
  try {
    // Where the host sends the page elsewhere, the browser goes there itself.
    answer = await fetch(request.url, { cache: 'no-cache', signal: stop.signal, redirect: 'manual' });
    if (answer.ok || answer.type === 'opaqueredirect') return answer;
  } catch {
    answer = Response.error();
  } finally {
    clearTimeout(late);
  }
  for (const name of (await kept()).reverse()) {
    const whole = await (await caches.open(name)).match(PAGE);
    if (whole) return whole;
  }
  return answer;
}

// By its name, from whichever build has it, the newest first.
async function file(request, url) {
  for (const name of (await kept()).reverse()) {
    const found = await (await caches.open(name)).match(url);
    if (found) return found;
  }
  return fetch(request);
}
