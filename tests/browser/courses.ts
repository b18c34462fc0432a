// Courses for stories, made as their trainer makes them: by the wire, in a browser of the trainer's own.
import type { Page } from 'playwright-core';
import type { Answer, Input } from '../../functions/contract/index.ts';
import { methodAndPath, type RouteName } from '../../functions/contract/routes.ts';
import { dayOf, instantOf, msOf, startOfDay } from '../../functions/domain/time.ts';
import { signIn } from './steps.ts';
import { visitor } from './visitors.ts';

const HOUR_MS = 3_600_000;

interface Sent {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: object;
}

/** Calls a route as whoever is signed in on the page. Throws what the server said when it is no success. */
export async function ask<R extends RouteName>(page: Page, name: R, sent: Sent = {}): Promise<Answer<R>> {
  const { method, path } = methodAndPath(name);
  const filled = path.replace(/:(\w+)/g, (_, key: string) => sent.params?.[key] ?? '');
  const url = sent.query === undefined ? filled : `${filled}?${new URLSearchParams(sent.query)}`;
  const answered = await page.evaluate(
    async ([to, how, body]) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(to, { method: how, ...(body === null ? {} : { body, headers }) });
      return { ok: response.ok, text: await response.text() };
    },
    [url, method, sent.body === undefined ? null : JSON.stringify(sent.body)] as const,
  );
  if (!answered.ok) throw new Error(`${name}: ${answered.text}`);
  return JSON.parse(answered.text) as Answer<R>;
}

let made = 0;

/** An id of a wish that nobody has had. */
function wish(): string {
  made += 1;
  return `story-${process.pid}-${String(made).padStart(8, '0')}`;
}

export interface Made {
  course: string;
  session: string;
  title: string;
}

type NewCourse = Input<'createCourse'>['body'];

/** A published course of the trainer's unit whose one session is on: it began a while ago, and ends in two hours. */
export async function courseNow(
  trainer: Page,
  plan: Partial<NewCourse['plan']> = {},
  session: Partial<NonNullable<NewCourse['sessions']>[number]> = {},
): Promise<Made> {
  const { grants, now } = await ask(trainer, 'staffMe').then(async (me) => ({
    ...me,
    now: (await ask(trainer, 'me')).now,
  }));
  const unit = grants.find(({ role }) => role === 'trainer')?.unit ?? '';
  const at = (hours: number) => instantOf(msOf(now) + hours * HOUR_MS);
  const title = plan.title ?? `考前冲刺班 ${wish()}`;
  const usual = { title, kind: 'pre-exam', form: 'on-site', capacity: 2, target: '报考人员' } as const;
  const place = { division: '360400', address: '九江市社工服务中心 301 教室' };
  const window = { opens: startOfDay(dayOf(at(-48))), closes: at(1) };
  const body = {
    request: wish(),
    plan: { ...usual, place, window, ...plan },
    sessions: [
      { form: 'on-site', startsAt: at(-0.2), endsAt: at(2), title: '第一讲', trainers: ['主讲老师'], ...session },
    ],
  };
  const { course, version } = await ask(trainer, 'createCourse', { params: { unit }, body });
  await ask(trainer, 'changeCourse', { params: { course }, body: { kind: 'publish', request: wish(), version } });
  const [held] = (await ask(trainer, 'readCourse', { params: { course } })).sessions;
  return { course, session: held?.id ?? '', title };
}

/** The link of the QR that the door's screen shows now, as a path of the site; and its digits. */
export async function doorShows(trainer: Page, session: string, kind: 'in' | 'out' | 'mid' = 'in') {
  const { codes } = await ask(trainer, 'showDoor', { params: { session }, query: { kind } });
  const [code] = codes;
  if (code === undefined) throw new Error('the door shows no code');
  const { pathname, hash } = new URL(code.link);
  return { link: `${pathname}${hash}`, digits: code.digits };
}

/** A trainer in a browser of their own, with a course that is on. */
export async function trained(
  plan: Parameters<typeof courseNow>[1] = {},
  session: Parameters<typeof courseNow>[2] = {},
) {
  const { page } = await visitor();
  await signIn(page, 'trainer');
  return { trainer: page, ...(await courseNow(page, plan, session)) };
}
