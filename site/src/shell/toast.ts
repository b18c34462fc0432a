// A short word at the bottom of the page, read out by screen readers, gone by itself.

const SHOWN_MS = 6000;
let timer: ReturnType<typeof setTimeout> | undefined;

export function toast(text: string, action?: { label: string; run: () => void }): void {
  const place = document.getElementById('toast');
  if (place === null) return;
  const box = document.createElement('div');
  box.className = 'toast';
  box.append(text);
  if (action !== undefined) box.append(buttonFor(action, place));
  place.replaceChildren(box);
  clearTimeout(timer);
  // Something to do stays until it is done or replaced: nobody should have to hurry.
  if (action === undefined) timer = setTimeout(() => place.replaceChildren(), SHOWN_MS);
}

function buttonFor(action: { label: string; run: () => void }, place: HTMLElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link';
  button.textContent = action.label;
  button.addEventListener('click', () => {
    place.replaceChildren();
    action.run();
  });
  return button;
}
