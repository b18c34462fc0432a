// A message to one person: the letter it becomes by what holds now, the address, the sending, and another attempt later.
import type { JobDeps } from '../app/deps.ts';
import type { Enrolment } from '../domain/courses/enrolment.ts';
import type { Message } from '../domain/outbox/message.ts';
import type { Posted } from '../store/outbox.ts';
import { addressLetter, completionLetter, decisionLetter, type Letter, offerLetter } from './letters.ts';
import { letterOfNews } from './news-letter.ts';
import { failed, type Run, retryAt, send } from './run.ts';

type Kind = Message['kind'];
type Of<K extends Kind> = Extract<Message, { kind: K }>;
/** One person's: all but those to a whole course. */
type Personal = Exclude<Message, { kind: 'course' }>;

interface Addressed {
  to: string;
  letter: Letter;
}

/** Sends a message that is held, and takes it out: also when there is nobody to write to, or nothing that still holds. */
export async function tellOne(run: Run, held: Posted): Promise<void> {
  const { outbox } = run.deps.store;
  const message = held.message as Personal;
  const addressed = await addressedOf(run.deps, message);
  if (addressed === undefined || (await send(run, message, addressed)) === 'done') return outbox.drop(held);
  const failures = held.failures + 1;
  failed(run, failures);
  const due = retryAt(run.deps, failures);
  if (due === undefined) return outbox.drop(held);
  await outbox.move(held, { due, failures });
}

async function addressedOf(deps: JobDeps, message: Personal): Promise<Addressed | undefined> {
  if (message.kind === 'confirm-address') return confirming(deps, message);
  const to = (await deps.store.contacts.confirmedMany([message.person])).get(message.person)?.email;
  const letter = to === undefined ? undefined : await letterOf(deps, message);
  return to === undefined || letter === undefined ? undefined : { to, letter };
}

/** Only the newest code is of use, and only while its address waits. */
async function confirming(
  { store, digest, origin }: JobDeps,
  { person, code }: Of<'confirm-address'>,
): Promise<Addressed | undefined> {
  const waiting = (await store.contacts.get(person))?.waiting;
  if (waiting?.codeHash !== (await digest(code))) return undefined;
  return { to: waiting.email, letter: addressLetter(origin, code) };
}

async function letterOf(
  deps: JobDeps,
  message: Exclude<Personal, { kind: 'confirm-address' }>,
): Promise<Letter | undefined> {
  switch (message.kind) {
    case 'completion':
      return ofCompletion(deps, message);
    case 'news':
      return ofNews(deps, message);
    default:
      return ofEnrolment(deps, message);
  }
}

async function ofCompletion({ store, origin }: JobDeps, { number }: Of<'completion'>): Promise<Letter | undefined> {
  const completion = await store.completions.get(number);
  return completion?.status === 'valid' ? completionLetter(origin, completion.title) : undefined;
}

async function ofNews(deps: JobDeps, { course: id, person, from, to }: Of<'news'>): Promise<Letter | undefined> {
  const [course, enrolment, notices] = await Promise.all([
    deps.store.courses.get(id),
    deps.store.enrolments.get(id, person),
    deps.store.notices.list(id, from),
  ]);
  if (course === undefined || enrolment === undefined) return undefined;
  const told = notices.filter(({ number }) => number <= to);
  return letterOfNews(deps.origin, course, { enrolment, notices: told });
}

/** An offer or a decision is told while it holds: whoever has moved on meanwhile knows more than the letter would say. */
async function ofEnrolment(deps: JobDeps, message: Of<'offer'> | Of<'decision'>): Promise<Letter | undefined> {
  const [course, enrolment] = await Promise.all([
    deps.store.courses.get(message.course),
    deps.store.enrolments.get(message.course, message.person),
  ]);
  if (course === undefined || enrolment === undefined || !holds(enrolment, message, deps.now())) return undefined;
  return message.kind === 'offer'
    ? offerLetter(deps.origin, course, message.expiresAt)
    : decisionLetter(deps.origin, course, message.state);
}

function holds({ state, at, offer }: Enrolment, message: Of<'offer'> | Of<'decision'>, now: string): boolean {
  if (message.kind === 'offer') return offer?.expiresAt === message.expiresAt && message.expiresAt > now;
  return state === message.state && at === message.at;
}
