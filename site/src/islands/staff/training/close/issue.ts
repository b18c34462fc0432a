// Issuing in slices: certificates are signed one by one, so a request takes few. Who has one keeps it, whatever is sent again.
import type { Answer } from '../../../../../../functions/contract/index.ts';
import type { Call } from '../../../../api/client.ts';
import { slicesOf } from '../slices.ts';

/** The contract takes so many at once. */
const AT_ONCE = 25;

export type IssueLine = Answer<'issueCompletions'>['lines'][number];

interface Issuing {
  call: Call;
  course: string;
  people: readonly string[];
  /** After each slice. */
  onLines: (lines: readonly IssueLine[]) => void;
  /** Asked before each slice. */
  isWanted: () => boolean;
}

/** Issues for people until all are done or nobody wants it any more. Throws ApiProblem. */
export async function issueFor({ call, course, people, onLines, isWanted }: Issuing): Promise<void> {
  for (const slice of slicesOf(people, AT_ONCE)) {
    if (!isWanted()) return;
    const { lines } = await call('issueCompletions', { params: { course }, body: { people: slice } });
    onLines(lines);
  }
}
