// What an import does with a row of somebody's exam: a list that a bureau has from the exam authority confirms what it says. It never writes over what was
// confirmed before and says otherwise, unless that is asked for; what somebody has declared beyond the list goes on waiting.
import { type ExamEntry, type ExamFact, holdingOf, type Paper, type Saying } from '../exams/record.ts';
import { contradictions, mergedPapers, relationOf } from '../exams/results.ts';

/** A paper that differs, and what stood there; null: nothing. */
export interface Standing {
  subject: string;
  result: Paper['result'] | null;
  confirmed: boolean;
}

export type ExamDecision =
  | { outcome: 'same' }
  | { outcome: 'conflict'; stands: Standing[] }
  /** `facts` are added to the entry. */
  | { outcome: 'new' | 'changed'; stands: Standing[]; facts: ExamFact[] };

/** A row as it would be said, its papers judged. */
export interface AskedExam {
  entry: ExamEntry | undefined;
  row: Saying;
  replaces: boolean;
}

/** Decides one row. A row that was written is 'same' when it comes again. */
export function decideExam({ entry, row, replaces }: AskedExam): ExamDecision {
  const { held, confirmed } = holdingOf(entry ?? { facts: [] });
  const base = confirmed?.papers ?? [];
  const news = row.papers.filter((paper) => isNews(base, paper));
  const isElsewhere = (['site', 'ticket'] as const).some((field) => row[field] && row[field] !== confirmed?.[field]);
  if (confirmed !== undefined && news.length === 0 && !isElsewhere) return { outcome: 'same' };
  const stands = news.map(({ subject }) => standingOf(subject, { held, confirmed }));
  if (contradictions(base, row.papers).length > 0 && !replaces) return { outcome: 'conflict', stands };
  const said: Saying = { ...kept(confirmed), ...row, papers: mergedPapers(base, row.papers) };
  const facts: ExamFact[] = [said, { kind: 'confirmed', at: row.at, by: row.by }, ...waiting(held, confirmed, said)];
  return { outcome: entry === undefined ? 'new' : 'changed', stands, facts };
}

function isNews(base: readonly Paper[], paper: Paper): boolean {
  const held = base.find(({ subject }) => subject === paper.subject);
  return held === undefined || !['same', 'less'].includes(relationOf(held, paper));
}

function standingOf(
  subject: string,
  { held, confirmed }: { held: Saying | undefined; confirmed: Saying | undefined },
): Standing {
  const find = (saying: Saying | undefined) => saying?.papers.find((paper) => paper.subject === subject);
  const before = find(confirmed) ?? find(held);
  return { subject, result: before?.result ?? null, confirmed: find(confirmed) !== undefined };
}

/** Where it was sat, as far as it was said before and is not said now. */
function kept(confirmed: Saying | undefined): Pick<Saying, 'site' | 'ticket'> {
  const { site, ticket } = confirmed ?? {};
  return { ...(site === undefined ? {} : { site }), ...(ticket === undefined ? {} : { ticket }) };
}

/** What was declared and says more than the list does, without contradicting it: it goes on waiting to be confirmed. */
function waiting(held: Saying | undefined, confirmed: Saying | undefined, said: Saying): Saying[] {
  if (held === undefined || held === confirmed) return [];
  if (contradictions(said.papers, held.papers).length > 0) return [];
  if (!held.papers.some((paper) => isNews(said.papers, paper))) return [];
  return [{ ...held, papers: mergedPapers(said.papers, held.papers) }];
}
