// What a start page is about: the form of a subject, or a set paper, as its address names it. Pure.
import type { Mode } from '../../../../functions/domain/attempts/attempt.ts';
import { PAPER_FORMS, type PaperForm } from '../../../../functions/domain/papers/blueprint.ts';
import type { Lang } from '../../words/lang.ts';
import type { MockWords } from '../../words/zh-mock.ts';
import { subjectName } from './names.ts';
import type { Form, List, SetPaper, Subject } from './wire.ts';

export type Wanted = { subject: string; form: PaperForm } | { paper: string };

export interface Start {
  title: string;
  subject: string;
  level: Subject['level'] | undefined;
  form: PaperForm;
  answered: Form['answered'];
  /** Missing for a set paper. */
  counts?: Form['counts'];
  questions: number;
  minutes: number;
  mode: Mode;
  /** Percent of the usual time; of a set paper what its examiner has given. */
  factor: number;
  /** Whose set paper it is. */
  by?: string;
  paper?: { id: string; set: SetPaper };
}

export function wantedIn(params: URLSearchParams): Wanted | undefined {
  const [subject, form, paper] = ['subject', 'form', 'paper'].map((name) => params.get(name));
  if (paper) return { paper };
  const named = PAPER_FORMS.find((one) => one === form);
  return subject && named ? { subject, form: named } : undefined;
}

/** Undefined for what is not on the list, or cannot be drawn. */
export function startOf(list: List, wanted: Wanted | undefined, by: { lang: Lang; t: MockWords }): Start | undefined {
  if (wanted === undefined) return undefined;
  return 'paper' in wanted ? setStart(list, wanted.paper) : freeStart(list, wanted, by);
}

function freeStart(
  list: List,
  wanted: { subject: string; form: PaperForm },
  { lang, t }: { lang: Lang; t: MockWords },
) {
  const subject = list.subjects.find(({ id }) => id === wanted.subject);
  const form = subject?.forms.find((one) => one.form === wanted.form);
  if (subject === undefined || form === undefined || form.lacking.length > 0) return undefined;
  const start: Start = {
    title: `${subjectName(subject.id, { list, lang })} · ${t.forms[form.form]}`,
    ...{ subject: subject.id, level: subject.level, form: form.form, answered: form.answered, counts: form.counts },
    questions: Object.values(form.counts).reduce((sum, n) => sum + n, 0),
    ...{ minutes: form.minutes, mode: 'realistic', factor: 100 },
  };
  return start;
}

function setStart(list: List, id: string): Start | undefined {
  const set = list.papers.find(({ paper }) => paper === id);
  if (set === undefined || set.phase === 'cancelled') return undefined;
  const subject = list.subjects.find((one) => one.id === set.subject);
  const answered = subject?.forms.find(({ form }) => form === set.form)?.answered ?? 'objective';
  const { title, form, questions, minutes, mode, factor, unit } = set;
  return {
    ...{ title, subject: set.subject, level: subject?.level, form, answered, questions, minutes, mode, factor },
    ...{ by: unit, paper: { id, set } },
  };
}
