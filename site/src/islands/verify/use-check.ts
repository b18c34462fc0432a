// A paper's code, checked: with the keys kept here first, with fresh ones when that does not settle it; and what the server says of the number.
import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../../../../functions/contract/index.ts';
import { type Training, useTraining } from '../training/training.tsx';
import type { Checked } from './check.ts';
import { freshKeys, keptKeys } from './keys.ts';

export type Outcome = { state: 'checking' } | { state: 'no-keys' } | Checked;

export type Listed =
  | { state: 'asking' | 'offline' | 'unlisted' }
  | { state: 'listed'; completion: Answer<'verifyCompletion'> };

/** Whether the text of a paper's code is genuine. */
export function useCheck(jws: string): { outcome: Outcome; again(): void } {
  const training = useTraining();
  const [outcome, setOutcome] = useState<Outcome>({ state: 'checking' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isLeft = false;
    setOutcome({ state: 'checking' });
    checked(training, jws).then(
      (found) => isLeft || setOutcome(found),
      // The module that checks could not be loaded.
      () => isLeft || setOutcome({ state: 'no-keys' }),
    );
    return () => {
      isLeft = true;
    };
  }, [jws, round]);
  return { outcome, again: () => setRound((n) => n + 1) };
}

async function checked(training: Training, jws: string): Promise<Outcome> {
  const { check } = await import('./check.ts');
  const kept = await keptKeys();
  const first = kept === undefined ? undefined : await check(jws, kept);
  if (first !== undefined && first.state !== 'unknown-key') return first;
  const fresh = await freshKeys(training).catch(() => undefined);
  if (fresh === undefined) return first ?? { state: 'no-keys' };
  const found = await check(jws, fresh);
  // The server publishes every key it has ever signed with: what it does not know was not issued here.
  return found.state === 'unknown-key' ? { state: 'forged' } : found;
}

/** What the server says of a number now: valid, revoked, replaced, unknown. */
export function useListed(number: string): Listed {
  const { call } = useTraining();
  const [listed, setListed] = useState<Listed>({ state: 'asking' });
  useEffect(() => {
    let isLeft = false;
    setListed({ state: 'asking' });
    call('verifyCompletion', { params: { number } }).then(
      (completion) => isLeft || setListed({ state: 'listed', completion }),
      ({ code }) =>
        isLeft || setListed({ state: code === 'not_found' || code === 'invalid_input' ? 'unlisted' : 'offline' }),
    );
    return () => {
      isLeft = true;
    };
  }, [number]);
  return listed;
}
