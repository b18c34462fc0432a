// A line of the audit in words: when, who, what, about whom, and which fields became what. Pure.
import type { Answer } from '../../../../../functions/contract/index.ts';
import { dayOf, type Instant } from '../../../../../functions/domain/time.ts';
import type { Words } from '../../../words/zh.ts';
import type { StaffWords } from '../../../words/zh-staff.ts';
import { clockText } from '../../me/moment.ts';

export type Line = Answer<'listAudit'>['lines'][number];
type Fact = NonNullable<Line['before']>[string];

/** One field before and after. */
export interface Difference {
  field: string;
  before: string;
  after: string;
}

/** What a line is told with. `nameOf` gives the name of a person or unit, or its id where no name is known. */
export interface Telling {
  t: StaffWords;
  words: Words;
  nameOf: (id: string) => string;
}

/** `2026年5月23日 09:00`. */
export function stampText(at: Instant, words: Words): string {
  return `${words.date(dayOf(at))} ${clockText(at)}`;
}

/** The word for an action; the action itself where there is none. */
export function actionText(action: string, t: StaffWords): string {
  return (t.auditActions as Readonly<Record<string, string>>)[action] ?? action;
}

export function whoText({ actor }: Line, { nameOf }: Telling): string {
  return actor.kind === 'person' ? nameOf(actor.person) : actor.name;
}

/** What the line is about: `人员 王小明`. */
export function thingText({ thing }: Line, { t, nameOf }: Telling): string {
  const type = (t.things as Readonly<Record<string, string>>)[thing.type] ?? thing.type;
  const name = nameOf(thing.id);
  // The id of a grant is nothing that anybody would look for.
  return name === thing.id && thing.type === 'grant' ? type : `${type} ${name}`;
}

/** The fields that are not the same before and after. Without a before, all there are. */
export function differences({ before = {}, after = {} }: Pick<Line, 'before' | 'after'>): Difference[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .map((field) => ({ field, before: factText(before[field]), after: factText(after[field]) }))
    .filter((one) => one.before !== one.after);
}

/** A line as cells of a table, in the order of its columns. */
export function cellsOf(line: Line, telling: Telling): string[] {
  const { t, words } = telling;
  const changes = differences(line).map(({ field, before, after }) => `${fieldText(field, t)}: ${before} → ${after}`);
  const as = line.as ? t.roleNames[line.as.role] : '';
  return [
    ...[String(line.seq), stampText(line.at, words), whoText(line, telling), as, actionText(line.action, t)],
    ...[thingText(line, telling), changes.join('; '), line.why ?? ''],
  ];
}

export function fieldText(field: string, t: StaffWords): string {
  return (t.facts as Readonly<Record<string, string>>)[field] ?? field;
}

function factText(fact: Fact | undefined): string {
  if (fact === undefined || fact === null) return '';
  return typeof fact === 'object' ? fact.join(', ') : String(fact);
}
