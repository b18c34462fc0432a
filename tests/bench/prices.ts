// What the units cost. List prices change and differ by region (China has its own): look them up before relying on a sum.

/** US dollars per million request units: on demand, standard table class. */
export const prices = {
  region: 'us-east-1',
  write: 0.625,
  read: 0.125,
  /** In force since; the halving of on-demand prices of November 2024. */
  since: '2024-11-01',
  source: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
  status: 'list price, to be verified before use',
} as const;

/** What some units cost a million times over, in US dollars. */
export function priceOfMillion({ read, write }: { read: number; write: number }): number {
  return read * prices.read + write * prices.write;
}
