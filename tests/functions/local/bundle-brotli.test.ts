import { expect, it } from 'vitest';
import decompress from '../../../functions/local/bundle-brotli.ts';

it('says what is missing when something would be unpacked after all', () => {
  expect(() => decompress()).toThrow('WOFF2');
});
