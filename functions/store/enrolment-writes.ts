// What a step of enrolments writes: the enrolment on the version that was read, its line in the queue or among the offers, and the seats it
// takes or gives, in one transaction with the request that asked for it.
import type { Enrolment } from '../domain/courses/enrolment.ts';
import type { SeatMove } from '../domain/courses/seats.ts';
import { DECIDED_STATES } from '../domain/outbox/message.ts';
import { dueOfferDelete, dueOfferPut } from './due-offers.ts';
import { keys } from './keys.ts';
import { outboxPut } from './outbox.ts';
import { type NewRequest, requestParts } from './requests.ts';
import { seatWrites } from './seat-writes.ts';
import type { Table } from './table.ts';
import { type Part, putAny, putNew, type Write } from './transactions.ts';

/** An enrolment before (missing: the first of this person in this course) and after a step. */
export interface EnrolmentChange {
  before?: Enrolment | undefined;
  after: Enrolment;
}

export interface EnrolmentPut {
  /** Of one course: somebody's step, and with `pass` the step of whoever gets their seat. */
  changes: readonly EnrolmentChange[];
  move: SeatMove;
  /** Whether the course must be open for enrolment, where the move alone does not say so. */
  open?: boolean;
  request?: NewRequest | undefined;
}

/** The writes, the request first. `conflict`: something is no longer what was read, or the seats are not there: read and judge again. */
export function enrolmentParts(table: Table, put: EnrolmentPut): Part<'request-used' | 'conflict'>[] {
  const { changes, move, open = false, request } = put;
  const course = changes[0]?.after.course ?? '';
  const writes = [
    ...changes.flatMap((change) => changeWrites(table, change)),
    ...seatWrites(table, course, { move, open }),
  ];
  return [...requestParts(table, request), ...writes.map((write) => ({ write, refused: 'conflict' as const }))];
}

function changeWrites(table: Table, { before, after }: EnrolmentChange): Write[] {
  return [
    enrolmentWrite(table, { before, after }),
    ...pointerWrites(table, { before, after }),
    ...queueWrites(table, { before, after }),
    ...offerWrites(table, { before, after }),
    ...messageWrites(table, { before, after }),
  ];
}

function enrolmentWrite(table: Table, { before, after }: EnrolmentChange): Write {
  const item = { ...keys.enrolment(after.course, after.person), ...after };
  if (before === undefined) return putNew(table, item);
  return {
    Put: {
      TableName: table.name,
      Item: item,
      ConditionExpression: '#version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':version': before.version },
    },
  };
}

/** Where an enrolment is found from the person and from the unit: written with the first step, and with one from another unit. */
function pointerWrites(table: Table, { before, after }: EnrolmentChange): Write[] {
  const { course, person, unit } = after;
  return [
    ...(before === undefined ? [putAny(table, { ...keys.enrolmentOfPerson(person, course), course })] : []),
    ...(unit !== undefined && unit !== before?.unit
      ? [putAny(table, { ...keys.enrolmentOfUnit(unit, course, person), course, person })]
      : []),
  ];
}

function queueWrites(table: Table, { before, after }: EnrolmentChange): Write[] {
  const { course, person } = after;
  return [
    ...(before?.ticket === undefined ? [] : [deleteWrite(table, keys.waiting(course, before.ticket))]),
    ...(after.ticket === undefined
      ? []
      : [putNew(table, { ...keys.waiting(course, after.ticket), person, ticket: after.ticket })]),
  ];
}

function offerWrites(table: Table, { before, after }: EnrolmentChange): Write[] {
  const { course, person, at, offer } = after;
  const gone = before?.offer === undefined ? [] : goneWrites(table, before.offer.expiresAt, { course, person });
  if (offer === undefined) return gone;
  const { expiresAt } = offer;
  const notice = { kind: 'offer', course, person, at, expiresAt };
  return [
    putNew(table, { ...keys.offer(course, expiresAt, person), person, expiresAt }),
    // Only whoever waits is offered something, so that the ticket is there.
    putNew(table, { ...keys.offerNotice(course, before?.ticket ?? 0), ...notice }),
    dueOfferPut(table, { course, person, expiresAt }),
    outboxPut(table, { kind: 'offer', course, person, at, expiresAt }),
  ];
}

function goneWrites(table: Table, expiresAt: string, of: { course: string; person: string }): Write[] {
  return [deleteWrite(table, keys.offer(of.course, expiresAt, of.person)), dueOfferDelete(table, { ...of, expiresAt })];
}

/** What somebody else has decided is told; what one does oneself is not. */
function messageWrites(table: Table, { before, after }: EnrolmentChange): Write[] {
  const { course, person, at } = after;
  const state = DECIDED_STATES.find((one) => one === after.state);
  const isDecided = before?.state === 'requested' || state === 'removed';
  return state !== undefined && isDecided ? [outboxPut(table, { kind: 'decision', course, person, at, state })] : [];
}

function deleteWrite(table: Table, Key: { PK: string; SK: string }): Write {
  return { Delete: { TableName: table.name, Key, ConditionExpression: 'attribute_exists(PK)' } };
}
