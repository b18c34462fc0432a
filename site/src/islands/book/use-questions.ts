// The questions a list shows, pack by pack: what can be had is shown, what cannot be had is said.
import { useEffect, useState } from 'preact/hooks';
import type { Question } from '../../../../functions/domain/questions/question.ts';
import type { Bank } from '../../shell/bank.ts';

export interface Questions {
  found: ReadonlyMap<string, Question>;
  state: 'loading' | 'ready' | 'failed';
  retry: () => void;
}

const NONE: ReadonlyMap<string, Question> = new Map();

export function useQuestions(bank: Bank, ids: readonly string[]): Questions {
  const [found, setFound] = useState(NONE);
  const [state, setState] = useState<Questions['state']>('loading');
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const lacking = ids.filter((id) => !found.has(id));
    if (lacking.length === 0) return setState('ready');
    let isLeft = false;
    setState('loading');
    void loadEach(bank, lacking).then(({ questions, isWhole }) => {
      if (isLeft) return;
      setFound((before) => new Map([...before, ...questions]));
      setState(isWhole ? 'ready' : 'failed');
    });
    return () => {
      isLeft = true;
    };
  }, [bank, ids.join(), tries]);
  return { found, state, retry: () => setTries(tries + 1) };
}

async function loadEach(bank: Bank, ids: readonly string[]) {
  // Those of mock papers are here already: a pack that cannot be had does not keep them back.
  const packOf = (id: string) => (bank.isMock(id) ? undefined : bank.placeOf(id)?.chapter.pack);
  const packs = [...new Set(ids.map(packOf))];
  const loads = await Promise.allSettled(packs.map((pack) => bank.load(ids.filter((id) => packOf(id) === pack))));
  const questions = loads.flatMap((load) => (load.status === 'fulfilled' ? [...load.value] : []));
  return { questions, isWhole: loads.every((load) => load.status === 'fulfilled') };
}
