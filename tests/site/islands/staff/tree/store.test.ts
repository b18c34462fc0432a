// The tree of a day: loaded page by page, told as it comes, read again without vanishing, and what is out of date is dropped.
import { expect, it, vi } from 'vitest';
import { ApiProblem, type Call } from '../../../../../site/src/api/client.ts';
import { treeStore } from '../../../../../site/src/islands/staff/tree/store.ts';
import { row } from '../units.ts';

const DAY = '2026-11-23';

/** A wire that answers each question when it is told to. */
function wire() {
  const asked: { query: unknown; answer: (page: unknown) => void; fail: (problem: ApiProblem) => void }[] = [];
  const call = ((_name: string, { query }: { query: unknown }) =>
    new Promise((answer, fail) => asked.push({ query, answer, fail }))) as unknown as Call;
  return { asked, store: treeStore(call) };
}

/** The store as it is after its next word. */
async function told(store: ReturnType<typeof treeStore>, act: () => void) {
  const heard = new Promise<void>((resolve) => {
    const stop = store.subscribe(() => {
      stop();
      resolve();
    });
  });
  act();
  await heard;
  return store.at(DAY);
}

it('asks once, and shows every page as it comes', async () => {
  const { asked, store } = wire();
  expect(store.at(DAY).state).toBe('loading');
  store.at(DAY);
  expect(asked.map(({ query }) => query)).toEqual([{ day: DAY }]);
  const first = await told(store, () => asked[0]?.answer({ units: [row('a', null)], cursor: 'next' }));
  expect([first.state, first.index.rows.size]).toEqual(['loading', 1]);
  expect(asked[1]?.query).toEqual({ day: DAY, cursor: 'next' });
  const second = await told(store, () => asked[1]?.answer({ units: [row('b', 'a')] }));
  expect([second.state, second.index.rows.size]).toEqual(['ready', 2]);
});

it('keeps what has come when the rest fails, and reads it again when asked to', async () => {
  const { asked, store } = wire();
  store.at(DAY);
  await told(store, () => asked[0]?.answer({ units: [row('a', null)], cursor: 'next' }));
  const failed = await told(store, () => asked[1]?.fail(new ApiProblem('offline')));
  expect([failed.state, failed.problem?.code, failed.index.rows.size]).toEqual(['failed', 'offline', 1]);
  store.retry(DAY);
  const again = await told(store, () => asked[2]?.answer({ units: [row('a', null), row('b', 'a')] }));
  expect([again.state, again.index.rows.size]).toEqual(['ready', 2]);
});

it('shows the old tree until the new one is whole', async () => {
  const { asked, store } = wire();
  store.at(DAY);
  await told(store, () => asked[0]?.answer({ units: [row('a', null), row('b', 'a')] }));
  store.renew();
  const half = await told(store, () => asked[1]?.answer({ units: [row('a', null)], cursor: 'next' }));
  expect(half.index.rows.size).toBe(2);
  const whole = await told(store, () => asked[2]?.answer({ units: [row('c', 'a')] }));
  expect([...whole.index.rows.keys()]).toEqual(['a', 'c']);
});

it('drops an answer that was asked for before something changed', async () => {
  const { asked, store } = wire();
  const heard = vi.fn();
  store.at(DAY);
  store.renew();
  store.subscribe(heard);
  asked[0]?.answer({ units: [row('old', null)] });
  const now = await told(store, () => asked[1]?.answer({ units: [row('new', null)] }));
  expect([...now.index.rows.keys()]).toEqual(['new']);
  expect(heard).toHaveBeenCalledTimes(1);
});
