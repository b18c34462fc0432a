// How applications show: to their person without the names of those who decide, to staff with them.
import type { Answer } from '../contract/index.ts';
import type { Application, Move } from '../domain/subsidies/application.ts';
import type { Batch } from '../domain/subsidies/batch.ts';
import type { StationDeps } from './deps.ts';
import { namesOf } from './staff-names.ts';
import { unitNames } from './subsidy-finding.ts';

type Shown = Answer<'readSubsidy'>['application'];

interface Looking {
  moves: Move[];
  /** Whether names of staff are shown. */
  names: boolean;
}

/** One application whole. */
export async function shownApplication(
  deps: StationDeps,
  application: Application,
  { moves, names: named }: Looking,
): Promise<Shown> {
  const { id, person, version, rule, level, day, months, state, cents, unit, desk, answers, recorded } = application;
  const [names, units, notice] = await Promise.all([
    named ? namesOf(deps, stepsBy(application)) : ({} as Record<string, string>),
    unitNames(deps, [unit, desk]),
    noticeOf(deps, application),
  ]);
  return {
    ...{ application: id, person, version, rule, level, day, state, unit, desk, moves },
    ...(months === undefined ? {} : { months: { ...months } }),
    ...(cents === undefined ? {} : { cents }),
    ...{ unitName: units.get(unit) ?? '', deskName: units.get(desk) ?? '' },
    ...{ answers: shownFacts(answers), recorded: shownFacts(recorded) },
    ...(notice === undefined ? {} : { notice }),
    steps: application.steps.map(({ by, ...step }) => ({
      ...step,
      own: by === person,
      ...(names[by] === undefined || by === person ? {} : { byName: names[by] }),
    })),
  };
}

/** The list that it stands on; none for one that was never put on any. */
async function noticeOf(deps: StationDeps, { desk, batch }: Application): Promise<Shown['notice']> {
  const found = batch === undefined ? undefined : await deps.store.subsidies.batch(desk, batch);
  return found && { batch: found.id, from: found.from, last: found.last };
}

/** What is known of somebody, as it goes out. */
export function shownFacts({ posts, ...more }: Application['answers']): Shown['answers'] {
  return { ...more, ...(posts === undefined ? {} : { posts: [...posts] }) };
}

function stepsBy({ steps }: Application): string[] {
  return steps.map(({ by }) => by);
}

/** A batch as a line. */
export function shownBatch(batch: Batch, byName: string | undefined): Answer<'listSubsidyBatches'>['batches'][number] {
  const { id, rule, version, from, last, members, cents } = batch;
  const line = { batch: id, rule, version, from, last, count: members.length, cents };
  return byName === undefined ? line : { ...line, byName };
}
