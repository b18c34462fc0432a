// Answers as they are stored: one attribute a question, `<order>.<received>.<picked>.<flag>.<seconds>`. The order is the number that dates a change, a
// tag of its device and the number as it was sent, all of fixed length: text order is the order in which changes hold, so that the table's own
// condition can tell which of two is newer.
import type { Answered, Written } from '../domain/attempts/answers.ts';
import { type Instant, instantOf, msOf } from '../domain/time.ts';

/** An answer that is kept: `seq` dates it, `sent` is its number as the device sent it, `device` a tag of the device. */
export interface HeldAnswer extends Answered {
  sent: number;
}

/** The same of words. */
export interface HeldText extends Written {
  sent: number;
}

/** Questions of one item. */
const CHUNK = 20;

const SEQ_DIGITS = 7;
const NOTHING = '-';
const ORDER = /^([0-9a-z]{7})([0-9a-z]{7})([0-9a-z]{7})$/;
const PACKED = /^([0-9a-z]{21})\.([0-9a-z]+)\.([A-Z]+|-)\.([01])\.([0-9a-z]+)$/;

/** Which item a question's answer stands in. */
export function chunkOf(n: number): number {
  return Math.floor((n - 1) / CHUNK);
}

export function fieldOf(n: number): string {
  return `q${n}`;
}

/** What two changes are compared by. `device` is a tag already. */
export function orderOf({ seq, device, sent }: Pick<HeldAnswer, 'seq' | 'device' | 'sent'>): string {
  const digits = (value: number) => value.toString(36).padStart(SEQ_DIGITS, '0');
  return `${digits(seq)}${device}${digits(sent)}`;
}

/** The numbers of an order; undefined for what is none. */
export function readOrder(text: unknown): Pick<HeldAnswer, 'seq' | 'device' | 'sent'> | undefined {
  const match = typeof text === 'string' ? ORDER.exec(text) : null;
  if (match === null) return undefined;
  const [, seq = '', device = '', sent = ''] = match;
  return { seq: Number.parseInt(seq, 36), device, sent: Number.parseInt(sent, 36) };
}

export function packAnswer(answer: HeldAnswer, startedAt: Instant): string {
  const { receivedAt, picked, flagged, spentS } = answer;
  const received = Math.max(0, msOf(receivedAt) - msOf(startedAt)).toString(36);
  return [orderOf(answer), received, picked.join('') || NOTHING, flagged ? '1' : '0', spentS.toString(36)].join('.');
}

/** The answer again; undefined for what is not of the form. */
export function unpackAnswer(n: number, text: unknown, startedAt: Instant): HeldAnswer | undefined {
  const match = typeof text === 'string' ? PACKED.exec(text) : null;
  const order = readOrder(match?.[1]);
  if (match === null || order === undefined) return undefined;
  const [, , received = '', picked = '', flag, spent = ''] = match;
  return {
    ...{ n, ...order, receivedAt: instantOf(msOf(startedAt) + Number.parseInt(received, 36)) },
    picked: picked === NOTHING ? [] : [...picked],
    ...{ flagged: flag === '1', spentS: Number.parseInt(spent, 36) },
  };
}
