// A province's month from the server, or the last one that was kept when there is no network.
import type { Answer } from '../../../../functions/contract/index.ts';
import type { Instant } from '../../../../functions/domain/time.ts';
import { keepAnswer, keptAnswer } from '../training/kept.ts';
import { useTraining } from '../training/training.tsx';
import { useLoad } from '../training/use-load.ts';

export interface Shown {
  answer: Answer<'listSchedule'>;
  /** When it was kept; missing for what has just come. */
  keptAt?: Instant;
}

export function useSchedule(province: string, month: string) {
  const { call, now } = useTraining();
  const name = `schedule/${province}/${month}`;
  return useLoad<Shown>(name, async () => {
    try {
      const answer = await call('listSchedule', { query: { province, month } });
      void keepAnswer(name, answer, now());
      return { answer };
    } catch (problem) {
      const kept = await keptAnswer<Answer<'listSchedule'>>(name);
      if (kept === undefined) throw problem;
      return { answer: kept.answer, keptAt: kept.at };
    }
  });
}
