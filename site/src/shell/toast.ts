// A short word at the bottom of the page, read out by screen readers. It goes by itself; one that offers something to do stays until it is closed.

export interface Offer {
  label: string;
  run: () => void;
}

const SHOWN_MS = 6000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** A `toast` whose close button is called `close`. */
export function toaster(close: string): (text: string, offer?: Offer) => void {
  return (text, offer) => {
    const place = document.getElementById('toast');
    if (place === null) return;
    const box = document.createElement('div');
    box.className = 'toast';
    box.append(text);
    const clear = () => place.replaceChildren();
    if (offer !== undefined) {
      box.append(
        button(offer.label, () => {
          clear();
          offer.run();
        }),
      );
      box.append(button('✕', clear, close));
    }
    place.replaceChildren(box);
    clearTimeout(timer);
    // Nobody should have to hurry to undo something.
    if (offer === undefined) timer = setTimeout(clear, SHOWN_MS);
  };
}

function button(text: string, press: () => void, label?: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'link';
  made.textContent = text;
  if (label !== undefined) made.ariaLabel = label;
  made.addEventListener('click', press);
  return made;
}
