// What somebody's applications for subsidies are to their account as a whole: taken back and made nameless when it is deleted; they never move with a code.
import { namelessApplication } from '../domain/subsidies/traces.ts';
import type { AccountDeps } from './deps.ts';
import { Problem } from './problem.ts';

/** How often applications are read anew when somebody else wrote one in between. */
const ATTEMPTS = 5;

/** Leaves what was paid, and nothing else of a person's. Again: the same. */
export async function releaseSubsidies(deps: AccountDeps, person: string): Promise<void> {
  const { subsidyTraces } = deps.store;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    let isDone = true;
    for (const application of await subsidyTraces.ofPerson(person)) {
      const after = namelessApplication(application, deps.now());
      if (after !== application && !(await subsidyTraces.replace(after))) isDone = false;
    }
    if (isDone) return;
  }
  throw new Problem('conflict');
}

/** Whether somebody has ever applied: such a record is not given to another by a code. */
export async function hasSubsidies(deps: AccountDeps, person: string): Promise<boolean> {
  return (await deps.store.subsidyTraces.ofPerson(person)).length > 0;
}
