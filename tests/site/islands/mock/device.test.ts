// Before a paper: what the device check says, the request that survives a reload, and the paper that is opened without a network.
import { webcrypto } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findingsOf } from '../../../../site/src/islands/mock/device-check.tsx';
import { openSealed } from '../../../../site/src/islands/mock/sealed.ts';
import { mockZh as t } from '../../../../site/src/words/zh-mock.ts';

describe('the device check', () => {
  const texts = (checked: Parameters<typeof findingsOf>[0]) => findingsOf(checked, t).map(({ text }) => text);
  const faults = (checked: Parameters<typeof findingsOf>[0]) =>
    findingsOf(checked, t).flatMap(({ name, isGood }) => (isGood ? [] : [name]));

  it('finds a fit device fit', () => {
    const checked = { kept: true, aheadMs: 800, roundTripMs: 40, touch: false };
    expect(texts(checked)).toEqual([
      ...[t.start.storageOk, t.start.clockOk, t.start.networkGood(40), t.start.inputKeys],
    ]);
    expect(faults(checked)).toEqual([]);
  });

  it('tells a clock that is off, either way, and holds it for no fault', () => {
    const clock = (aheadMs: number) => texts({ kept: true, aheadMs, roundTripMs: 40, touch: true })[1];
    expect(clock(30_000)).toBe(t.start.clockOff('30 秒', true));
    expect(clock(-90 * 60_000)).toBe(t.start.clockOff('1 小时 30 分', false));
    expect(faults({ kept: true, aheadMs: 86_400_000, roundTripMs: 40, touch: true })).toEqual([]);
  });

  it('names what is lacking: storage, and the network', () => {
    expect(faults({ kept: false, touch: true })).toEqual([t.start.checks.storage, t.start.checks.network]);
    expect(texts({ kept: false, touch: true })).toEqual([
      ...[t.start.storageBad, t.start.clockUnknown, t.start.networkBad, t.start.inputTouch],
    ]);
    expect(texts({ kept: true, aheadMs: 0, roundTripMs: 3_000, touch: true })[2]).toBe(t.start.networkSlow(3_000));
  });
});

describe('a request', () => {
  const shelf = new Map<string, string>();
  beforeEach(() => {
    vi.resetModules();
    shelf.clear();
    vi.stubGlobal('sessionStorage', {
      getItem: (name: string) => shelf.get(name) ?? null,
      setItem: (name: string, value: string) => void shelf.set(name, value),
      removeItem: (name: string) => void shelf.delete(name),
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('keeps its id over a reload until it is answered; another wish has another', async () => {
    const ids = ['id-1', 'id-2', 'id-3'];
    const newId = () => ids.shift() ?? '';
    const page = async () => (await import('../../../../site/src/islands/mock/wish.ts')).wish;
    const first = (await page())({ subject: 'one' }, newId);
    expect(first).toMatchObject({ id: 'id-1', isRetry: false });
    vi.resetModules();
    const again = (await page())({ subject: 'one' }, newId);
    expect(again).toMatchObject({ id: 'id-1', isRetry: true });
    expect((await page())({ subject: 'two' }, newId).id).toBe('id-2');
    again.done();
    expect((await page())({ subject: 'one' }, newId)).toMatchObject({ id: 'id-3', isRetry: false });
  });

  it('is kept by the page where the browser forbids storage', async () => {
    vi.stubGlobal('sessionStorage', undefined);
    const { wish } = await import('../../../../site/src/islands/mock/wish.ts');
    expect(wish({ a: 1 }, () => 'id-1').id).toBe('id-1');
    expect(wish({ a: 1 }, () => 'id-2')).toMatchObject({ id: 'id-1', isRetry: true });
  });
});

describe('a sealed paper', () => {
  const asked = [{ n: 1, id: 'q-1', version: 1, kind: 'single', stem: '题干', options: [{ id: 'A', text: '选项' }] }];

  async function sealed() {
    const [key, nonce] = [webcrypto.getRandomValues(new Uint8Array(32)), webcrypto.getRandomValues(new Uint8Array(12))];
    const secret = await webcrypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt']);
    const text = new TextEncoder().encode(JSON.stringify(asked));
    const bytes = await webcrypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, secret, text);
    const payload = Buffer.from(JSON.stringify({ key: Buffer.from(key).toString('base64url') })).toString('base64url');
    return {
      sealed: Buffer.concat([nonce, Buffer.from(bytes)]).toString('base64url'),
      token: `${payload}.signature`,
    };
  }

  it('opens with the key of its token', async () => {
    expect(await openSealed(await sealed())).toEqual(asked);
  });

  it('does not open when it was changed, or with the token of another', async () => {
    const [one, other] = [await sealed(), await sealed()];
    const bytes = Buffer.from(one.sealed, 'base64url');
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    await expect(openSealed({ ...one, sealed: bytes.toString('base64url') })).rejects.toThrow();
    await expect(openSealed({ ...one, token: other.token })).rejects.toThrow();
    await expect(openSealed({ ...one, token: '' })).rejects.toThrow();
  });
});
