// What each move of the seats writes, and on which condition: the table of domain/courses/seats.ts as expressions, held together by a test.
import type { Course } from '../domain/courses/course.ts';
import { SEAT_EFFECTS, type SeatMove } from '../domain/courses/seats.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';
import type { Write } from './transactions.ts';

const CONDITIONS: Readonly<Record<SeatMove, string | undefined>> = {
  keep: undefined,
  take: '#taken < #capacity AND #waiting = :zero',
  queue: '(#taken >= #capacity OR #waiting > :zero)',
  'leave-queue': '#waiting > :zero',
  release: '#taken > :zero AND (#waiting = :zero OR #taken > #capacity)',
  abandon: '#taken > :zero',
  pass: '#waiting > :zero AND #taken <= #capacity',
  offer: '#waiting > :zero AND #taken < #capacity',
};

/** Only a course that is open for enrolment gives anybody anything; leaving is always possible. */
const OPEN_ONLY: readonly SeatMove[] = ['keep', 'take', 'queue', 'pass', 'offer'];

/** The write of a move; nothing for `keep` unless the course must be open (`open`). */
export function seatWrites(table: Table, course: string, { move, open }: { move: SeatMove; open: boolean }): Write[] {
  const isGuarded = OPEN_ONLY.includes(move) && (open || move !== 'keep');
  const state: Course['state'] = 'published';
  const conditions = [isGuarded ? '#state = :open' : undefined, CONDITIONS[move]].filter((one) => one !== undefined);
  if (conditions.length === 0) return [];
  const text = conditions.join(' AND ');
  const named = ['#state', '#capacity', '#taken', '#waiting'].filter((name) => text.includes(name));
  const common = {
    TableName: table.name,
    Key: keys.seats(course),
    ConditionExpression: text,
  };
  const values = { ...(isGuarded && { ':open': state }), ...(text.includes(':zero') && { ':zero': 0 }) };
  const { taken, waiting } = SEAT_EFFECTS[move];
  if (taken === 0 && waiting === 0) {
    return [
      { ConditionCheck: { ...common, ExpressionAttributeNames: namesOf(named), ExpressionAttributeValues: values } },
    ];
  }
  const added = [
    ...(taken === 0 ? [] : [{ name: '#taken', value: ':taken', by: taken }]),
    ...(waiting === 0 ? [] : [{ name: '#waiting', value: ':waiting', by: waiting }]),
  ];
  return [
    {
      Update: {
        ...common,
        UpdateExpression: `ADD ${added.map(({ name, value }) => `${name} ${value}`).join(', ')}`,
        ExpressionAttributeNames: namesOf([...named, ...added.map(({ name }) => name)]),
        ExpressionAttributeValues: { ...values, ...Object.fromEntries(added.map(({ value, by }) => [value, by])) },
      },
    },
  ];
}

function namesOf(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, name.slice(1)]));
}
