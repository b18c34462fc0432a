// Which questions a view of the book lists, and in which order: mistakes by the latest first, the others as the syllabus has them.
import { type QuestionRecord, recordOf, type State } from '../../../../functions/domain/practice/fold.ts';
import { wrongBook } from '../../../../functions/domain/practice/wrong-book.ts';
import { addDays, type Day, startOfDay } from '../../../../functions/domain/time.ts';
import { type Bank, questionsOf } from '../../shell/bank.ts';
import type { Tab, View } from './view.ts';

/** What the list is drawn from. */
export interface From {
  state: State;
  bank: Bank;
  today: Day;
}

const DAYS_BACK: Record<View['time'], number | undefined> = { all: undefined, day: 0, week: 6, month: 29 };

/** The ids of a view. Questions that this release does not hold are left out: they cannot be shown. */
export function listed(view: View, from: From): string[] {
  return inTab(view, from).filter((id) => fits(view, id, from.bank));
}

/** Everything in a tab, whatever the filters. */
export function allIn(tab: Tab, from: From): string[] {
  return inTab({ tab, time: 'all' }, from).filter((id) => from.bank.placeOf(id) !== undefined);
}

function inTab({ tab, time }: Pick<View, 'tab' | 'time'>, { state, bank, today }: From): string[] {
  if (tab !== 'wrong') {
    // Questions of mock papers stand in no chapter of the catalogue: they come last.
    const ofMock = [...state.questions.keys()].filter((id) => bank.isMock(id)).sort();
    const all = [...bank.catalogue.subjects.flatMap(questionsOf), ...ofMock];
    return all.filter((id) => isKept(tab, recordOf(state, id)));
  }
  const back = DAYS_BACK[time];
  return wrongBook(state, back === undefined ? undefined : startOfDay(addDays(today, -back)));
}

function isKept(tab: Exclude<Tab, 'wrong'>, record: Readonly<QuestionRecord>): boolean {
  if (tab === 'note') return record.note !== '';
  return tab === 'flag' ? record.flagged : record.favourite;
}

function fits(view: View, id: string, bank: Bank): boolean {
  const place = bank.placeOf(id);
  if (place === undefined) return false;
  if (view.subject !== 'all' && place.subject.id !== view.subject) return false;
  if (view.chapter !== 'all' && place.chapter.id !== view.chapter) return false;
  return view.kind === 'any' || bank.kindOf(id) === view.kind;
}
