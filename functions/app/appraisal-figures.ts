// What is counted of a unit's own facts for an appraisal, so that nobody has to count by hand: the same rules whoever asks.
import { type Appraisal, monthsOf, type Term } from '../domain/appraisal/appraisal.ts';
import { dayIn, minutesIn, stateOf } from '../domain/hours/entries.ts';
import type { Day } from '../domain/time.ts';
import { today } from './access.ts';
import type { StationDeps } from './deps.ts';
import { inParallel } from './in-parallel.ts';

export type Figures = NonNullable<Appraisal['counted']>['figures'];

/** People of one unit that are looked at: a station has a handful. */
const PEOPLE_MOST = 200;
const AT_ONCE = 8;

/** The figures of a unit in a term. People and certificates are as of the term's last day, or of today while it lasts. */
export async function countedFor(deps: StationDeps, unit: string, term: Term): Promise<Figures> {
  const [work, people] = await Promise.all([workIn(deps, unit, term), peopleIn(deps, unit, term)]);
  return { ...work, ...people };
}

async function workIn(deps: StationDeps, unit: string, term: Term): Promise<Figures> {
  const { from, to } = monthsOf(term);
  const within = (day: Day) => from <= day.slice(0, 7) && day.slice(0, 7) <= to;
  const [records, book] = await Promise.all([
    deps.store.workRecords.ofYear(unit, term.year),
    deps.store.workRecords.coverage(unit),
  ]);
  const works = records.filter(({ voided, work }) => !voided && within(work.day)).map(({ work }) => work);
  const activities = works.filter(({ type }) => type === 'activity');
  const months = Object.entries(book.months).filter(([month]) => within(month));
  return {
    activities: activities.length,
    served: works.reduce((sum, work) => sum + (work.type === 'activity' ? work.served : 0), 0),
    visits: months.reduce((sum, [, { coverage }]) => sum + coverage.visits, 0),
    supervisions: works.filter(({ type }) => type === 'supervision').length,
  };
}

async function peopleIn(deps: StationDeps, unit: string, term: Term): Promise<Figures> {
  const { from, to } = monthsOf(term);
  const day = lastDayOf(to, today(deps));
  const { found } = await deps.store.workers.list(unit, { day, limit: PEOPLE_MOST });
  const people = [...new Set(found.map(({ person }) => person))];
  let [certified, minutes] = [0, 0];
  await inParallel(AT_ONCE, people, async (id) => {
    const [person, entries] = await Promise.all([deps.store.people.get(id), deps.store.hours.ofPerson(id)]);
    if (person?.certificates.some(({ issued }) => issued <= day)) certified += 1;
    for (const entry of entries) {
      const month = dayIn(entry)?.slice(0, 7) ?? '';
      if (stateOf(entry).state === 'approved' && from <= month && month <= to) minutes += minutesIn(entry);
    }
  });
  const share = people.length === 0 ? 0 : Math.floor((certified * 100) / people.length);
  return { workers: people.length, certified: share, minutes };
}

/** No day of a month lies past its 31st, as texts compare. */
function lastDayOf(month: string, now: Day): Day {
  const last = `${month}-31`;
  return last < now ? last : now;
}
