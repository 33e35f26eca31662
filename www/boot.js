// Starts the app. A file of its own because the content-security policy allows no inline script.
const { js, wasm } = document.querySelector('script[data-js]').dataset;
const resolve = (path) => new URL(path, document.baseURI).href;
try {
  const app = await import(resolve(js));
  await app.default({ module_or_path: resolve(wasm) });
} catch (error) {
  const line = document.createElement('p');
  line.setAttribute('role', 'alert');
  line.textContent = `Sodachi could not start: ${error}. Reload the page, or use a current browser. / ` +
    'Sodachi を起動できませんでした。再読み込みするか、新しいブラウザをお使いください。';
  document.getElementById('app').append(line);
  throw error;
}
