// One fact of an audit line in words. Facts are short texts of ids, codes and days (functions/domain/audit/facts.ts): names and words stand in for them. Pure.
import { isDay } from '../../../../../functions/domain/period.ts';
import { addDays, dayOf } from '../../../../../functions/domain/time.ts';
import type { Words } from '../../../words/zh.ts';
import type { StaffWords } from '../../../words/zh-staff.ts';

/** What lines are told with. `nameOf` gives the name of a person or a unit; undefined where none is known. */
export interface Telling {
  t: StaffWords;
  words: Words;
  nameOf: (id: string) => string | undefined;
}

export type Fact = string | number | boolean;

type Tell = (text: string, telling: Telling) => string | undefined;

/** Field → how its text is told; undefined where the text is not of the field's form, and then it stays as it is. */
const TELLS: { readonly [field: string]: Tell } = {
  parent: unitText,
  unit: unitText,
  successors: unitText,
  person: personText,
  actor: personText,
  thing: (text, { nameOf }) => nameOf(text),
  posts: postText,
  employments: employmentText,
  certificates: certificateText,
  pools: poolText,
  until: (text, { words }) => (/^\d{4}-\d\d-\d\dT/.test(text) ? words.date(dayOf(text)) : undefined),
  role: (text, { t }) => wordFor(t.roleNames, text),
  education: (text, { t }) => wordFor(t.educations, text),
  action: (text, { t }) => wordFor(t.auditActions, text),
  scope: (text, { t }) => wordFor(t.audit.scopes, text),
  field: (text, { t }) => wordFor(t.audit.numbers, text),
};

/** What a fact says; nothing for what is empty. */
export function textsOf(field: string, fact: Fact, telling: Telling): string[] {
  if (typeof fact === 'boolean') return [fact ? telling.t.audit.yes : telling.t.audit.no];
  if (typeof fact === 'number') return [String(fact)];
  if (fact === '') return [];
  return [TELLS[field]?.(fact, telling) ?? dayText(fact, telling) ?? fact];
}

function dayText(text: string, { words }: Telling): string | undefined {
  return isDay(text) ? words.date(text) : undefined;
}

function unitText(id: string, { t, nameOf }: Telling): string {
  return nameOf(id) ?? t.hiddenUnit;
}

function personText(id: string, { t, nameOf }: Telling): string {
  return nameOf(id) ?? t.audit.somebody(id.slice(-4));
}

/** `head person-1 2026-01-01/2026-06-01`. */
function postText(text: string, telling: Telling): string | undefined {
  const [post = '', person, span] = text.split(' ');
  const word = wordFor(telling.t.posts, post);
  if (word === undefined || person === undefined) return undefined;
  return joined(word, personText(person, telling), spanText(span, telling));
}

/** `unit-1 social-worker established 2026-01-01/`. */
function employmentText(text: string, telling: Telling): string | undefined {
  const [unit = '', post = '', ...rest] = text.split(' ');
  const word = wordFor(telling.t.workPosts, post);
  if (word === undefined) return undefined;
  const established = rest[0] === 'established' ? telling.t.people.established : undefined;
  return joined(unitText(unit, telling), word, established, spanText(rest.at(-1), telling));
}

/** `junior *1234 2020-06-01 2020-07-01/2023-07-01`. */
function certificateText(text: string, telling: Telling): string | undefined {
  const { t, words } = telling;
  const [level = '', number = '', issued = '', span = '/'] = text.split(' ');
  const word = wordFor(words.levels, level);
  if (word === undefined || !isDay(issued)) return undefined;
  const [from = '', to = ''] = span.split('/');
  // Here the second day is the last one of the registration.
  const registered =
    isDay(from) && isDay(to) ? t.audit.registered(t.span(words.date(from), words.date(to))) : undefined;
  return joined(t.audit.certificate(word, number.replace('*', ''), words.date(issued)), registered);
}

/** `expert 2026-01-01/ by unit-1`. */
function poolText(text: string, telling: Telling): string | undefined {
  const { t } = telling;
  const [pool = '', span, , by = ''] = text.split(' ');
  const word = wordFor(t.pools, pool);
  return word && t.audit.selected(word, spanText(span, telling) ?? '', unitText(by, telling));
}

/** `2026-01-01/2026-06-01`, of which the second is the first day after. */
function spanText(span: string | undefined, { t, words }: Telling): string | undefined {
  const [from = '', to = ''] = span?.split('/') ?? [];
  if (!isDay(from)) return undefined;
  return isDay(to) ? t.span(words.date(from), words.date(addDays(to, -1))) : t.since(words.date(from));
}

function wordFor(words: object, key: string): string | undefined {
  return Object.hasOwn(words, key) ? (words as Record<string, string>)[key] : undefined;
}

function joined(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}
