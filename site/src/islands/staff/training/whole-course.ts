// A course's roster and report to their last page: both are worked on as a whole.
import type { Answer } from '../../../../../functions/contract/index.ts';
import type { Call } from '../../../api/client.ts';
import { allPages } from './all-pages.ts';

type Roster = Answer<'listRoster'>;
export type RosterRow = Roster['enrolments'][number];

/** Everybody who has or had to do with a course, and its seats. */
export async function wholeRoster(call: Call, course: string): Promise<Pick<Roster, 'enrolments' | 'seats' | 'now'>> {
  const pages = await allPages((query) => call('listRoster', { params: { course }, query }));
  const [first] = pages;
  return { enrolments: pages.flatMap(({ enrolments }) => enrolments), seats: first.seats, now: first.now };
}

export type Report = Pick<Answer<'listAttendance'>, 'people' | 'minutesPerHour' | 'names'>;

export async function wholeReport(call: Call, course: string): Promise<Report> {
  const pages = await allPages((query) => call('listAttendance', { params: { course }, query }));
  const names = Object.assign({}, ...pages.map((page) => page.names)) as Report['names'];
  return { people: pages.flatMap(({ people }) => people), minutesPerHour: pages[0].minutesPerHour, names };
}
