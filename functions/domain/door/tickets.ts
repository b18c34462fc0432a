// Tickets: a scan by somebody who is not signed in yet. The scan's time is what counts; the ticket is good once, for the phone that scanned.
import { type Instant, instantOf, msOf } from '../time.ts';
import type { CodeKind } from './codes.ts';

/** Signing in with a provider on a slow network takes minutes, not more. */
const TICKET_MIN = 10;

/** A scan that was checked when it arrived. `device` is the hash of a secret that the phone alone has. */
export interface Ticket {
  session: string;
  kind: CodeKind;
  step: number;
  at: Instant;
  device: string;
}

export type TicketRefusal = 'scan-unknown' | 'scan-other-device' | 'scan-expired';

/** The last instant at which a ticket may be redeemed. */
export function ticketUntil({ at }: Pick<Ticket, 'at'>): Instant {
  return instantOf(msOf(at) + TICKET_MIN * 60_000);
}

/** Why a ticket opens nothing; undefined when it does. One that is gone was redeemed, or never was. */
export function ticketFault(
  ticket: Ticket | undefined,
  { device, now }: { device: string; now: Instant },
): TicketRefusal | undefined {
  if (ticket === undefined) return 'scan-unknown';
  if (ticket.device !== device) return 'scan-other-device';
  return now > ticketUntil(ticket) ? 'scan-expired' : undefined;
}
