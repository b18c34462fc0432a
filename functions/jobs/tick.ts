// What the timer does each time: seats first, for they make messages, then the outbox.
import type { JobDeps } from '../app/deps.ts';
import { deliver } from './deliver.ts';
import type { Tally } from './run.ts';
import { sweepOffers } from './sweep-offers.ts';

/** How long a run may sweep and send, together well within the function's time: what is under way then is finished. */
const SWEEP_MS = 10_000;
const SEND_MS = 30_000;

/** Mails that could not be sent, for good or for a long time. It fails the run, so that the function's alarm says so. */
class Undelivered extends Error {
  override name = 'Undelivered';
  constructor({ refused, late }: Tally) {
    super(`mail refused: ${refused}, late: ${late}`);
  }
}

/** One run. Rejects when the table fails, or with Undelivered. */
export async function tick(deps: JobDeps): Promise<void> {
  const swept = await settled(() => sweepOffers(deps)(SWEEP_MS));
  const tally = await deliver(deps)(SEND_MS);
  const { sent, failed, refused, late } = tally;
  if (sent + failed + refused > 0)
    deps.sink(JSON.stringify({ level: 'info', job: 'deliver', sent, failed, refused, late }));
  if (swept !== undefined) throw swept;
  if (refused + late > 0) throw new Undelivered(tally);
}

/** Runs to the end; gives the error, if there was one, so that what comes after is done all the same. */
async function settled(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error;
  }
}
