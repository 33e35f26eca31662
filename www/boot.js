// Starts the app. A file of its own because the content-security policy allows no inline script.
const { js, wasm, offline } = document.querySelector('script[data-js]').dataset;
const resolve = (path) => new URL(path, document.baseURI).href;
try {
  const app = await import(resolve(js));
  await app.default({ module_or_path: resolve(wasm) });
  await app.start();
} catch (error) {
  const line = document.createElement('p');
  line.setAttribute('role', 'alert');
  line.textContent = `Sodachi could not start: ${error}. Reload the page, or use a current browser. / ` +
    'Sodachi を起動できませんでした。再読み込みするか、新しいブラウザをお使いください。';
  document.getElementById('app').append(line);
  throw error;
}
// A published build says what keeps its files for times without a network. Where the browser has no place for
// them (an insecure address, a sandboxed frame, a private window) the app goes on without.
if (offline) setTimeout(keep, 2000);
async function keep() {
  try {
    await navigator.serviceWorker.register(resolve(offline), { updateViaCache: 'none' });
    await navigator.serviceWorker.ready;
    document.documentElement.dataset.offline = 'ready';
  } catch {
    document.documentElement.dataset.offline = 'never';
  }
}
