// The published keys: from the network when there is one, kept for when there is none. One key is enough to check all that it signed.
import { keepAnswer, keptAnswer } from '../training/kept.ts';
import type { Training } from '../training/training.tsx';
import type { Keys } from './check.ts';

const NAME = 'completion-keys';

/** The keys kept on this device, if any. */
export async function keptKeys(): Promise<Keys | undefined> {
  return (await keptAnswer<{ keys: Keys }>(NAME))?.answer.keys;
}

/** The keys as the server has them now; kept from now on. Throws ApiProblem. */
export async function freshKeys({ call, now }: Pick<Training, 'call' | 'now'>): Promise<Keys> {
  const answer = await call('listCompletionKeys', {});
  await keepAnswer(NAME, answer, now());
  return answer.keys;
}
