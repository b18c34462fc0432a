// What somebody types about an exam, what is wrong with it, and what is sent of it. Pure.
import { marksText } from '../../../../functions/domain/grading/grade.ts';
import { PAPERS_OF } from '../../../../functions/domain/imports/exam-columns.ts';
import type { Level } from '../../../../functions/domain/questions/release.ts';
import { type Evidence, FILES_MOST } from '../ledger/fingerprint.ts';
import type { Entry, NewExam, PaperResult } from './said.ts';

/** What is chosen of a paper; empty: it is not entered for. */
export type Chosen = PaperResult['kind'] | '';

export interface PaperDraft {
  chosen: Chosen;
  /** As typed; only with `marks`. */
  marks: string;
}

export interface ExamDraft {
  year: string;
  level: Level;
  /** By subject. Those of other levels stay while one changes one's mind about the level. */
  papers: Readonly<Record<string, PaperDraft>>;
  site: string;
  ticket: string;
  why: string;
  evidence: readonly Evidence[];
  /** Whether fingerprints of files are still being worked out. */
  isReading: boolean;
}

export type ExamFault = 'papers' | 'marks' | 'ticket' | 'why' | 'files' | 'reading';

/** Field → what is wrong with it; a paper's field is its subject. */
export type ExamFaults = Readonly<Record<string, ExamFault>>;

/** What is sent but for the request and the version. */
export type UnsentExam = Omit<NewExam, 'request' | 'version' | 'confirmed'>;

const NOTHING: PaperDraft = { chosen: '', marks: '' };
const MARKS_MOST = 100;
const WHY_LEAST = 2;
const YEARS_BACK = 10;

/** 准考证号, as the contract takes it. */
const TICKET = /^[0-9A-Za-z-]{4,30}$/;

/** The years that may be chosen: the next exam's, this one's, and those before; and an entry's own. */
export function yearsFrom(today: string, own?: number): number[] {
  const next = Number(today.slice(0, 4)) + 1;
  const years = Array.from({ length: YEARS_BACK + 2 }, (_, i) => next - i);
  return own === undefined || years.includes(own) ? years : [...years, own];
}

/** A draft of nothing, or of an entry as it stands. Files and reasons are said anew each time. */
export function draftOf(today: string, entry?: Entry): ExamDraft {
  const papers = Object.fromEntries((entry?.papers ?? []).map(({ subject, result }) => [subject, typed(result)]));
  return {
    year: entry === undefined ? today.slice(0, 4) : String(entry.year),
    level: entry?.level ?? 'junior',
    ...{ papers, site: entry?.site ?? '', ticket: entry?.ticket ?? '', why: '', evidence: [], isReading: false },
  };
}

function typed(result: PaperResult): PaperDraft {
  return result.kind === 'marks'
    ? { chosen: 'marks', marks: marksText(result.marks) }
    : { chosen: result.kind, marks: '' };
}

export function paperIn(draft: ExamDraft, subject: string): PaperDraft {
  return draft.papers[subject] ?? NOTHING;
}

export function withPaper(draft: ExamDraft, subject: string, change: Partial<PaperDraft>): Pick<ExamDraft, 'papers'> {
  return { papers: { ...draft.papers, [subject]: { ...paperIn(draft, subject), ...change } } };
}

export function subjectsIn({ level }: Pick<ExamDraft, 'level'>): string[] {
  return PAPERS_OF[level].map(({ subject }) => subject);
}

export function faultsIn(draft: ExamDraft, needsWhy: boolean): ExamFaults {
  const faults: Record<string, ExamFault> = {};
  const subjects = subjectsIn(draft);
  for (const subject of subjects) {
    const { chosen, marks } = paperIn(draft, subject);
    if (chosen === 'marks' && halfPointsOf(marks) === undefined) faults[subject] = 'marks';
  }
  const [first] = subjects;
  if (first !== undefined && subjects.every((subject) => paperIn(draft, subject).chosen === ''))
    faults[first] = 'papers';
  if (draft.ticket.trim() !== '' && !TICKET.test(draft.ticket.trim())) faults.ticket = 'ticket';
  if (needsWhy && [...draft.why.trim()].length < WHY_LEAST) faults.why = 'why';
  if (draft.evidence.length > FILES_MOST) faults.evidence = 'files';
  if (draft.isReading) faults.evidence = 'reading';
  return faults;
}

/** What a sound draft sends. `entry`: what it changes; the place whose pass line was taken stays. */
export function examOf(draft: ExamDraft, entry?: Entry): UnsentExam {
  const [site, ticket, why] = [draft.site, draft.ticket, draft.why].map((text) => text.trim());
  return {
    ...{
      year: Number(draft.year),
      level: draft.level,
      papers: subjectsIn(draft).flatMap((subject) => saidIn(draft, subject)),
    },
    ...(site && { site }),
    ...(ticket && { ticket }),
    ...(entry?.region !== undefined && { region: entry.region }),
    ...(draft.evidence.length > 0 && { evidence: [...draft.evidence] }),
    ...(why && { why }),
  };
}

function saidIn(draft: ExamDraft, subject: string): NewExam['papers'] {
  const { chosen, marks } = paperIn(draft, subject);
  if (chosen === '') return [];
  const result: PaperResult =
    chosen === 'marks' ? { kind: 'marks', marks: halfPointsOf(marks) ?? 0 } : { kind: chosen };
  return [{ subject, result }];
}

/** Marks as typed, in either width, as half-points; undefined for what are none. */
export function halfPointsOf(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace('分', '').trim();
  if (!/^\d{1,3}(\.[05])?$/.test(plain)) return undefined;
  const marks = Number(plain);
  return marks <= MARKS_MOST ? marks * 2 : undefined;
}
