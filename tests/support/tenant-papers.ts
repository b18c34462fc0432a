// A set paper of each tenant that its own person sits: for questions of who may do what with it. In the table directly.
import { begun, FACTOR } from '../../functions/domain/attempts/attempt.ts';
import { msOf } from '../../functions/domain/time.ts';
import { putPaper } from './exams.ts';
import { courseId, TENANTS, workerId } from './tenants.ts';
import type { World } from './world.ts';

export const paperId = (unit: string) => `paper-of-${unit}`;

/** The papers, and on each an open attempt with the most time there is. */
export async function settlePapers(world: World): Promise<void> {
  const now = world.clock.now;
  for (const unit of Object.keys(TENANTS)) {
    const [id, person] = [paperId(unit), workerId(unit)];
    const paper = await putPaper(world, {
      id,
      unit,
      title: id,
      group: { kind: 'course', id: courseId(unit) },
      factorMost: FACTOR.most,
    });
    const setup = { subject: paper.subject, form: paper.form, blueprint: paper.blueprint, mode: paper.mode };
    const attempt = begun(
      {
        ...{ ...setup, id: `${msOf(now).toString(36).padStart(9, '0')}-attempt-of-${unit}`, person, paper: id },
        ...{ factor: FACTOR.most, seed: 7, shuffle: true, profile: 'official-1', questions: paper.refs.length },
        ...{ graceMs: paper.graceMs, device: 'device-one', minutes: paper.minutes },
      },
      now,
    );
    const after = {
      paper: id,
      person,
      factor: FACTOR.most,
      attempt: attempt.id,
      state: attempt.state,
      startedAt: now,
      version: 1,
    };
    const start = { attempt, refs: paper.refs, sitter: { after, was: undefined } };
    const refused = await world.deps.store.attempts.start(start);
    if (refused.length > 0) throw new Error(`the attempt was not put: ${refused.join()}`);
  }
}
