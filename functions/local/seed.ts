// The small believable world of a first start: a demo candidate who has practised for three weeks. Made through the same capabilities that people
// use, with a fixed seed, so that every machine shows the same figures.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CoreDeps } from '../app/deps.ts';
import { addBatch } from '../app/practice.ts';
import { completeSignIn } from '../app/sessions.ts';
import { makeDeps } from '../deps.ts';
import { BATCH_MOST, type Stamped } from '../domain/practice/journal.ts';
import { drawer } from '../domain/practice/shuffle.ts';
import type { Question } from '../domain/questions/question.ts';
import type { Catalogue, Pack } from '../domain/questions/release.ts';
import { demoPeople } from './people.ts';
import { threeWeeks } from './seed-practice.ts';

const SEED = 20260523;
const PRACTISED = 'demo-candidate-practised';
const DEVICE = 'demo-phone-01';
const NOBODY = { state: '', nonce: '', verifier: '', returnTo: '/' };

/** Seeds the world unless the demo candidate is there already (under this issuer: another port is another world). */
export async function seedIfEmpty(env: Record<string, string>): Promise<void> {
  const deps = makeDeps(env);
  const identity = { issuer: env.ISSUER ?? '', subject: PRACTISED };
  if ((await deps.store.people.find(identity)) !== undefined) return;
  const person = await signUp(deps, identity);
  const journal = threeWeeks(bankQuestions(), { draw: drawer(SEED), now: deps.now() });
  await keep(deps, person, journal);
}

/** A first sign-in, proved by us instead of the provider. */
async function signUp(deps: CoreDeps, identity: { issuer: string; subject: string }): Promise<string> {
  const name = demoPeople.find((p) => p.sub === identity.subject)?.name ?? identity.subject;
  const never = () => Promise.reject(new Error('the seed signs in without the provider'));
  const provider = { begin: never, endSession: never, complete: async () => ({ ...identity, name }) };
  await completeSignIn({ ...deps, identity: provider })(new URL(deps.origin), NOBODY);
  const person = await deps.store.people.find(identity);
  if (person === undefined) throw new Error('the demo candidate was not made');
  return person;
}

async function keep(deps: CoreDeps, person: string, entries: Stamped[]): Promise<void> {
  for (let at = 0; at < entries.length; at += BATCH_MOST) {
    const body = { device: DEVICE, first: at + 1, entries: entries.slice(at, at + BATCH_MOST) };
    await addBatch(deps)({ kind: 'person', person }, { params: { person }, query: undefined, body });
  }
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
