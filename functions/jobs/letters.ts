// What a message becomes as a mail's subject and text: pure, both languages one below the other.
import type { News, SessionNews } from '../domain/courses/news.ts';
import type { Told } from '../domain/courses/notice.ts';
import type { DecidedState } from '../domain/outbox/message.ts';
import { dayOf, type Instant, instantOf, msOf } from '../domain/time.ts';
import { en, type Moment, type Words, zh } from './words.ts';

export interface Letter {
  subject: string;
  text: string;
}

/** A course as a letter names it. */
export interface Titled {
  id: string;
  title: string;
}

const CHINA_MS = 8 * 3_600_000;

/** The pages that letters lead to, below the site's address and the language. */
const PATHS = {
  course: (id: string) => `/course/?c=${id}`,
  mine: '/my-training/',
  own: '/profile/',
  /** The code stands in the fragment, so that no server's log has it. */
  email: (code: string) => `/profile/#email=${code}`,
};

/** Where one turns such letters off. */
export function offLink(origin: string): string {
  return `${origin}${PATHS.own}`;
}

/** That a course has changed, or is off. */
export function newsLetter(origin: string, course: Titled, news: News): Letter {
  return bilingual(origin, (words) => {
    const { subject, intro, cancelled, open } = words.course;
    const said = news.cancelled === undefined ? intro(course.title) : cancelled(course.title, news.cancelled);
    const lines = news.changes.flatMap((change) => ['', ...changeLines(words, change)]);
    return {
      subject: subject(course.title),
      lines: [said, ...lines, '', link({ origin, words }, open, PATHS.course(course.id))],
    };
  });
}

/** That a freed seat is kept for the reader. */
export function offerLetter(origin: string, course: Titled, expiresAt: Instant): Letter {
  return bilingual(origin, (words) => {
    const { subject, text, open } = words.offer;
    const lines = [
      text(course.title, words.moment(momentOf(expiresAt))),
      '',
      link({ origin, words }, open, PATHS.mine),
    ];
    return { subject: subject(course.title), lines };
  });
}

/** What was decided about the reader's enrolment. The reason is not told: it may be of the kind that no mail should hold. */
export function decisionLetter(origin: string, course: Titled, state: DecidedState): Letter {
  return bilingual(origin, (words) => {
    const { subject, text } = words.decision[state];
    const lines = [text(course.title), '', link({ origin, words }, words.decision.open, PATHS.mine)];
    return { subject: subject(course.title), lines };
  });
}

/** That a certificate of completion is there. Its number is not told. */
export function completionLetter(origin: string, title: string): Letter {
  return bilingual(origin, (words) => {
    const { subject, text, open } = words.completion;
    return { subject: subject(title), lines: [text(title), '', link({ origin, words }, open, PATHS.mine)] };
  });
}

/** Asks whoever reads it to show that the address is theirs. It names nobody: the reader may be a stranger. */
export function addressLetter(origin: string, code: string): Letter {
  const parts = [zh, en].map((words) => {
    const { text, open, notYou } = words.address;
    return [words.hello, '', text, '', link({ origin, words }, open, PATHS.email(code)), '', notYou];
  });
  return { subject: subjectOf(zh.address.subject, en.address.subject), text: joined(parts) };
}

interface Part {
  subject: string;
  lines: string[];
}

function bilingual(origin: string, partIn: (words: Words) => Part): Letter {
  const [chinese, english] = [partIn(zh), partIn(en)];
  const foot = (words: Words) => ['', words.why, link({ origin, words }, words.off, PATHS.own)];
  const parts = [
    [zh.hello, '', ...chinese.lines, ...foot(zh)],
    [en.hello, '', ...english.lines, ...foot(en)],
  ];
  return { subject: subjectOf(chinese.subject, english.subject), text: joined(parts) };
}

function subjectOf(chinese: string, english: string): string {
  return `【助人学堂】${chinese} · ${english}`;
}

function joined(parts: readonly string[][]): string {
  return `${parts.map((lines) => lines.join('\n')).join('\n\n————\n\n')}\n`;
}

function link({ origin, words }: { origin: string; words: Words }, text: string, path: string): string {
  return `${text}${origin}${words.root}${path}`;
}

/** A session's name, what is new, and how it was and is. */
function changeLines(words: Words, { news, before, after }: SessionNews): string[] {
  const { news: named, was, now } = words.course;
  const title = after.title === undefined ? '' : `${after.title} — `;
  const isOff = news.includes('cancelled');
  return [
    `· ${title}${news.map((one) => named[one]).join(' · ')}`,
    ...(before === undefined || isOff ? [] : [`  ${was}: ${heldAs(words, before)}`]),
    `  ${before === undefined || isOff ? '' : `${now}: `}${heldAs(words, after)}`,
  ];
}

function heldAs(words: Words, { startsAt, endsAt, place, form }: Told): string {
  const where = form === 'on-site' || form === 'mixed' ? place?.address : words.course.online;
  const when = words.span(momentOf(startsAt), momentOf(endsAt));
  return where === undefined ? when : `${when} ${where}`;
}

function momentOf(at: Instant): Moment {
  const [year = 0, month = 0, day = 0] = dayOf(at).split('-').map(Number);
  const weekday = new Date(`${dayOf(at)}T00:00:00.000Z`).getUTCDay();
  return { year, month, day, weekday, clock: instantOf(msOf(at) + CHINA_MS).slice(11, 16) };
}
