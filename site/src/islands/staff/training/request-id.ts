// The id of a wish: sent again after a failure it is the same, so that nothing is done twice; another wish has another.
import { useRef } from 'preact/hooks';
import { useStaff } from '../../../shell/staff.tsx';

/** A function from a body to its id: the same body, as long as it was not done, keeps its id. */
export function useRequestId(): { idOf(body: object): string; done(): void } {
  const { device } = useStaff();
  const last = useRef<{ text: string; id: string } | undefined>(undefined);
  return {
    idOf(body) {
      const text = JSON.stringify(body);
      if (last.current?.text !== text) last.current = { text, id: device.newId() };
      return last.current.id;
    },
    done() {
      last.current = undefined;
    },
  };
}
