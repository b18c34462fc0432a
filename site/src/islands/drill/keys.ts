// The keyboard of the answering page: A–E choose, Enter submits or goes on, arrows turn, F flags.
import { useEffect, useRef } from 'preact/hooks';
import { readDisplay } from '../../shell/display.ts';

interface Actions {
  pick(letter: string): void;
  forward(): void;
  turn(by: 1 | -1): void;
  flag(): void;
}

/** Listens while `isOn`; never to keys typed into a field, held with a modifier, or pressed on a button of their own. */
export function useKeys(isOn: boolean, actions: Actions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    if (!isOn) return undefined;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (act(event, latest.current)) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [isOn]);
}

function act(event: KeyboardEvent, actions: Actions): boolean {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  // Letters alone can be switched off, for those whose speech input or hands press them unasked (WCAG 2.1.4).
  if (/^[A-Z]$/.test(key) && !readDisplay().letters) return false;
  if (/^[A-E]$/.test(key)) actions.pick(key);
  else if (key === 'Enter' && !isControl(event.target)) actions.forward();
  else if (key === 'ArrowRight') actions.turn(1);
  else if (key === 'ArrowLeft') actions.turn(-1);
  else if (key === 'F') actions.flag();
  else return false;
  return true;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, dialog') !== null;
}

/** Enter on a link or button presses it; it must not turn the page as well. On an option that is picked already there is nothing left to press. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, button:not(.option[aria-pressed="true"])') !== null;
}
