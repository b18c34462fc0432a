// What the embedded provider remembers: in memory, bounded, oldest first out. A restart signs people out of it and nothing else.
import type { Adapter, AdapterPayload } from 'oidc-provider';

/** More sign-ins under way than one machine's people can have; a flood of them cannot fill the memory. */
const MOST = 2000;

/** One store for each kind of record. The provider itself refuses what has expired, by the record's `exp`. */
export function providerStore(): Adapter {
  const records = new Map<string, AdapterPayload>();
  const find = (wanted: (payload: AdapterPayload) => boolean) => [...records.values()].find(wanted);

  return {
    async upsert(id, payload) {
      records.delete(id);
      records.set(id, payload);
      const [oldest] = records.keys();
      if (records.size > MOST && oldest !== undefined) records.delete(oldest);
    },
    async find(id) {
      return records.get(id);
    },
    async findByUid(uid) {
      return find((payload) => payload.uid === uid);
    },
    async findByUserCode(userCode) {
      return find((payload) => payload.userCode === userCode);
    },
    async consume(id) {
      const payload = records.get(id);
      if (payload !== undefined) records.set(id, { ...payload, consumed: true });
    },
    async destroy(id) {
      records.delete(id);
    },
    async revokeByGrantId(grantId) {
      for (const [id, payload] of records) if (payload.grantId === grantId) records.delete(id);
    },
  };
}
