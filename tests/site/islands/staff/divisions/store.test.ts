// The divisions in the browser, from the files as they are released.
import { beforeAll, describe, expect, it } from 'vitest';
import { loadDivisions } from '../../../../../functions/content/divisions/load.ts';
import { type DivisionRelease, releaseDivisions } from '../../../../../functions/content/divisions/release.ts';
import { divisionStore } from '../../../../../site/src/islands/staff/divisions/store.ts';

const DAY = '2026-11-23';

let release: DivisionRelease;

beforeAll(() => {
  release = releaseDivisions(loadDivisions());
});

/** A store over the release; `asked` are the files it read. `broken` says which of them cannot be had. */
function opened(broken: (hash: string) => boolean = () => false) {
  const asked: string[] = [];
  const store = divisionStore({
    index: release.indexHash,
    day: DAY,
    read: async (hash) => {
      asked.push(hash);
      if (broken(hash)) throw new TypeError('fetch failed');
      return JSON.parse(release.files.get(hash) as string);
    },
  });
  const settled = () =>
    new Promise<void>((resolve) => {
      const look = () => store.look().state !== 'loading' && resolve();
      store.subscribe(look);
      look();
    });
  const found = (text: string) => store.look().find(text, 5).found;
  return { store, asked, settled, found };
}

describe('the divisions', () => {
  it('are not read before somebody looks, and then the counties alone', async () => {
    const { store, asked, settled, found } = opened();
    expect(asked).toEqual([]);
    store.look();
    await settled();
    expect(asked).toEqual([release.indexHash]);
    expect(found('柴桑')).toEqual([{ code: '360404', path: ['江西省', '九江市', '柴桑区'] }]);
    expect(found('csq').map(({ code }) => code)).toContain('360404');
    expect(found('360404')).toEqual([{ code: '360404', path: ['江西省', '九江市', '柴桑区'] }]);
  });

  it('have the townships beside a code, one province at a time', async () => {
    const { store, asked, settled } = opened();
    store.wantBeside('360404');
    store.look();
    await settled();
    expect(asked).toEqual([release.indexHash, release.index.packs['360000']]);
    const [first] = store.look().find('360404', 5).found;
    expect(first?.path).toEqual(['江西省', '九江市', '柴桑区']);
    const township = store.look().find('360404', 5).found[1];
    expect(township?.code).toMatch(/^360404\d{3}$/);
    expect(store.look().path(township?.code ?? '')).toEqual(['江西省', '九江市', '柴桑区', expect.any(String)]);
    store.wantBeside('360402');
    store.wantBeside('九江');
    await settled();
    expect(asked).toHaveLength(2);
    store.wantBeside('110101');
    await settled();
    expect(asked.at(-1)).toBe(release.index.packs['110000']);
  });

  it('find the province of a county by what it lies under', async () => {
    const { store, asked, settled } = opened();
    store.look();
    await settled();
    // 石河子市 lies under 新疆 without a prefecture between.
    store.wantBeside('659001');
    await settled();
    expect(asked.at(-1)).toBe(release.index.packs['650000']);
    expect(store.look().path('659001')).toEqual(['新疆维吾尔自治区', '石河子市']);
  });

  it('say that there are more than are shown', async () => {
    const { store, settled } = opened();
    store.look();
    await settled();
    expect(store.look().find('县', 5)).toMatchObject({ isMore: true });
    expect(store.look().find('柴桑区', 5)).toMatchObject({ isMore: false });
    expect(store.look().find('  ', 5)).toEqual({ found: [], isMore: false });
  });

  it('that could not be read are asked for again', async () => {
    let isDown = true;
    const { store, settled } = opened(() => isDown);
    store.look();
    await settled();
    expect(store.look()).toMatchObject({ state: 'failed' });
    expect(store.look().path('360404')).toEqual([]);
    isDown = false;
    store.retry();
    await settled();
    expect(store.look().state).toBe('ready');
    expect(store.look().path('360404')).toHaveLength(3);
  });

  it('stay when the townships beside them cannot be read', async () => {
    const { store, settled, found } = opened((hash) => hash !== release.indexHash);
    store.wantBeside('360404');
    store.look();
    await settled();
    expect(store.look().state).toBe('failed');
    expect(found('柴桑')).toHaveLength(1);
  });
});
