// Questions of mock papers in the bank of a page: what this browser keeps of them, and what the server gives once they were released to one.
import { GUEST } from '../journal/db.ts';
import type { Journal } from '../journal/journal.ts';
import { keepReviewed, listReviewed } from '../journal/mock-kept.ts';
import type { Bank } from './bank.ts';
import type { Shell } from './shell.tsx';

/** The most ids of one request. */
const MOST = 50;

/** The questions of a journal that the bank does not hold. */
export function lackingIn(bank: Bank, { state }: Pick<Journal, 'state'>): string[] {
  return [...state.questions.keys()].filter((id) => bank.placeOf(id) === undefined);
}

/** Takes in what this browser keeps, before a page is drawn. Where nothing is kept nothing is taken. */
export async function takeKept(bank: Bank, journal: Journal): Promise<void> {
  if (journal.profile === GUEST || lackingIn(bank, journal).length === 0) return;
  try {
    bank.take(await listReviewed(journal.profile));
  } catch {
    // The book asks the server instead.
  }
}

/** Asks the server for some questions, takes them in and keeps them. What is not released to one is not given. Throws ApiProblem. */
export async function takeReleased({ bank, journal }: Shell, call: NonNullable<Shell['call']>, ids: string[]) {
  const { profile: person } = journal;
  for (let i = 0; i < ids.length; i += MOST) {
    const query = { questions: ids.slice(i, i + MOST).join(',') };
    const { questions } = await call('readReviewed', { params: { person }, query });
    bank.take(questions);
    await keepReviewed(person, questions).catch(() => {});
  }
}
