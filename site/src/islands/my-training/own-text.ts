// One's own coming and going at a session, in a sentence. Pure.
import type { TrainingWords } from '../../words/zh-training.ts';
import { clockText } from '../me/moment.ts';
import type { Mine } from '../training/doors.ts';

type Session = Mine['sessions'][number];

/** '' for who was away with leave: the leave says it. */
export function ownText(
  { state, in: from, out }: NonNullable<Session['own']>,
  excuse: NonNullable<Session['excuse']>['state'] | undefined,
  { mine }: Pick<TrainingWords, 'mine'>,
): string {
  const [came, went] = [from, out].map((at) => (at === undefined ? '' : clockText(at)));
  if (state === 'absent') return excuse === 'granted' ? '' : mine.own.absent;
  return mine.own[state](came ?? '', went ?? '');
}
