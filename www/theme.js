// Light or dark before anything is painted, so that nothing flashes. Not a module, which would come too
// late. crates/app/src/shell/theme.rs does the same once the app is there.
(() => {
  let theme = null;
  try {
    theme = localStorage.getItem('theme');
  } catch {
    // A profile that stores nothing has what the system has.
  }
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
