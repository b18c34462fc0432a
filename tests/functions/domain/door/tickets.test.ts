import { expect, it } from 'vitest';
import { type Ticket, ticketFault, ticketUntil } from '../../../../functions/domain/door/tickets.ts';
import { after, STARTS } from './builders.ts';

const ticket: Ticket = { session: 's-1', kind: 'in', step: 1, at: STARTS, device: 'phone-hash' };

it('redeems a ticket with the phone that scanned, within ten minutes', () => {
  expect(ticketUntil(ticket)).toBe(after(600));
  expect(ticketFault(ticket, { device: 'phone-hash', now: after(600) })).toBeUndefined();
  expect(ticketFault(ticket, { device: 'phone-hash', now: after(601) })).toBe('scan-expired');
});

it('redeems it with no other phone, and none that is gone', () => {
  expect(ticketFault(ticket, { device: 'other-hash', now: after(1) })).toBe('scan-other-device');
  expect(ticketFault(undefined, { device: 'phone-hash', now: after(1) })).toBe('scan-unknown');
});
