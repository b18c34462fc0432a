// The table as it is created, on AWS by the stack and locally by the launcher: one table, a partition and a sort key, no index yet.

export const tableSchema = {
  partitionKey: 'PK',
  sortKey: 'SK',
  /** Epoch seconds after which an item may be deleted: sessions only. Nothing with legal effect carries it. */
  ttl: 'ttl',
  stream: 'NEW_AND_OLD_IMAGES',
} as const;
