// A part that is fetched when it is drawn first. Without a network that is said, and tried again.
import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ApiProblem } from '../../../api/client.ts';
import { Trouble, Waiting } from '../parts.tsx';

/** `load` imports the part. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): (props: P) => JSX.Element {
  let known: ComponentType<P> | undefined;
  return function Later(props: P) {
    const [, draw] = useState(0);
    const [failed, setFailed] = useState(false);
    const fetchPart = () => {
      setFailed(false);
      load().then(
        (part) => {
          known = part;
          draw((n) => n + 1);
        },
        () => setFailed(true),
      );
    };
    useEffect(() => {
      if (known === undefined) fetchPart();
    }, []);
    if (known !== undefined) {
      const Part = known;
      return <Part {...props} />;
    }
    return failed ? <Trouble problem={new ApiProblem('offline')} onRetry={fetchPart} /> : <Waiting />;
  };
}
