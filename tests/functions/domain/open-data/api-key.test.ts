// Keys to open data.
import { expect, it } from 'vitest';
import { type ApiKey, secretIn, stateOfKey } from '../../../../functions/domain/open-data/api-key.ts';

const key: ApiKey = {
  ...{ id: 'key-00000001', unit: '21', label: '大屏', at: '2026-03-01T00:00:00.000Z', by: 'x', until: '2026-12-31' },
};

it('holds to the end of its last day in China, unless it was ended', () => {
  expect(stateOfKey(key, '2026-12-31T15:59:59.999Z')).toBe('valid');
  expect(stateOfKey(key, '2026-12-31T16:00:00.000Z')).toBe('over');
  expect(stateOfKey({ ...key, ended: { at: '', by: 'x' } }, '2026-12-31T16:00:00.000Z')).toBe('ended');
});

it('is found in a header of ours alone', () => {
  expect(secretIn('Bearer zrk_abc-1_2')).toBe('zrk_abc-1_2');
  expect(secretIn('bearer  zrk_abc')).toBe('zrk_abc');
  for (const none of [
    undefined,
    '',
    'zrk_abc',
    'Basic zrk_abc',
    'Bearer abc',
    'Bearer zrk_a b',
    'Bearer zrk_a\u0000',
  ]) {
    expect(secretIn(none)).toBeUndefined();
  }
});
