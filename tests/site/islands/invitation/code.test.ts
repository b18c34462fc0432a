// Codes in links and typed: found behind the `#` alone, taken out of the address at once, and gone from the tab when they were used.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { arrivedCode, codeIn, dropCode, keepCode, linkOf } from '../../../../site/src/islands/invitation/code.ts';

const CODE = 'abcDEF-123_xyz';
let shown: string;
let kept: Map<string, string>;

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  vi.stubGlobal('history', {
    state: null,
    replaceState(_: unknown, __: string, path: string) {
      shown = path;
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

function openedAt(hash: string): void {
  shown = `/invitation/?signed-in=1${hash}`;
  vi.stubGlobal('location', { hash, pathname: '/invitation/', search: '?signed-in=1' });
}

describe('a typed code', () => {
  it.each([
    [CODE, { kind: 'role', code: CODE }],
    [`  ${CODE}\n`, { kind: 'role', code: CODE }],
    [`https://site.example/invitation/#claim=${CODE}`, { kind: 'claim', code: CODE }],
    [`https://site.example/en/invitation/#code=${CODE}`, { kind: 'role', code: CODE }],
    ['short', undefined],
    ['邀请码 abcdefgh', undefined],
    [`https://site.example/invitation/?code=${CODE}`, undefined],
    [`https://site.example/#other=${CODE}`, undefined],
    ['', undefined],
  ])('%j is %j', (text, expected) => {
    expect(codeIn(text, 'role')).toEqual(expected);
  });

  it('is of the kind that was chosen, but a link knows better', () => {
    expect(codeIn(CODE, 'claim')).toEqual({ kind: 'claim', code: CODE });
    expect(codeIn(linkOf('https://site.example/invitation/', { kind: 'role', code: CODE }), 'claim')?.kind).toBe(
      'role',
    );
  });
});

describe('a code that arrives by a link', () => {
  it('leaves the address bar at once and waits in the tab until it is dropped', () => {
    openedAt(`#claim=${CODE}`);
    expect(arrivedCode()).toEqual({ kind: 'claim', code: CODE });
    expect(shown).toBe('/invitation/?signed-in=1');
    openedAt('');
    expect(arrivedCode()).toEqual({ kind: 'claim', code: CODE });
    dropCode();
    expect([arrivedCode(), kept.size]).toEqual([undefined, 0]);
  });

  it('leaves the address bar also when it is none', () => {
    openedAt('#code=no%20code');
    expect([arrivedCode(), shown, kept.size]).toEqual([undefined, '/invitation/?signed-in=1', 0]);
  });

  it('lets another fragment be', () => {
    openedAt('#main');
    expect([arrivedCode(), shown]).toEqual([undefined, '/invitation/?signed-in=1#main']);
  });

  it('is read also where the browser keeps nothing', () => {
    vi.stubGlobal('sessionStorage', undefined);
    openedAt(`#code=${CODE}`);
    expect(arrivedCode()).toEqual({ kind: 'role', code: CODE });
    expect(() => keepCode({ kind: 'role', code: CODE })).not.toThrow();
  });
});
