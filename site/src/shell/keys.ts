// The keyboard of pages that are worked by single keys: which presses are meant for the page, and which belong to what has the focus.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { readDisplay } from './display.ts';

/** A key by name, letters in upper case, and where it was pressed. */
export interface Pressed {
  key: string;
  /** Whether Enter there presses something else. */
  isOnControl: boolean;
}

/** Runs `act` while `isOn`; never for keys typed into a field or dialog, or held with a modifier. What `act` answers tells whether the key was used. */
export function usePageKeys(isOn: boolean, act: (pressed: Pressed) => boolean): void {
  const latest = useRef(act);
  latest.current = act;
  // Before the next key can be pressed, so that none is lost between a dialog and the page.
  useLayoutEffect(() => {
    if (!isOn) return undefined;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
      const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
      // Letters alone can be switched off, for those whose speech input or hands press them unasked (WCAG 2.1.4).
      if (/^[A-Z0-9?]$/.test(key) && !readDisplay().letters) return;
      if (latest.current({ key, isOnControl: isControl(event.target) })) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [isOn]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, dialog') !== null;
}

/** Enter on a link or button presses it; it must not turn the page as well. On an option that is picked already there is nothing left to press. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, button:not(.option[aria-pressed="true"])') !== null;
}
