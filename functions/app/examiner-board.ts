// The live board of a set paper: first those who have started, with how far each is, then those of the group who have not. A page costs a bounded number
// of reads, however large the group is.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { type Attempt, FACTOR } from '../domain/attempts/attempt.ts';
import type { SetPaper } from '../domain/papers/set-paper.ts';
import type { Instant } from '../domain/time.ts';
import type { Sitter } from '../store/set-papers.ts';
import type { ExaminerDeps } from './deps.ts';
import { paperFor } from './examiner-finding.ts';
import { membersOf } from './group-members.ts';
import { inParallel } from './in-parallel.ts';
import { Problem } from './problem.ts';
import { whoAre } from './sitter-names.ts';

type Board = Answer<'watchPaper'>;
type Row = Board['rows'][number];

const SITTERS_MOST = 50;

/** Beyond so many nobody counts while people watch: the rows say it. */
const COUNTED_MOST = 2_000;

/** Attempts whose answers are read at once. */
const READS_AT_ONCE = 16;

/** A page of the board. Cursors: `s.<person>` among those who have started or have extra time, `g.<…>` among the rest of the group. */
export function watchPaper(deps: ExaminerDeps) {
  return async (actor: Actor, { params, query }: Input<'watchPaper'>): Promise<Board> => {
    const { paper } = await paperFor(deps, actor)('watchPaper', params.paper);
    const base = { questions: paper.refs.length, now: deps.now() };
    const [, stage, after = ''] = /^([gs])\.(.*)$/.exec(query.cursor ?? 's.') ?? [];
    if (stage === 'g') return { ...base, ...(await absentFrom(deps, paper, after || undefined)) };
    if (stage !== 's')
      throw new Problem('invalid_input', [{ path: 'cursor', message: 'must be a cursor of this list' }]);
    const on = after === '' ? {} : { cursor: `SITTER#${after}` };
    const { found, next } = await deps.store.setPapers.sitters(paper.id, { limit: SITTERS_MOST, ...on });
    const rows = await rowsOf(deps, found);
    const cursor = next === undefined ? 'g.' : `s.${next.slice('SITTER#'.length)}`;
    return { ...base, rows, ...(after === '' ? await countsOf(deps, paper) : {}), cursor };
  };
}

/** Those of the group who have nothing of their own at the paper yet. */
async function absentFrom(
  deps: ExaminerDeps,
  { id, group }: SetPaper,
  cursor: string | undefined,
): Promise<Pick<Board, 'rows' | 'cursor'>> {
  const { people, next } = await membersOf(deps, group, cursor);
  const known = await deps.store.setPapers.sittersAt(id, people);
  const absent = people.filter((person) => !known.has(person));
  const who = await whoAre(deps, absent);
  const rows = absent.map((person): Row => ({ ...who(person), factor: FACTOR.usual, state: 'absent', voided: 0 }));
  return next === undefined ? { rows } : { rows, cursor: `g.${next}` };
}

async function rowsOf(deps: ExaminerDeps, sitters: readonly Sitter[]): Promise<Row[]> {
  const open = sitters.flatMap(({ person, attempt, state }) =>
    state === 'open' && attempt !== undefined ? [{ person, attempt }] : [],
  );
  const [who, heads] = await Promise.all([
    whoAre(
      deps,
      sitters.map(({ person }) => person),
    ),
    deps.store.attempts.getMany(open),
  ]);
  const sitting = new Map(heads.map((head) => [head.person, head]));
  const progress = await progressOf(deps, heads);
  return sitters.map((sitter): Row => {
    const { person, factor, attempt, state, startedAt, endedAt, voided = [] } = sitter;
    const head = sitting.get(person);
    return {
      ...{ ...who(person), factor, state: state ?? 'absent', voided: voided.length },
      ...(attempt === undefined ? {} : { attempt }),
      ...(startedAt === undefined ? {} : { startedAt }),
      ...(endedAt === undefined ? {} : { endedAt }),
      ...(head === undefined ? {} : { ...live(head), ...progress.get(person) }),
    };
  });
}

function live({ deadline, holder }: Attempt): Pick<Row, 'deadline' | 'deviceChanges'> {
  return { deadline, deviceChanges: holder.changes ?? 0 };
}

interface Progress {
  answered: number;
  lastSavedAt?: Instant;
}

/** How many questions have an answer, and when the last one came. */
async function progressOf(deps: ExaminerDeps, heads: readonly Attempt[]): Promise<Map<string, Progress>> {
  const found = new Map<string, Progress>();
  await inParallel(READS_AT_ONCE, heads, async (head) => {
    const { questions, lastAt } = await deps.store.attempts.progress(head);
    found.set(head.person, { answered: questions, ...(lastAt === undefined ? {} : { lastSavedAt: lastAt }) });
  });
  return found;
}

/** Of all who have started; nothing where they are too many to be counted at every look. */
async function countsOf(deps: ExaminerDeps, { id }: SetPaper): Promise<Pick<Board, 'counts'>> {
  const { found, next } = await deps.store.setPapers.sitters(id, { limit: COUNTED_MOST });
  if (next !== undefined) return {};
  const open = found.filter(({ state }) => state === 'open').length;
  const started = found.filter(({ attempt }) => attempt !== undefined).length;
  return { counts: { started, open, ended: started - open } };
}
