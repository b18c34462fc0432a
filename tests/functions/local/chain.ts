// The audit chain of a unit, read whole and checked against its head.
import type { StaffDeps } from '../../../functions/app/deps.ts';
import { checkChain } from '../../../functions/domain/audit/chain.ts';
import { sha256 } from '../../../functions/store/digest.ts';

export async function chainOf({ store }: StaffDeps, unit: string) {
  const lines = [];
  for await (const line of store.audit.all(unit)) lines.push(line);
  return checkChain(lines, { to: await store.audit.head(unit) }, sha256);
}
