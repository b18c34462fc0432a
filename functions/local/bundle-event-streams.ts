// Stands in for `@smithy/core/event-streams` inside the bundles. The SDK loads it for operations that stream events, of which DynamoDB has none:
// 15 kB that never run.

/** Both names that the SDK asks for. */
export function eventStreamSerdeProvider(): never {
  throw new Error('an operation streams events, and the bundle holds nothing to read them with');
}

export function EventStreamSerde(): never {
  return eventStreamSerdeProvider();
}
