// A plan as the editor holds it, field by field as it is typed; what the wire takes of it; and what is wrong with it, told at the fields. Pure.
import type { Input } from '../../../../../../functions/contract/index.ts';
import type { CoursePlan } from '../../../../../../functions/domain/courses/course.ts';
import { type CourseFault, faultsOf } from '../../../../../../functions/domain/courses/faults.ts';
import { newPlan } from '../../../../../../functions/domain/courses/plan.ts';
import type { Instant } from '../../../../../../functions/domain/time.ts';
import { yuanText } from '../course/plan-facts.tsx';
import { linesOf } from '../course/session-form.ts';
import { fieldInstant, fieldText } from '../moments.ts';
import type { CourseRead } from '../rights.ts';

export type Plan = CourseRead['plan'];
type Wanted = Input<'createCourse'>['body']['plan'];
type Who = Exclude<Plan['who'], undefined>;

export interface Draft {
  title: string;
  kind: Plan['kind'];
  form: Plan['form'];
  coOrganisers: string;
  target: string;
  syllabus: string;
  providerName: string;
  providerCost: string;
  division: string;
  address: string;
  link: string;
  contactName: string;
  contactPhone: string;
  walkIns: boolean;
  approval: Plan['approval'];
  whose: 'anyone' | 'some';
  units: string[];
  posts: NonNullable<Who['posts']>;
  levels: NonNullable<Who['levels']>;
  opens: string;
  closes: string;
  capacity: string;
  offerHours: string;
  lateAfterMin: string;
  earlyBeforeMin: string;
  minShare: string;
  countBy: Plan['rule']['countBy'];
  missingOut: Plan['rule']['missingOut'];
  missedCheck: Plan['rule']['missedCheck'];
  minutesPerHour: string;
  why: string;
}

/** The draft of a plan that is there. */
export function draftOf(plan: Plan): Draft {
  const { title, kind, form, coOrganisers, target, syllabus, provider, place, link, contact, who, rule } = plan;
  const { walkIns, approval, window, capacity, offerHours, minutesPerHour } = plan;
  return {
    ...{ title, kind, form, target, walkIns, approval, link: link ?? '', why: '' },
    ...{ coOrganisers: coOrganisers.join('\n'), syllabus: syllabus.join('\n') },
    ...{ providerName: provider?.name ?? '', providerCost: provider ? yuanText(provider.costCents) : '' },
    ...{ division: place?.division ?? '', address: place?.address ?? '' },
    ...{ contactName: contact?.name ?? '', contactPhone: contact?.phone ?? '' },
    ...{ whose: who.units === 'anyone' ? 'anyone' : 'some', units: who.units === 'anyone' ? [] : [...who.units] },
    ...{ posts: [...(who.posts ?? [])], levels: [...(who.levels ?? [])] },
    ...{ opens: fieldText(window?.opens), closes: fieldText(window?.closes) },
    ...{ capacity: String(capacity), offerHours: String(offerHours), minutesPerHour: String(minutesPerHour) },
    ...{ lateAfterMin: String(rule.lateAfterMin), earlyBeforeMin: String(rule.earlyBeforeMin) },
    ...{ minShare: String(rule.minShare), countBy: rule.countBy },
    ...{ missingOut: rule.missingOut, missedCheck: rule.missedCheck },
  };
}

/** What a new course's editor begins with: the usual values, at the place of its unit. */
export function emptyDraft(division: string): Draft {
  return { ...draftOf(newPlan('', 'continuing', 'on-site') as Plan), division };
}

