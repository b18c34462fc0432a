// Cursors: where a list goes on, sealed for one actor and one question. Somebody else's, another list's and an altered one are all the same: invalid.
import type { Person } from './access.ts';
import type { Vault } from './deps.ts';
import { Problem } from './problem.ts';

/** Whose cursor, of which route, asked how. A grant that ends in between is no concern of the cursor's: rights are asked anew at every page. */
export interface Question {
  actor: Person;
  route: string;
  asked: { [field: string]: string | undefined };
}

/** What makes a cursor the server's own. */
interface Sealing {
  vault: Pick<Vault, 'seal' | 'open'>;
}

/** The cursor of a state. */
export function cursorOf(deps: Sealing, question: Question, state: unknown): string {
  return deps.vault.seal(JSON.stringify(state), aboutOf(question));
}

/** The state of a cursor; undefined when there is no cursor. Problem `invalid_input` when it is not of this question. */
export function stateOf<S>(deps: Sealing, question: Question, cursor: string | undefined): S | undefined {
  if (cursor === undefined) return undefined;
  const text = deps.vault.open(cursor, aboutOf(question));
  if (text === undefined) throw invalidCursor();
  return JSON.parse(text) as S;
}

/** The problem with a cursor that leads nowhere, for this caller and this list. */
export function invalidCursor(): Problem {
  return new Problem('invalid_input', [{ path: 'cursor', message: 'must be a cursor of this list' }]);
}

function aboutOf({ actor, route, asked }: Question): string {
  const fields = Object.entries(asked).filter(([field, value]) => field !== 'cursor' && value !== undefined);
  return JSON.stringify(['cursor', actor.person, route, fields.sort(([a], [b]) => (a < b ? -1 : 1))]);
}
