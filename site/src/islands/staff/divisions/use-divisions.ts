// The divisions as islands find them: one store for all staff pages, drawn anew with every file of it that comes.
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { DivisionState, DivisionStore } from './store.ts';

export const DivisionContext = createContext<DivisionStore | undefined>(undefined);

/** The divisions with the townships beside a code, once they are there. */
export function useDivisions(code: string): DivisionState & Pick<DivisionStore, 'retry'> {
  const store = useContext(DivisionContext);
  if (store === undefined) throw new Error('an island stands outside the divisions');
  const [, draw] = useState(0);
  useEffect(() => store.subscribe(() => draw((n) => n + 1)), [store]);
  useEffect(() => store.wantBeside(code), [store, code]);
  return { ...store.look(), retry: store.retry };
}
