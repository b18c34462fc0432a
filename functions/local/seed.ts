// The believable world of a first start: a demo candidate who has practised for three weeks, four towns with their units and people, and their
// trainings. Made through the same capabilities that people use, with fixed seeds, so that every machine shows the same figures.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CoreDeps } from '../app/deps.ts';
import { completeSignIn } from '../app/sessions.ts';
import { makeExamDeps, makeMockDeps, makeStaffDeps, makeStationDeps, sealKeyFrom } from '../deps.ts';
import type { Question } from '../domain/questions/question.ts';
import type { Catalogue, Pack } from '../domain/questions/release.ts';
import { makeSigner } from '../papers/signer.ts';
import { sha256 } from '../store/digest.ts';
import { makeLedgerStore, makeStore } from '../store/store.ts';
import { openTable, type Table } from '../store/table.ts';
import { demoPeople } from './people.ts';
import { LAST_SUBJECT, seedDemoPeople } from './seed-demo.ts';
import { seedExams } from './seed-exams.ts';
import { seedMock } from './seed-mock.ts';
import { seedPapers } from './seed-papers.ts';
import { plannedPeople } from './seed-people.ts';
import { seedJournal, seedWorkersPractice } from './seed-practising.ts';
import { seedStation } from './seed-station.ts';
import { seedSubsidies } from './seed-subsidies.ts';
import { seedTraining } from './seed-training.ts';
import { plannedTrees } from './seed-units.ts';
import { seedWorld } from './seed-world.ts';

const PRACTISED = 'demo-candidate-practised';
/** The bank that was built for the function of mock papers. */
const MOCK_BANK = new URL('../../dist/functions/mock/mock/', import.meta.url);
const NOBODY = { state: '', nonce: '', verifier: '', returnTo: '/' };

interface Identity {
  issuer: string;
  subject: string;
}

/**
 * Seeds what is missing. One read shows that all is there (under this issuer: another port has people of its own, in the same world); what a
 * start that was cut off has left undone, the next one does.
 */
export async function seedIfEmpty(env: Record<string, string>, log: (line: string) => void): Promise<void> {
  const table = seedTable(env);
  // A store that remembers where it left each audit chain: nobody else writes while the world is seeded.
  const deps = { ...makeStaffDeps(env), store: makeStore(table, sha256, new Map()) };
  const issuer = env.ISSUER ?? '';
  if ((await deps.store.people.find({ issuer, subject: LAST_SUBJECT })) !== undefined) return;
  const questions = bankQuestions();
  const practised = await seedCandidate(deps, { issuer, subject: PRACTISED }, questions);
  await seedMock(makeMockDeps(env, MOCK_BANK), practised.id, practised.createdAt);
  const writer = await seedWorld(deps, log);
  await seedWorkersPractice(deps, plannedPeople(plannedTrees()), questions);
  await seedTraining(writer, makeSigner(sealKeyFrom(env)));
  await seedPapers(deps, { table, actor: writer.actor, deps: makeMockDeps(env, MOCK_BANK) });
  const exams = makeExamDeps(env);
  await seedExams({ ...writer, exams });
  await seedStation({ ...writer, station: makeStationDeps(env) });
  await seedSubsidies({ ...writer, station: makeStationDeps(env) });
  await seedDemoPeople({ ...writer, exams, entries: makeLedgerStore(table).ledgerEntries }, issuer, log);
}

function seedTable({ TABLE_NAME = '', DYNAMODB_ENDPOINT: endpoint }: Record<string, string>): Table {
  return openTable(TABLE_NAME, endpoint ? { endpoint } : {});
}

/** The demo candidate, with three weeks of practice. */
async function seedCandidate(
  deps: CoreDeps,
  identity: Identity,
  questions: readonly Question[],
): Promise<{ id: string; createdAt: string }> {
  const id = (await deps.store.people.find(identity)) ?? (await signUp(deps, identity));
  const person = await deps.store.people.get(id);
  if (person === undefined) throw new Error('the demo candidate was not made');
  await seedJournal(deps, { id }, questions);
  return person;
}

/** A first sign-in, proved by us instead of the provider. */
async function signUp(deps: CoreDeps, identity: Identity): Promise<string> {
  const name = demoPeople.find((p) => p.sub === identity.subject)?.name ?? identity.subject;
  const never = () => Promise.reject(new Error('the seed signs in without the provider'));
  const provider = { begin: never, endSession: never, complete: async () => ({ ...identity, name }) };
  await completeSignIn({ ...deps, identity: provider })(new URL(deps.origin), NOBODY);
  const person = await deps.store.people.find(identity);
  if (person === undefined) throw new Error('the demo candidate was not made');
  return person;
}

/** The questions of the built bank, in syllabus order. */
function bankQuestions(): Question[] {
  const folder = fileURLToPath(new URL('../../dist/bank/', import.meta.url));
  const read = <T>(file: string) => JSON.parse(readFileSync(`${folder}${file}`, 'utf8')) as T;
  const { catalogue } = read<{ catalogue: string }>('release.json');
  const { subjects } = read<Catalogue>(`packs/${catalogue}.json`);
  const packs = subjects.flatMap((subject) => subject.chapters.map((chapter) => chapter.pack));
  return packs.flatMap((pack) => read<Pack>(`packs/${pack}.json`).questions);
}
