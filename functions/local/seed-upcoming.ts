// The courses of the demo world that are still to come, counted from the first start: one that anybody can enrol in and check in to at once, whatever
// the hour, one in ten days that some have enrolled in, and a recorded one that can be watched at once.
import { addDays, dayOf, type Instant, instantOf, msOf, startOfDay } from '../domain/time.ts';
import { at, everyNth, hour, type PlannedCourse, type SessionPlan } from './seed-courses.ts';
import type { PlannedPerson } from './seed-plan.ts';
import { centreId, stationId } from './seed-units.ts';

const HOUR_MS = 3_600_000;

/** The question room is open for two weeks, from nine to nine. */
const ROOM = { days: 14, opens: 9, closes: 21, capacity: 200 } as const;
/** Whoever starts the product at night finds it open for so many hours. */
const NIGHT_HOURS = 6;

/** The class in ten days: seats, and how many are taken. */
const CLASS = { inDays: 10, capacity: 40, enrolled: 28 } as const;

const PLACE = { division: '360400', address: '九江市社工人才服务中心培训室（演示）' };
const organised = { unit: centreId('360400'), by: `${centreId('360400')}-01` };

/** Recorded: open for so many days from the first start on. Its lessons are pages of offices of state, for a demo has no films of its own. */
const RECORDED = {
  days: 60,
  lessons: [
    { title: '认识主管部门：中央社会工作部网站', minutes: 3, link: 'https://www.zyshgzb.gov.cn/' },
    { title: '查政策：民政部网站', minutes: 3, link: 'https://www.mca.gov.cn/' },
  ],
} as const;

/** All, as they are planned at an instant. */
export function upcomingCourses(people: readonly PlannedPerson[], now: Instant): PlannedCourse[] {
  return [roomFrom(now), classFrom(people, now), recordedFrom(now)];
}

function roomFrom(now: Instant): PlannedCourse {
  const sessions = roomSessions(now);
  const closes = (sessions.at(-1) as SessionPlan).endsAt;
  return {
    ...{ id: 'demo-question-room', ...organised, people: [] },
    plan: {
      ...{ title: '考前答疑室（每天开放）', kind: 'pre-exam', form: 'on-site', target: '所有备考人员，随来随问' },
      ...{ place: PLACE, syllabus: ['疑难题讲解', '报考条件咨询'], capacity: ROOM.capacity, walkIns: true },
      window: { opens: instantOf(msOf(now) - HOUR_MS), closes },
      // Whoever comes for an hour has come: there is no least share of twelve hours.
      rule: { lateAfterMin: 240, earlyBeforeMin: 240, minShare: 0, ...UNASKED },
    },
    sessions,
  };
}

const UNASKED = { countBy: 'presence', missingOut: 'none', missedCheck: 'ignore' } as const;

/** Today's session takes marks at once; those of the other days keep their hours. */
function roomSessions(now: Instant): SessionPlan[] {
  const today = dayOf(now);
  const room = { title: '答疑', trainers: ['培训讲师（演示）'] };
  const days = Array.from({ length: ROOM.days - 1 }, (_, i) => addDays(today, i + 1));
  const usual = days.map((day) => ({ ...at(day, { form: 'on-site' }, [ROOM.opens, ROOM.closes]), ...room }));
  const hourNow = Math.floor((msOf(now) - msOf(startOfDay(today))) / HOUR_MS);
  const isOpen = hourNow >= ROOM.opens && hourNow < ROOM.closes - 1;
  const first = isOpen ? ROOM.opens : hourNow;
  const last = hourNow < ROOM.closes - 1 ? ROOM.closes : hourNow + NIGHT_HOURS;
  return [{ ...at(today, { form: 'on-site' }, [first, last]), ...room }, ...usual];
}

function classFrom(people: readonly PlannedPerson[], now: Instant): PlannedCourse {
  const day = addDays(dayOf(now), CLASS.inDays);
  const workers = people.filter(
    ({ unit, begins }) => unit.startsWith(stationId('3604')) && begins.post === 'social-worker',
  );
  const trainers = ['培训讲师（演示）'];
  return {
    ...{ id: 'demo-next-class', ...organised, people: everyNth(workers, 11, CLASS.enrolled) },
    plan: {
      ...{ title: '社会工作实务能力提升班', kind: 'continuing', form: 'mixed', target: '社工站工作人员和备考人员' },
      ...{ place: PLACE, syllabus: ['个案管理', '小组活动设计', '社区动员'], capacity: CLASS.capacity },
      window: { opens: instantOf(msOf(now) - HOUR_MS), closes: hour(addDays(day, -1), 18) },
    },
    sessions: [
      { ...at(day, { form: 'on-site' }, [9, 12]), title: '个案管理', trainers },
      { ...at(day, { form: 'on-site' }, [14, 17]), title: '小组活动设计', trainers },
      { ...at(addDays(day, 1), { form: 'live' }, [9, 12]), title: '社区动员（直播）', trainers },
    ],
  };
}

/** Without a place: it is found in the schedule of its organiser's province. */
function recordedFrom(now: Instant): PlannedCourse {
  const startsAt = startOfDay(dayOf(now));
  const endsAt = hour(addDays(dayOf(now), RECORDED.days), 22);
  const lessons = RECORDED.lessons.map((lesson) => ({ ...lesson }));
  return {
    ...{ id: 'demo-recorded-course', ...organised, people: [] },
    plan: {
      ...{ title: '网上查政策（录播网课）', kind: 'continuing', form: 'recorded', target: '社工站工作人员和备考人员' },
      ...{ syllabus: lessons.map(({ title }) => title), capacity: 500 },
      window: { opens: startsAt, closes: hour(addDays(dayOf(now), RECORDED.days - 1), 22) },
    },
    sessions: [{ form: 'recorded', startsAt, endsAt, title: '录播网课', trainers: ['培训讲师（演示）'], lessons }],
  };
}
