// The state of the form that corrects one's record: what was typed stays whatever happens, a fault goes when its field is changed.
import { useState } from 'preact/hooks';
import { dayOf } from '../../../../functions/domain/time.ts';
import type { ApiProblem, Call } from '../../api/client.ts';
import { useShell } from '../../shell/shell.tsx';
import { type Correction, changesIn, type Faults, faultsIn, faultsOf, startOf } from './correction.ts';
import type { Own } from './own.ts';
import { useProfileWords } from './use-words.ts';

interface Wanted {
  own: Own;
  call: Call;
  /** Reads the record again; resolves when it is there. */
  onChanged: () => Promise<void>;
  onDone: () => void;
}

export function useCorrection({ own, call, onChanged, onDone }: Wanted) {
  const { now } = useShell();
  const t = useProfileWords();
  const [value, setValue] = useState(() => startOf(own));
  const [faults, setFaults] = useState<Faults>({});
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | 'same' | undefined>();
  const set = (change: Partial<Correction>) => {
    setValue((old) => ({ ...old, ...change }));
    setFaults((old) => Object.fromEntries(Object.entries(old).filter(([field]) => !(field in change))));
  };
  const send = async () => {
    const found = faultsIn(value, t, dayOf(now()));
    setFaults(found);
    setProblem(undefined);
    if (isBusy || Object.keys(found).length > 0) return;
    const changes = changesIn(own, value);
    if (changes === undefined) return setProblem('same');
    setBusy(true);
    try {
      await call('changeSelf', { params: { person: own.id }, body: { version: own.version, ...changes } });
      await onChanged();
      onDone();
    } catch (error) {
      // The client throws nothing but problems.
      setProblem(error as ApiProblem);
      setFaults(faultsOf((error as ApiProblem).errors, t));
      setBusy(false);
    }
  };
  const reload = async () => {
    await onChanged();
    setProblem(undefined);
  };
  return { form: { value, faults: faults as Readonly<Record<string, string>>, set }, isBusy, problem, send, reload };
}
