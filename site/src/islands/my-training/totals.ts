// What one's certificates sum up to. Pure.
import type { Answer } from '../../../../functions/contract/index.ts';

export type Own = Answer<'listMyCompletions'>['completions'][number];

/** Hours (学时) on the certificates that are valid, each by its own course's minutes an hour; two decimals at most. */
export function totalText(completions: readonly Own[]): string {
  const valid = completions.filter(({ status }) => status === 'valid');
  const hours = valid.reduce((sum, { minutes, minutesPerHour }) => sum + minutes / minutesPerHour, 0);
  return String(Math.round(hours * 100) / 100);
}
