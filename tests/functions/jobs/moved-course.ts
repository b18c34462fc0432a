// What the outbox is tried with: a course of three that has moved, and a seat that is offered to one of them. What must come of it, however it came.
import { messageName } from '../../../functions/domain/outbox/message.ts';
import { change, enrolAs, MORNING, moveAs, people, publishedCourse } from '../../support/courses.ts';
import { addressOf, type Box, withAddresses } from '../../support/mail.ts';
import { settle } from '../../support/tenants.ts';
import type { World } from '../../support/world.ts';

const [ada, bo, cy] = ['person-00001', 'person-00002', 'person-00003'] as const;

/** The three, with their addresses. */
export async function settlePeople(world: World): Promise<void> {
  await settle(world);
  await people(world, 3);
  await withAddresses(world, [ada, bo, cy]);
}

/** The course; three mails to two people lie in the outbox. */
export async function movedCourse(world: World): Promise<string> {
  const course = await publishedCourse(world, { plan: { capacity: 2 } });
  for (const person of [ada, bo, cy]) await enrolAs(world, course, person);
  await change(world, course, {
    kind: 'change-session',
    session: `${course}-001`,
    plan: { startsAt: MORNING.startsAt.replace('T01', 'T02'), endsAt: MORNING.endsAt },
  });
  await moveAs(world, course, ada, { move: 'withdraw' });
  return course;
}

/** To whom the mails go. */
export const EXPECTED = [bo, cy, cy].map(addressOf);

/** What is left in the table when all is told. */
export const CLEAN = { lying: [], told: true };

export async function leftBehind(box: Box, course: string) {
  const { outbox } = box.deps.store;
  const lying = await outbox.due('2099');
  return { lying: lying.map(({ message }) => messageName(message)), told: (await outbox.toldUpTo(course)) > 0 };
}

/** To whom each mail went, whatever was repeated under its name. */
export function once(box: Box): string[] {
  return [...new Map(box.mails.map((mail) => [mail.messageId, mail.to])).values()].sort();
}
