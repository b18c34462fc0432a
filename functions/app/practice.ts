// The practice journal on the server: batches are kept as they come and given to the person's other devices.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can, ofPerson } from '../domain/access/can.ts';
import type { CoreDeps } from './deps.ts';
import { Problem } from './problem.ts';

/** Batches in one answer: 40 × 50 entries stay far below what a function may answer with (6 MB). */
const BATCHES_MOST = 40;

/** Keeps a batch. Sending it again changes nothing; other content under the same number is refused. */
export function addBatch(deps: CoreDeps) {
  return async (actor: Actor, { params, body }: Input<'addBatch'>): Promise<Answer<'addBatch'>> => {
    permit(actor, params.person);
    const stored = await deps.store.batches.put(params.person, body);
    if (stored === 'differs') throw new Problem('batch_differs');
    return { stored, through: body.first + body.entries.length - 1, now: deps.now() };
  };
}

/** The batches that the caller lacks, device by device. */
export function listBatches(deps: CoreDeps) {
  return async (actor: Actor, { params, query }: Input<'listBatches'>): Promise<Answer<'listBatches'>> => {
    permit(actor, params.person);
    const found = await deps.store.batches.list(params.person, knownOf(query.known), BATCHES_MOST);
    return { ...found, now: deps.now() };
  };
}

/** A journal is its person's alone; to anybody else it is not there. */
function permit(actor: Actor, person: string): void {
  if (actor.kind === 'guest') throw new Problem('not_signed_in');
  if (!can.keepJournal(actor, ofPerson(person))) throw new Problem('not_found');
}

/** 'dev-a.12,dev-b.3' → how many entries of each device the caller holds. */
function knownOf(text: string | undefined): Map<string, number> {
  const pairs = (text ?? '').split(',').filter((part) => part !== '');
  return new Map(
    pairs.map((pair) => {
      const at = pair.lastIndexOf('.');
      return [pair.slice(0, at), Number(pair.slice(at + 1))];
    }),
  );
}
