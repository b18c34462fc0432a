import { expect, it } from 'vitest';
import { EndpointCache } from '../../../functions/local/bundle-endpoint-cache.ts';

it('can be made, as the client makes one, and holds nothing', () => {
  expect(Reflect.ownKeys(Reflect.construct(EndpointCache, [1000]))).toEqual([]);
});
