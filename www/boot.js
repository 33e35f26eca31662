// Starts the app. A file of its own because the content-security policy allows no inline script.
const { js, wasm, offline } = document.querySelector('script[data-js]').dataset;
const areaStyles = document.querySelector('meta[name=area-styles]')?.content;
const resolve = (path) => new URL(path, document.baseURI).href;
try {
  const app = await import(resolve(js));
  // Where the build is split, the texts of the language (theme.js says which) travel beside the module.
  globalThis.sodachiParts?.begin(`texts-${document.documentElement.lang}`);
  if (areaStyles) globalThis.sodachiParts = withStyles(globalThis.sodachiParts, resolve(areaStyles));
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
// The parts of the module, and the style sheet of the areas as one more part.
function withStyles(parts, href) {
  let here = false;
  let coming = null;
  const sheet = () => new Promise((done, failed) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
    link.onload = () => {
      here = true;
      done();
    };
    link.onerror = () => {
      link.remove();
      coming = null;
      failed(new Error(href));
    };
    document.head.append(link);
  });
  return {
    here: (name) => (name === 'area-styles' ? here : parts?.here(name) ?? true),
    load: (name) => (name === 'area-styles' ? coming ??= sheet() : parts?.load(name) ?? Promise.resolve()),
  };
}
// A published build says what keeps its files for times without a network. Where the browser has no place for
// them (an insecure address, a sandboxed frame, a private window) the app goes on without.
if (offline) setTimeout(keep, 2000);
async function keep() {
  try {
    await navigator.serviceWorker.register(resolve(offline), { updateViaCache: 'none' });
    await navigator.serviceWorker.ready;
    // The parts of the program that are not loaded yet are made ready, so that they are there without a network.
    new BroadcastChannel('sodachi-kept').postMessage('kept');
    document.documentElement.dataset.offline = 'ready';
  } catch {
    document.documentElement.dataset.offline = 'never';
  }
}
