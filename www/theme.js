// Light or dark, and the language, before anything is painted, so that nothing flashes. Not a module, which
// would come too late. crates/app/src/shell/theme.rs does the same once the app is there.
(() => {
  const stored = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // A profile that stores nothing has what the system has.
    }
  };
  const theme = stored('theme');
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  const root = document.documentElement;
  root.dataset.theme = dark ? 'dark' : 'light';
  root.lang = /^ja/i.test(stored('language') ?? navigator.language) ? 'ja' : 'en';
})();
