// Lines of lists of applications: with the names of people and units, and what the caller may do. The lines themselves hold no name.
import type { Answer } from '../contract/index.ts';
import { GONE_NAME } from '../domain/people/person.ts';
import type { Application } from '../domain/subsidies/application.ts';
import type { Line } from '../store/subsidies.ts';
import type { Person } from './access.ts';
import type { StationDeps } from './deps.ts';
import { inParallel } from './in-parallel.ts';
import { nameOfPerson } from './person-records.ts';
import { movesFor, placesIn, unitNames } from './subsidy-finding.ts';

type Row = Answer<'listSubsidies'>['applications'][number];

const AT_ONCE = 8;

/** Rows of lines, in their order. What a line cannot say, who checked it, is judged when the move is made. */
export async function rowsOf(
  deps: StationDeps,
  me: Person,
  { lines, desk }: { lines: readonly Line[]; desk: string },
): Promise<Row[]> {
  const place = placesIn(deps);
  const [names, units] = await Promise.all([
    namesIn(deps, lines),
    unitNames(
      deps,
      lines.map(({ unit }) => unit),
    ),
  ]);
  return Promise.all(
    lines.map(async ({ cents, batch, ...line }) => {
      const held = { me, unit: await place(line.unit), desk: await place(desk) };
      return {
        ...line,
        ...{ name: names.get(line.person) ?? GONE_NAME, unitName: units.get(line.unit) ?? '' },
        ...(cents === undefined ? {} : { cents }),
        ...(batch === undefined ? {} : { batch }),
        moves: movesFor(held, { ...line, steps: NO_STEPS }),
      };
    }),
  );
}

/** An application as its own line. */
export function lineIn({ id, person, unit, rule, level, state, day, version, cents, batch }: Application): Line {
  return {
    ...{ application: id, person, unit, rule, level, state, day, version },
    ...(cents === undefined ? {} : { cents }),
    ...(batch === undefined ? {} : { batch }),
  };
}

const NO_STEPS: Application['steps'] = [{ move: 'apply', at: '', by: '' }];

async function namesIn(deps: StationDeps, lines: readonly Line[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  await inParallel(AT_ONCE, [...new Set(lines.map(({ person }) => person))], async (id) => {
    const name = nameOfPerson(await deps.store.people.get(id));
    if (name !== undefined) names.set(id, name);
  });
  return names;
}
