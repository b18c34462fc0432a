// What of mock papers leaves this browser with whoever signs out, or is no more. A sitting under way is the affair of site/src/exam.
import { dropMockOf } from './mock-kept.ts';

const NAME = 'zhuren-mock';

/** Takes it away; `all`: also papers that were begun and wait to be uploaded. What cannot be opened holds nothing of anybody's. */
export async function leaveMock(owner: string, all: boolean): Promise<void> {
  try {
    const held = await indexedDB.databases?.();
    // Most have none: it is not made to be emptied.
    if (held?.some(({ name }) => name === NAME) !== false) await dropMockOf(owner, all);
  } catch {
    // Signing out must not fail for it.
  }
}
