// An exam as it is shown: what holds, what was confirmed, every fact with who said it; marks only to those who may see them.
import type { Answer } from '../contract/index.ts';
import { type ExamEntry, type ExamRecord, holdingOf, type Paper, type Saying } from '../domain/exams/record.ts';
import { contradictions, unmarked } from '../domain/exams/results.ts';
import { stepOf } from '../domain/exams/standing.ts';

type Entry = Answer<'readExams'>['entries'][number];
type Sayings = Pick<Entry, 'papers' | 'site' | 'ticket' | 'region'>;
export type ExamFactView = Entry['facts'][number];

/** What a saying tells. Without `marks` a paper says whether it was passed, and no more. */
function sayingView({ papers, site, ticket, region }: Saying, marks: boolean): Sayings {
  return {
    papers: papers.map((paper) => paperView(paper, marks)),
    ...(site === undefined ? {} : { site }),
    ...(ticket === undefined || !marks ? {} : { ticket }),
    ...(region === undefined ? {} : { region }),
  };
}

function paperView(paper: Paper, marks: boolean): Sayings['papers'][number] {
  const { subject, result, verdict, line } = marks ? paper : unmarked(paper);
  return {
    ...{ subject, result: { ...result } },
    ...(verdict === undefined ? {} : { verdict }),
    ...(line === undefined ? {} : { line }),
  };
}

/** What holds of an entry, the same for a list and for the whole entry. */
export function standingView(record: ExamRecord, entry: ExamEntry, marks: boolean) {
  const { state, held, confirmed, last } = holdingOf(entry);
  const step = stepOf(record, entry);
  const shown = held ?? last;
  const conflicts = held === undefined || confirmed === undefined ? [] : contradictions(confirmed.papers, held.papers);
  return {
    ...{ year: entry.year, level: entry.level, state },
    ...(shown === undefined ? { papers: [] } : sayingView(shown, marks)),
    ...(step === undefined ? {} : { step }),
    conflicts,
    ...(confirmed === undefined || confirmed === held ? {} : { confirmed: sayingView(confirmed, marks) }),
    units: shown?.units ?? [],
  };
}

interface Told {
  names: Readonly<Record<string, string>>;
  marks: boolean;
}

/** The facts in their order, each with the name of who said it. */
export function factViews({ facts }: ExamEntry, { names, marks }: Told): ExamFactView[] {
  return facts.map((fact) => {
    const byName = names[fact.by];
    const who = {
      ...{ at: fact.at, by: fact.by },
      ...(byName === undefined ? {} : { byName }),
      ...(fact.why === undefined ? {} : { why: fact.why }),
    };
    if (fact.kind !== 'said') return { kind: fact.kind, ...who };
    const evidence = fact.evidence.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }));
    return { kind: 'said', how: fact.how, ...who, ...sayingView(fact, marks), evidence };
  });
}
