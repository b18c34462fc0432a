// Sending on what a door without network has written down. Sent twice it is one mark each: the server knows device and number.
import type { Instant } from '../../../../../../functions/domain/time.ts';
import type { Call } from '../../../../api/client.ts';
import { slicesOf } from '../slices.ts';
import type { OfflineStore } from './offline-store.ts';

/** The contract takes so many at once. */
const AT_ONCE = 50;

export interface Relaying {
  call: Call;
  store: OfflineStore;
  session: string;
  /** Who is signed in: what another person wrote down waits for them. */
  me: string;
  /** The device's clock. */
  now: () => Instant;
}

/** Sends all that waits. Taken marks go from the device, refused ones stay with the reason. Answers how far the clock is off, in ms. Throws ApiProblem. */
export async function relay({ call, store, session, me, now }: Relaying): Promise<number> {
  const waiting = (await store.ofSession(session)).filter(({ by, refused }) => by === me && refused === undefined);
  let off = 0;
  for (const slice of slicesOf(waiting, AT_ONCE)) {
    const marks = slice.map(({ seq, person, kind, at }) => ({ seq, person, kind, at }));
    const device = await store.device();
    const answer = await call('relayMarks', { params: { session }, body: { device, sentAt: now(), marks } });
    for (const { line, outcome, reason = 'other' } of answer.lines) {
      const mark = slice[line];
      if (mark === undefined) continue;
      if (outcome === 'refused') await store.put({ ...mark, refused: reason });
      else await store.delete(mark);
    }
    off = answer.clockOffMs;
  }
  return off;
}
