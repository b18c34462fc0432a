// What stays of an application when its person's account is deleted: what was paid by which rule, where and when, and who decided. What was typed goes, and
// so do reasons: a sentence may say who it is of. What is still under way is taken back, for nobody is left to be paid.
import { canonical } from '../canonical.ts';
import type { Instant } from '../time.ts';
import { type Application, isOpen, type Step } from './application.ts';

/** The application without what is personal, as its next version; the same one where nothing is left to be taken out. */
export function namelessApplication(application: Application, at: Instant): Application {
  const { person, state, steps, version } = application;
  const [first, ...more] = steps;
  const unsaid: [Step, ...Step[]] = [withoutWhy(first), ...more.map(withoutWhy)];
  const clean = { ...application, answers: {}, recorded: {}, steps: unsaid };
  if (isOpen(state)) {
    const step: Step = { move: 'withdraw', at, by: person };
    return { ...clean, state: 'withdrawn', steps: [...unsaid, step], at, version: version + 1 };
  }
  return canonical(clean) === canonical(application) ? application : { ...clean, at, version: version + 1 };
}

function withoutWhy({ why: _, ...step }: Step): Step {
  return step;
}
