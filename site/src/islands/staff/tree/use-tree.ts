// The tree as islands find it: one store for all staff pages, drawn anew with every page of it that comes.
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Day } from '../../../../../functions/domain/time.ts';
import type { TreeState, TreeStore } from './store.ts';

export const TreeContext = createContext<TreeStore | undefined>(undefined);

export function useTreeStore(): TreeStore {
  const store = useContext(TreeContext);
  if (store === undefined) throw new Error('an island stands outside the tree');
  return store;
}

/** The tree of a day. */
export function useTree(day: Day): TreeState {
  const store = useTreeStore();
  const [, draw] = useState(0);
  useEffect(() => store.subscribe(() => draw((n) => n + 1)), [store]);
  return store.at(day);
}
