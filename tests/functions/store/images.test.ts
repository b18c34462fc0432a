import { expect, it } from 'vitest';
import { plainItem } from '../../../functions/store/images.ts';

it('reads every type that an image may hold', () => {
  const image = {
    ...{ text: { S: '中' }, number: { N: '1.5' }, flag: { BOOL: false }, nothing: { NULL: true } },
    bytes: { B: 'AQI=' },
    list: { L: [{ N: '1' }, { M: { in: { S: 'a' } } }] },
    map: { M: { deep: { L: [] } } },
    ...{ texts: { SS: ['a', 'b'] }, numbers: { NS: ['1', '2'] }, blobs: { BS: ['AQ=='] } },
  };
  expect(plainItem(image)).toEqual({
    ...{ text: '中', number: 1.5, flag: false, nothing: null, bytes: Buffer.from([1, 2]) },
    ...{ list: [1, { in: 'a' }], map: { deep: [] } },
    ...{ texts: new Set(['a', 'b']), numbers: new Set([1, 2]), blobs: new Set([Buffer.from([1])]) },
  });
});

it('refuses a type that there is none of', () => {
  expect(() => plainItem({ odd: { X: '1' } })).toThrow(TypeError);
});
