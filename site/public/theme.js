// Before the first paint: the chosen appearance and text size, so that nothing flashes.
try {
  const root = document.documentElement;
  const { theme, size, letters } = JSON.parse(localStorage.getItem('zhuren-display') || '{}');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  if (size === 's' || size === 'l' || size === 'xl') root.dataset.size = size;
  if (letters === false) root.dataset.letters = 'off';
} catch {}
