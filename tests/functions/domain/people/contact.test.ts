import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  askingFor,
  type Contact,
  confirmedBy,
  NO_CONTACT,
  noticesTo,
  withoutEmail,
  withoutWaiting,
} from '../../../../functions/domain/people/contact.ts';
import { instantOf, msOf } from '../../../../functions/domain/time.ts';
import { NOON } from '../../../support/builders.ts';

const after = (minutes: number) => instantOf(msOf(NOON) + minutes * 60_000);
const ask = (contact: Contact, n: number, minutes = 0) =>
  askingFor(contact, { email: `p${n}@example.cn`, codeHash: `hash-${n}`, now: after(minutes) });

function asked(contact: Contact, n: number, minutes = 0): Contact {
  const moved = ask(contact, n, minutes);
  if (!moved.ok) throw new Error(moved.reason);
  return moved.contact;
}

function confirmed(contact: Contact, n: number, minutes = 0): Contact {
  const moved = confirmedBy(contact, { codeHash: `hash-${n}`, now: after(minutes) });
  if (!moved.ok) throw new Error(moved.reason);
  return moved.contact;
}

it('is written to once the code has come back, and not before', () => {
  const waiting = asked(NO_CONTACT, 1);
  expect(noticesTo(waiting)).toBeUndefined();
  expect(noticesTo(confirmed(waiting, 1))).toBe('p1@example.cn');
});

it('keeps the address that was confirmed until the next one is', () => {
  const first = confirmed(asked(NO_CONTACT, 1), 1);
  const both = asked(first, 2, 5);
  expect(noticesTo(both)).toBe('p1@example.cn');
  expect(noticesTo(confirmed(both, 2, 6))).toBe('p2@example.cn');
  expect(noticesTo(withoutWaiting(both))).toBe('p1@example.cn');
  expect(withoutWaiting(both)).not.toHaveProperty('waiting');
});

it('takes no code but the last one that was sent, and that one again without a change', () => {
  const second = asked(asked(NO_CONTACT, 1), 2, 1);
  expect(confirmedBy(second, { codeHash: 'hash-1', now: after(2) })).toEqual({
    ok: false,
    reason: 'mail-code-unknown',
  });
  expect(confirmedBy(NO_CONTACT, { codeHash: 'hash-1', now: NOON })).toEqual({
    ok: false,
    reason: 'mail-code-unknown',
  });
  const done = confirmed(second, 2, 2);
  expect(confirmedBy(done, { codeHash: 'hash-2', now: after(9_999) })).toEqual({ ok: true, contact: done });
});

it('takes a code for a day, and not at the instant after', () => {
  const waiting = asked(NO_CONTACT, 1);
  expect(confirmed(waiting, 1, 24 * 60 - 1).confirmed?.email).toBe('p1@example.cn');
  expect(confirmedBy(waiting, { codeHash: 'hash-1', now: after(24 * 60) })).toEqual({
    ok: false,
    reason: 'mail-code-expired',
  });
});

it('is asked at most three times within any hour, whatever is taken away between', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ wait: fc.nat(40), drops: fc.boolean() }), { maxLength: 30 }), (steps) => {
      let [contact, minutes]: [Contact, number] = [NO_CONTACT, 0];
      const sent: number[] = [];
      for (const [n, { wait, drops }] of steps.entries()) {
        minutes += wait;
        if (drops) contact = withoutEmail(contact);
        const moved = ask(contact, n, minutes);
        const within = sent.filter((at) => minutes - at < 60);
        expect(moved.ok).toBe(within.length < 3);
        if (!moved.ok) continue;
        contact = moved.contact;
        sent.push(minutes);
      }
    }),
  );
});

it('leaves no address when it is taken away', () => {
  const held = { ...asked(confirmed(asked(NO_CONTACT, 1), 1), 2, 1), wantsNotices: false };
  const gone = withoutEmail(held);
  expect(JSON.stringify(gone)).not.toMatch(/example\.cn|hash-/);
  expect(gone.wantsNotices).toBe(false);
});

it('is not written to by whoever wants no notices', () => {
  expect(noticesTo({ ...confirmed(asked(NO_CONTACT, 1), 1), wantsNotices: false })).toBeUndefined();
});
