// A line of the audit in words: when, who, what, about whom, and which fields became what. Pure.
import type { Answer } from '../../../../../functions/contract/index.ts';
import { dayOf, type Instant } from '../../../../../functions/domain/time.ts';
import type { Words } from '../../../words/zh.ts';
import type { StaffWords } from '../../../words/zh-staff.ts';
import { clockText } from '../../me/moment.ts';
import { type Fact, type Telling, textsOf } from './fact.ts';

export type Line = Answer<'listAudit'>['lines'][number];

/** One field before and after: what is no more, and what is new. */
export interface Difference {
  field: string;
  before: string;
  after: string;
}

/** `2026年5月23日 09:00`. */
export function stampText(at: Instant, words: Words): string {
  return `${words.date(dayOf(at))} ${clockText(at)}`;
}

/** The word for an action; the action itself where there is none. */
export function actionText(action: string, t: StaffWords): string {
  return (t.auditActions as Readonly<Record<string, string>>)[action] ?? action;
}

export function whoText({ actor }: Line, { t, nameOf }: Telling): string {
  if (actor.kind === 'system') return t.audit.system(actor.name);
  return nameOf(actor.person) ?? t.audit.somebody(actor.person.slice(-4));
}

/** What the line is about: `人员：王小明`. */
export function thingText({ thing, before, after }: Line, { t, nameOf }: Telling): string {
  const type = (t.things as Readonly<Record<string, string>>)[thing.type] ?? thing.type;
  const person = after?.person ?? before?.person;
  // The id of a grant is nothing that anybody would look for: it is told by whose it is.
  const name = nameOf(thing.id) ?? (typeof person === 'string' ? nameOf(person) : undefined);
  if (name !== undefined) return t.audit.of(type, name);
  if (thing.type === 'person') return t.audit.somebody(thing.id.slice(-4));
  return thing.type === 'unit' ? t.hiddenUnit : type;
}

/** Fields that say nothing to a reader: how often a thing was changed, and ids that stand in the line anyway. */
const UNTOLD: readonly string[] = ['version', 'id', 'invitation'];

/** The fields that are not the same before and after; of a list, the entries that went and those that came. Without a before, all there are. */
export function differences(
  { before = {}, after = {} }: Pick<Line, 'before' | 'after'>,
  telling: Telling,
): Difference[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((one) => !UNTOLD.includes(one));
  return fields
    .map((field) => {
      const [was, is] = [entriesOf(before[field]), entriesOf(after[field])];
      const tell = (entries: readonly Fact[], others: readonly Fact[]) =>
        entries
          .filter((entry) => !others.includes(entry))
          .flatMap((entry) => textsOf(field, entry, telling))
          .join('；');
      return { field, before: tell(was, is), after: tell(is, was) };
    })
    .filter((one) => one.before !== one.after);
}

/** A line as cells of a table, in the order of its columns. */
export function cellsOf(line: Line, telling: Telling): string[] {
  const { t, words } = telling;
  const changes = differences(line, telling).map(
    ({ field, before, after }) => `${fieldText(field, t)}: ${before === '' ? after : `${before} → ${after}`}`,
  );
  const as = line.as ? t.roleNames[line.as.role] : '';
  return [
    ...[String(line.seq), stampText(line.at, words), whoText(line, telling), as, actionText(line.action, t)],
    ...[thingText(line, telling), changes.join('; '), line.why ?? ''],
  ];
}

export function fieldText(field: string, t: StaffWords): string {
  return (t.facts as Readonly<Record<string, string>>)[field] ?? field;
}

function entriesOf(fact: NonNullable<Line['before']>[string] | undefined): readonly Fact[] {
  if (fact === undefined || fact === null || fact === '') return [];
  return typeof fact === 'object' ? fact : [fact];
}
