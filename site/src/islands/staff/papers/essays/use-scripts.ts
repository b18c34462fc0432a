// The papers of a set paper that have essays, in one order for the list and for going from one to the next; and whether names are shown.
import { useState } from 'preact/hooks';
import type { Answer } from '../../../../../../functions/contract/index.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import { allPages } from '../../training/all-pages.ts';
import { type Loaded, useLoad } from '../../use-load.ts';

export type Script = Answer<'listEssays'>['scripts'][number];

export function useScripts(paper: string, isNamed: boolean): Loaded<Script[]> {
  const { call } = useStaff();
  const names = isNamed ? 'yes' : 'no';
  return useLoad(`scripts ${paper} ${names}`, async () => {
    const pages = await allPages((query) => call('listEssays', { params: { paper }, query: { ...query, names } }));
    return pages.flatMap(({ scripts }) => scripts);
  });
}

/** Whether names are shown, for this tab and this paper alone: by itself nobody's is. */
export function useNames(paper: string): [boolean, (isNamed: boolean) => void] {
  const key = `essay-names ${paper}`;
  const [isNamed, setNamed] = useState(() => sessionStorage.getItem(key) === 'yes');
  return [
    isNamed,
    (next) => {
      sessionStorage.setItem(key, next ? 'yes' : 'no');
      setNamed(next);
    },
  ];
}
