// The law of the journal: however adds, tabs, sign-ins, faults and deaths interleave, the server ends with every entry exactly once.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeptJournal } from '../../../site/src/journal/journal.ts';
import { signOut } from '../../../site/src/journal/session.ts';
import { syncOnce } from '../../../site/src/journal/sync.ts';
import type { Fault } from './server.ts';
import { answer, type Browser, contents, killedAt, makeWorld, signIn, type World } from './world.ts';

const PERSON = 'person-one';

type Step =
  | { do: 'add'; browser: number; tab: number }
  | { do: 'add-in-both'; browser: number }
  | { do: 'sync'; browser: number; tab: number; faults: Fault[] }
  | { do: 'sync-killed'; browser: number; at: number }
  | { do: 'sign-in'; browser: number }
  | { do: 'sign-out'; browser: number; faults: Fault[] }
  | { do: 'reopen'; browser: number }
  | { do: 'wait'; ms: number };

const BROWSERS = 3;
const TABS = 2;
const browser = fc.nat(BROWSERS - 1);
const tab = fc.nat(TABS - 1);
const fault = fc.constantFrom<Fault>('none', 'lost-before', 'lost-after', 'session_expired', 'busy', 'internal');
const faults = fc.array(fault, { maxLength: 4 });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('add'), browser, tab }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('add-in-both'), browser }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('sync'), browser, tab, faults }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('sync-killed'), browser, at: fc.nat(60) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('sign-in'), browser }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sign-out'), browser, faults }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen'), browser }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait'), ms: fc.integer({ min: -5000, max: 60_000 }) }) },
) as fc.Arbitrary<Step>;

interface Stage {
  world: World;
  browsers: Browser[];
  tabs: KeptJournal[][];
  added: string[];
}

async function makeStage(): Promise<Stage> {
  const world = makeWorld();
  const browsers = ['one', 'two', 'three'].map((name) => world.browser(name));
  const tabs = await Promise.all(browsers.map((b) => Promise.all([b.tab(), b.tab()])));
  return { world, browsers, tabs, added: [] };
}

async function add(stage: Stage, journal: KeptJournal): Promise<void> {
  const { device: _, seq: __, ...change } = await journal.add(answer(`q-${stage.added.push('') - 1}`));
  stage.added[Number(change.kind === 'answer' && change.question.slice(2))] = JSON.stringify(
    change,
    Object.keys(change).sort(),
  );
}

async function take(stage: Stage, does: Step): Promise<void> {
  const { world, browsers, tabs } = stage;
  if (does.do === 'wait') {
    world.clock.ms += does.ms;
    return;
  }
  const b = browsers[does.browser] as Browser;
  const own = tabs[does.browser] as [KeptJournal, KeptJournal];
  world.server.faults = 'faults' in does ? [...does.faults] : [];
  if (does.do === 'add') await add(stage, own[does.tab] as KeptJournal);
  else if (does.do === 'add-in-both') await Promise.all(own.map((journal) => add(stage, journal)));
  else if (does.do === 'sync') await syncOnce(own[does.tab] as KeptJournal, b.call, { locks: b.locks });
  else if (does.do === 'sync-killed') await killedAt(does.at, b.call, (call) => syncOnce(own[0], call));
  else if (does.do === 'sign-in') await signIn(b, own[0], PERSON);
  else if (does.do === 'sign-out') await leave(b, own[0]);
  if (does.do === 'reopen' || does.do === 'sync-killed') await reopen(stage, does.browser);
  world.server.faults = [];
}

async function leave(b: Browser, journal: KeptJournal): Promise<void> {
  const sync = { flush: () => syncOnce(journal, b.call) as never };
  // Offline nobody can sign out: the page says so, and all stays.
  await signOut(journal, b.call, { sync, locks: b.locks }).catch(() => {});
}

async function reopen(stage: Stage, index: number): Promise<void> {
  for (const journal of stage.tabs[index] ?? []) journal.close();
  const b = stage.browsers[index] as Browser;
  stage.tabs[index] = await Promise.all([b.tab(), b.tab()]);
}

/** Everybody is back and online: each browser signs in and syncs, then fetches what the later ones sent. */
async function settle({ world, browsers, tabs }: Stage): Promise<void> {
  world.server.faults = [];
  for (const round of [1, 2]) {
    for (const [i, b] of browsers.entries()) {
      const journal = tabs[i]?.[0] as KeptJournal;
      if (round === 1) await signIn(b, journal, PERSON);
      expect(await syncOnce(journal, b.call)).toEqual({ state: 'done' });
      expect(await journal.pending()).toBe(0);
    }
  }
}

describe('any interleaving of adds, tabs, syncs with faults, deaths, sign-ins and sign-outs', () => {
  it('ends with every entry on the server exactly once and the same state on every device', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const stage = await makeStage();
        for (const does of steps) await take(stage, does);
        await settle(stage);
        expect(contents(stage.world.server.entriesOf(PERSON))).toEqual([...stage.added].sort());
        const states = stage.tabs.map(([first]) => first?.state);
        expect(states[1]).toEqual(states[0]);
        expect(states[2]).toEqual(states[0]);
        expect(stage.tabs.map(([, second]) => second?.state)).toEqual(states);
      }),
      { numRuns: 100 },
    );
  }, 120_000);
});
