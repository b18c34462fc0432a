import { expect, it } from 'vitest';
import { EventStreamSerde, eventStreamSerdeProvider } from '../../../functions/local/bundle-event-streams.ts';

it('says what is missing when an operation streams events after all', () => {
  expect(() => eventStreamSerdeProvider()).toThrow('streams events');
  expect(() => EventStreamSerde()).toThrow('streams events');
});
