// Units whose place in the tree has changed, until all facts below them are counted in their new chains. Put by the tally, worked on by the reckoner in
// slices: where it stands is a short way down the tree, written after each slice.
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../domain/time.ts';
import { figureKeys } from './figure-keys.ts';
import { type Item, itemsIn } from './ranges.ts';
import { CorruptItem, isConditionFailed, type Table } from './table.ts';

/** A unit on the way down: up to which fact it is done (missing: none yet), and, once all are, into which child one went last. */
export interface TreeStep {
  unit: string;
  after?: string;
  child?: string;
}

export interface TreeChange {
  unit: string;
  /** When the unit was changed. */
  at: Instant;
  version: number;
  /** Slices that are done. */
  slice: number;
  stack: readonly TreeStep[];
}

export function treeChanges(table: Table) {
  return {
    /** Puts a change into the list; one of the same unit that is under way begins anew. */
    async add({ unit, at, version }: Pick<TreeChange, 'unit' | 'at' | 'version'>): Promise<void> {
      const change: TreeChange = { unit, at, version, slice: 0, stack: [{ unit }] };
      await table.doc.send(
        new PutCommand({ TableName: table.name, Item: { ...figureKeys.treeChange(unit), ...change } }),
      );
    },

    /** All that are not done; consistent. */
    async list(): Promise<TreeChange[]> {
      const { PK } = figureKeys.treeChange('');
      const found: TreeChange[] = [];
      for await (const item of itemsIn(table, { PK, prefix: 'UNIT#', consistent: true })) found.push(read(item));
      return found;
    },

    /** Notes a slice, or with an empty stack the end; undefined when somebody else went on, or the unit has changed again. */
    async advance(before: TreeChange, stack: readonly TreeStep[]): Promise<TreeChange | undefined> {
      const Key = figureKeys.treeChange(before.unit);
      const after = { ...before, stack, slice: before.slice + 1 };
      const condition = {
        TableName: table.name,
        ConditionExpression: '#version = :version AND #slice = :slice',
        ExpressionAttributeNames: { '#version': 'version', '#slice': 'slice' },
        ExpressionAttributeValues: { ':version': before.version, ':slice': before.slice },
      };
      try {
        if (stack.length === 0) await table.doc.send(new DeleteCommand({ Key, ...condition }));
        else await table.doc.send(new PutCommand({ Item: { ...Key, ...after }, ...condition }));
        return after;
      } catch (error) {
        if (isConditionFailed(error)) return undefined;
        throw error;
      }
    },
  };
}

function read({ PK, SK, unit, at, version, slice, stack }: Item): TreeChange {
  const isText = typeof unit === 'string' && typeof at === 'string';
  if (!isText || typeof version !== 'number' || typeof slice !== 'number' || !Array.isArray(stack)) {
    throw new CorruptItem({ PK, SK });
  }
  return { unit, at, version, slice, stack };
}
