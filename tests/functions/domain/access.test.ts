import { expect, it } from 'vitest';
import { type Actor, can } from '../../../functions/domain/access.ts';

const guest: Actor = { kind: 'guest' };
const person: Actor = { kind: 'person', person: 'person-a' };

it.each([
  ['a guest', guest, false],
  ['the person themselves', person, true],
  ['another person', { kind: 'person', person: 'person-ab' } as Actor, false],
])('lets %s keep a journal: %s', (_who, actor, allowed) => {
  expect(can.keepJournal(actor, 'person-a')).toBe(allowed);
});

it('lets whoever is signed in report a question, and no guest', () => {
  expect(can.reportQuestion(person)).toBe(true);
  expect(can.reportQuestion(guest)).toBe(false);
});
