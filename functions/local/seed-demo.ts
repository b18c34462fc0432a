// Gives the demo people of the login page their place in the demo world: a post at a unit, a role there, and the identity they sign in with.
import { PLATFORM } from '../app/bootstrap.ts';
import { Problem } from '../app/problem.ts';
import { actorOn } from '../domain/access/can.ts';
import type { AuditEntry } from '../domain/audit/chain.ts';
import { type Day, dayOf } from '../domain/time.ts';
import { demoPeople } from './people.ts';
import type { ExamWriter } from './seed-exams.ts';
import { type Keepers, LEDGER_STATION, seedLedgers } from './seed-ledgers.ts';
import { seedOwnExams } from './seed-own-exams.ts';
import type { PlannedPerson, Work } from './seed-plan.ts';
import { bureauId, centreId, stationId } from './seed-units.ts';
import { employ } from './seed-write.ts';

type Place = Pick<PlannedPerson, 'unit' | 'appointed'> & {
  role: NonNullable<PlannedPerson['role']>;
  /** `other` when missing. */
  post?: Work;
  /** Whether on the establishment; yes when missing. */
  established?: boolean;
  /** None when missing. */
  steps?: PlannedPerson['steps'];
};

/** Subject → where, and as what. */
const PLACES: { readonly [subject: string]: Place } = {
  'demo-trainer': { unit: centreId('360400'), role: 'trainer' },
  'demo-liaison': { unit: LEDGER_STATION, role: 'liaison', appointed: 'liaison' },
  'demo-bureau': { unit: bureauId('340523'), role: 'bureau-reader' },
  'demo-bureau-city': { unit: bureauId('360400'), role: 'bureau-manager' },
  'demo-bureau-county': { unit: bureauId('340523'), role: 'bureau-manager' },
  'demo-auditor': { unit: bureauId('360000'), role: 'auditor' },
  'demo-operator': { unit: PLATFORM, role: 'operator' },
  'demo-worker-county': {
    ...{ unit: stationId('340523100'), role: 'worker', post: 'community-worker', established: false },
    steps: [{ kind: 'certificate', certificate: { level: 'junior', number: 'DEMO-S-0001', issued: '2025-09-18' } }],
  },
  'demo-worker': { unit: LEDGER_STATION, role: 'worker', post: 'community-worker' },
};

const SINCE: Day = '2024-01-02';

/** The last of them, whose ledger the others have kept: whoever finds this one's identity knows that all are there. */
export const LAST_SUBJECT = 'demo-worker';

/**
 * Places everybody, under one issuer: another port is another issuer, and its people are others. Whoever has signed in before there was a
 * place for them, or whose unit people have closed since, stays without one; that is said in the log.
 */
export async function seedDemoPeople(writer: DemoWriter, issuer: string, log: (line: string) => void): Promise<void> {
  for (const { sub, name } of demoPeople) {
    const place = PLACES[sub];
    if (place === undefined) continue;
    const done = await settle(writer, { issuer, subject: sub, name, place }).catch(reasonOf);
    if (done !== 'done') log(`  ${name}: ${done}`);
  }
}

/** What the demo people are placed with: the ledger's entries and the means of the exam besides. */
export interface DemoWriter extends ExamWriter, Pick<Keepers, 'entries'> {}

interface Settling {
  issuer: string;
  subject: string;
  name: string;
  place: Place;
}

async function settle(writer: DemoWriter, { issuer, subject, name, place }: Settling): Promise<string> {
  const { deps } = writer;
  const identity = { issuer, subject };
  const id = `demo-${(await deps.digest(JSON.stringify(identity))).slice(0, 16)}`;
  const { post = 'other', established = true, steps = [], ...posted } = place;
  const begins = { name, post, established, from: SINCE };
  await employ(writer, { id, begins, steps, ...posted });
  if (subject === LAST_SUBJECT) {
    await seedLedgers(writer, id, await keepersOf(writer, issuer));
    await seedOwnExams(writer, id);
  }
  // No route ties an identity to a person that staff have added: here the machine's own provider and its people are one.
  const entry: AuditEntry = {
    ...{ at: deps.now(), actor: { kind: 'system', name: 'demo-world' }, action: 'linkIdentity' },
    ...{ thing: { type: 'person', id }, unit: place.unit },
  };
  const linked = await deps.store.people.link(identity, { id, at: deps.now() }, [entry]);
  return linked === 'identity-taken' && (await deps.store.people.find(identity)) === id ? 'done' : linked;
}

/** The demo people who hand hours in and decide about them. */
async function keepersOf({ deps, entries }: DemoWriter, issuer: string): Promise<Keepers> {
  const actorFor = async (subject: string) => {
    const id = (await deps.store.people.find({ issuer, subject })) ?? '';
    return actorOn(id, await deps.store.grants.ofPerson(id), dayOf(deps.now()));
  };
  return { liaison: await actorFor('demo-liaison'), manager: await actorFor('demo-bureau-city'), entries };
}

function reasonOf(error: unknown): string {
  if (error instanceof Problem) return error.more.reason ?? error.code;
  throw error;
}
