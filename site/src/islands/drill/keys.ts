// The keyboard of the answering page: A–E choose, Enter submits or goes on, arrows turn, F flags.
import { usePageKeys } from '../../shell/keys.ts';

interface Actions {
  pick(letter: string): void;
  forward(): void;
  turn(by: 1 | -1): void;
  flag(): void;
}

export function useKeys(isOn: boolean, actions: Actions): void {
  usePageKeys(isOn, ({ key, isOnControl }) => {
    if (/^[A-E]$/.test(key)) actions.pick(key);
    else if (key === 'Enter' && !isOnControl) actions.forward();
    else if (key === 'ArrowRight') actions.turn(1);
    else if (key === 'ArrowLeft') actions.turn(-1);
    else if (key === 'F') actions.flag();
    else return false;
    return true;
  });
}
