// Appearance, text size, and whether letters are keys: this device's own choice, read by /theme.js before the first paint.

export const themes = ['auto', 'light', 'dark'] as const;
export const sizes = ['s', 'm', 'l', 'xl'] as const;

export interface Display {
  theme: (typeof themes)[number];
  size: (typeof sizes)[number];
  /** Whether single letters choose options and flag. */
  letters: boolean;
}

/** Shared with public/theme.js. */
const NAME = 'zhuren-display';

export function readDisplay(): Display {
  const { theme, size, letters } = document.documentElement.dataset;
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    size: size === 's' || size === 'l' || size === 'xl' ? size : 'm',
    letters: letters !== 'off',
  };
}

/** Applies a choice at once and keeps it, where the browser keeps anything. */
export function writeDisplay({ theme, size, letters }: Display): void {
  const { dataset } = document.documentElement;
  if (theme === 'auto') delete dataset.theme;
  else dataset.theme = theme;
  if (size === 'm') delete dataset.size;
  else dataset.size = size;
  if (letters) delete dataset.letters;
  else dataset.letters = 'off';
  try {
    localStorage.setItem(NAME, JSON.stringify({ theme, size, letters }));
  } catch {
    // A private window keeps nothing; the page itself has changed all the same.
  }
}
