// Stands in for `@aws-sdk/endpoint-cache` inside the bundles. The client makes one and asks it only for discovered endpoints, which no operation
// here has: 8 kB that never run.

/** A cache that the client makes and never asks. */
export function EndpointCache(): void {}
