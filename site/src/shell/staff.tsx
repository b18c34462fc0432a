// What every staff island finds around it: words, the wire, who one is and what one may do.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Answer } from '../../../functions/contract/index.ts';
import type { Actor } from '../../../functions/domain/access/can.ts';
import type { Day } from '../../../functions/domain/time.ts';
import type { Call } from '../api/client.ts';
import type { Device } from '../journal/env.ts';
import type { Lang } from '../words/lang.ts';
import type { Words } from '../words/zh.ts';
import type { StaffWords } from '../words/zh-staff.ts';

export interface Staff {
  lang: Lang;
  words: Words;
  /** What the staff pages say. */
  t: StaffWords;
  /** The address of a page in the page's language. */
  page(path: string): string;
  call: Call;
  /** Says something for a few seconds. */
  toast(text: string): void;
  me: Answer<'staffMe'>;
  /** Oneself, for `can`. */
  actor: Extract<Actor, { kind: 'person' }>;
  /** The server's day. */
  today: Day;
  device: Device;
}

const StaffContext = createContext<Staff | undefined>(undefined);

export const StaffProvider = StaffContext.Provider;

export function useStaff(): Staff {
  const staff = useContext(StaffContext);
  if (staff === undefined) throw new Error('a staff island stands outside its shell');
  return staff;
}

/** Who one is as `can` takes it; who granted what is not told and not needed. */
export function actorOf(me: Answer<'staffMe'>): Staff['actor'] {
  const grants = me.grants.map(({ unit, role, from, to }) => ({ unit, role, from, by: '', ...(to && { to }) }));
  return { kind: 'person', person: me.person, grants };
}
