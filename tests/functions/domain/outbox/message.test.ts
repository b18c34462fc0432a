import { expect, it } from 'vitest';
import { type Message, messageName } from '../../../../functions/domain/outbox/message.ts';

const at = '2026-03-01T04:00:00.000Z';
const of = { course: 'course-1', person: 'ada', at };
const messages: Message[] = [
  { kind: 'course', course: 'course-1', version: 3, at },
  { kind: 'course', course: 'course-1', version: 4, at },
  { kind: 'news', ...of, from: 0, to: 3 },
  { kind: 'news', ...of, from: 3, to: 4 },
  { kind: 'offer', ...of, expiresAt: at },
  { kind: 'decision', ...of, state: 'enrolled' },
  { kind: 'completion', person: 'ada', number: 'number-1', at },
  { kind: 'confirm-address', person: 'ada', code: 'secret', at },
];

it('names each message by its fact: no two alike, and no code in any', () => {
  const names = messages.map(messageName);
  expect(new Set(names).size).toBe(messages.length);
  expect(names.join()).not.toMatch(/[@#]|secret/);
});

it('gives what is told of the same fact at another time the same name', () => {
  const [course, , news] = messages as [Message, Message, Message];
  for (const message of [course, news]) expect(messageName({ ...message, at: '2027' })).toBe(messageName(message));
});