/** The plan of a draft: what is empty is taken away by null. */
export function planOfDraft(draft: Draft): Wanted {
  const { title, kind, form, target, walkIns, approval, whose, units, posts, levels } = draft;
  const { countBy, missingOut, missedCheck } = draft;
  const text = (value: string) => value.trim();
  const [opens, closes] = [fieldInstant(draft.opens), fieldInstant(draft.closes)];
  const { address, division, contactName, contactPhone, providerName } = draft;
  return {
    ...{ title: text(title), kind, form, target: text(target), walkIns, approval },
    ...{ coOrganisers: linesOf(draft.coOrganisers), syllabus: linesOf(draft.syllabus) },
    provider:
      text(providerName) === '' ? null : { name: text(providerName), costCents: centsOf(draft.providerCost) ?? 0 },
    place: text(address) === '' ? null : { division: text(division), address: text(address) },
    link: text(draft.link) === '' ? null : text(draft.link),
    contact:
      text(contactName) === ''
        ? null
        : { name: text(contactName), ...(text(contactPhone) !== '' && { phone: text(contactPhone) }) },
    who: {
      units: whose === 'anyone' ? 'anyone' : units,
      ...(posts.length > 0 && { posts }),
      ...(levels.length > 0 && { levels }),
    },
    window: opens === undefined || closes === undefined ? null : { opens, closes },
    ...{ capacity: whole(draft.capacity), offerHours: whole(draft.offerHours) },
    rule: {
      ...{ lateAfterMin: whole(draft.lateAfterMin), earlyBeforeMin: whole(draft.earlyBeforeMin) },
      ...{ minShare: whole(draft.minShare), countBy, missingOut, missedCheck },
    },
    minutesPerHour: whole(draft.minutesPerHour),
  };
}

/** The plan as it would be shown. */
export function previewOf(draft: Draft): Plan {
  const kept = Object.entries(planOfDraft(draft)).filter(([, value]) => value !== null);
  return Object.fromEntries(kept) as Plan;
}

/** Field → the code of what is wrong with it. */
export type DraftFaults = Partial<Record<keyof Draft, string>>;

/** What a draft may still lack until it is published. */
const LATER: readonly string[] = ['target-blank', 'window-missing', 'window-past', 'window-late', 'place-missing'];

interface Around {
  /** Nobody sees a draft: it may be saved unfinished. */
  isDraft: boolean;
  sessions: CourseRead['sessions'];
  /** Faults that were there before stand in nobody's way. */
  known: readonly { path: string; code: string }[];
  now: Instant;
}

/** What would keep a draft from being saved. */
export function draftFaults(draft: Draft, { isDraft, sessions, known, now }: Around): DraftFaults {
  const before = new Set(known.map(({ path, code }) => `${path} ${code}`));
  const held = sessions.map((session) => ({ ...session, course: '' }));
  const found = faultsOf(previewOf(draft) as CoursePlan, held as Parameters<typeof faultsOf>[1], now)
    .filter(({ path }) => !path.startsWith('sessions'))
    .filter((fault) => !before.has(`${fault.path} ${fault.code}`))
    .filter(({ code }) => !(isDraft && LATER.includes(code)));
  return { ...Object.fromEntries(found.map(({ path, code }) => [fieldOf(path), code])), ...typed(draft) };
}

/** What is wrong with how something is written. */
function typed({ opens, closes, address, division, link, providerName, providerCost }: Draft): DraftFaults {
  const isHalf = (opens === '') !== (closes === '');
  const hasPlace = address.trim() !== '';
  return {
    ...(isHalf && { [opens === '' ? 'opens' : 'closes']: 'moment' }),
    ...(hasPlace && !/^[1-9]\d{5}(\d{3})?$/.test(division.trim()) && { division: 'division' }),
    ...(link.trim() !== '' && !isHttps(link.trim()) && { link: 'link' }),
    ...(providerName.trim() !== '' && centsOf(providerCost) === undefined && { providerCost: 'money' }),
  };
}

/** `rule.minShare` is the field minShare, `window` begins with its first field. */
function fieldOf(path: CourseFault['path']): string {
  const last = path.split('.').at(-1) ?? path;
  return { window: 'opens', place: 'address' }[last] ?? last;
}

/** Digits as a number; what is none is no number, and the rules of plans find it. */
function whole(text: string): number {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN;
}

/** Yuan, with two decimals at most, as hundredths; nothing is nothing. */
export function centsOf(text: string): number | undefined {
  const [, yuan = '', rest = ''] = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(text.trim() === '' ? '0' : text.trim()) ?? [];
  return yuan === '' ? undefined : Number(yuan) * 100 + Number(rest.padEnd(2, '0'));
}

function isHttps(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}
