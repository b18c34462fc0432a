// The results of a set paper, person by person: for looking, for releasing and for taking along.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import type { Result } from '../domain/attempts/result.ts';
import type { Sitter } from '../store/set-papers.ts';
import type { ExaminerDeps } from './deps.ts';
import { paperFor } from './examiner-finding.ts';
import { type Who, whoAre } from './sitter-names.ts';

type Row = Answer<'listResults'>['results'][number];

const ROWS_MOST = 100;

export function listResults(deps: ExaminerDeps) {
  return async (actor: Actor, { params, query }: Input<'listResults'>): Promise<Answer<'listResults'>> => {
    const { paper } = await paperFor(deps, actor)('watchPaper', params.paper);
    const on = query.cursor === undefined ? {} : { cursor: `SITTER#${query.cursor}` };
    const { found, next } = await deps.store.setPapers.sitters(paper.id, { limit: ROWS_MOST, ...on });
    const who = await whoAre(
      deps,
      found.map(({ person }) => person),
    );
    const regraded = await regradedOf(deps, found);
    const rows = found.map((sitter) => rowOf(sitter, who(sitter.person), regraded.get(sitter.person)));
    const answer = { results: rows, now: deps.now() };
    return next === undefined ? answer : { ...answer, cursor: next.slice('SITTER#'.length) };
  };
}

/** The results that a corrected key has changed: they alone are read whole. */
async function regradedOf(deps: ExaminerDeps, sitters: readonly Sitter[]): Promise<Map<string, Result>> {
  const wanted = sitters.flatMap(({ person, attempt, regraded }) =>
    attempt !== undefined && regraded ? [{ person, attempt }] : [],
  );
  const results = await deps.store.results.getMany(wanted);
  return new Map(results.map((result) => [result.person, result]));
}

function rowOf(sitter: Sitter, who: Who, result: Result | undefined): Row {
  const { factor, attempt, state, startedAt, endedAt, earned, possible, marking, voided = [] } = sitter;
  const regrades = (result?.regrades ?? []).map(({ at, before, after }) => ({ at, before, after }));
  return {
    ...{ ...who, factor, regrades, voided: voided.map((one) => ({ ...one })) },
    ...(attempt === undefined ? {} : { attempt }),
    ...(state === undefined ? {} : { state }),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(earned === undefined ? {} : { earned }),
    ...(possible === undefined ? {} : { possible }),
    ...(marking === undefined ? {} : { marking }),
  };
}
