// Handing somebody a file from a page: a text that was made in the browser and goes nowhere else, or what was read for them.

/** Saves a text under a name, as the browser saves a download. */
export function saveFile(name: string, text: string, type: 'text/csv' | 'application/json'): void {
  saveBlob(name, new Blob([text], { type: `${type};charset=utf-8` }));
}

/** Saves bytes under a name. */
export function saveBlob(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Only when it was taken: at once would be too early for some browsers.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
