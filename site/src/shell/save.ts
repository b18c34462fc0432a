// Handing somebody a text as a file: it is made in the browser and goes nowhere else.

/** Saves a text under a name, as the browser saves a download. */
export function saveFile(name: string, text: string, type: 'text/csv' | 'application/json'): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
