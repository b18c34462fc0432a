// The marks of a session as a sheet: every mark that was ever made, the ones taken back among them.
import type { TeachWords } from '../../../../words/zh-teach.ts';
import type { Mark } from '../door/live-marks.ts';
import type { Sheet } from '../export/sheets.ts';
import { plainMoment } from '../moments.ts';

interface Around {
  nameOf: (person: string) => string;
  /** Staff are on no roster. */
  byName: (person: string) => string;
  w: TeachWords;
  title: string;
}

export function marksSheet(marks: readonly Mark[], { nameOf, byName, w, title }: Around): Sheet {
  const sorted = marks.toSorted((a, b) => (`${a.person} ${a.at}` < `${b.person} ${b.at}` ? -1 : 1));
  return {
    name: w.marks.file(title),
    head: w.marks.sheet,
    rows: sorted.map(({ person, n, kind, at, receivedAt, how, by, why = '', of }) => [
      nameOf(person),
      n,
      kind === 'void' ? w.marks.void : w.kindNames[kind],
      plainMoment(at),
      plainMoment(receivedAt),
      w.marks.hows[how],
      by === undefined ? '' : byName(by),
      why,
      of ?? '',
    ]),
  };
}
