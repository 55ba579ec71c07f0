// Runs before anything is drawn: the size and the colours chosen on this phone, else what the phone itself asks for.
(() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const sun = matchMedia('(prefers-contrast: more)');
  const chosen = () => {
    try {
      return JSON.parse(localStorage.getItem('look') ?? '{}') ?? {};
    } catch {
      return {};
    }
  };
  const apply = () => {
    const { size, theme } = chosen();
    root.dataset.size = size ?? 'normal';
    root.dataset.theme = theme ?? (sun.matches ? 'sun' : dark.matches ? 'dark' : 'light');
    const paper = { dark: '#121816', sun: '#FFFFFF' }[root.dataset.theme] ?? '#FBF8F1';
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', paper);
  };
  apply();
  for (const news of [dark, sun]) news.addEventListener?.('change', apply);
  for (const event of ['storage', 'look']) addEventListener(event, apply);
})();
