// A form's state: what was typed stays whatever happens, a fault goes when its field is changed.
import { useState } from 'preact/hooks';
import type { ApiProblem } from '../../../api/client.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { type Faults, faultsOf } from '../problem-text.ts';

export interface Form<T> {
  value: T;
  faults: Faults;
  set(change: Partial<T>): void;
}

export interface Sending<T> extends Form<T> {
  isBusy: boolean;
  problem: ApiProblem | undefined;
  /** Whether the form may be sent; says what is wrong with it otherwise. */
  isSound(): boolean;
  /** Sends it; true when it was done. */
  send(): Promise<boolean>;
  /** Takes the problem away, once what it was about was read again. */
  forgive(): void;
}

interface Wanted<T> {
  start: T;
  /** Field → what is wrong with it; empty when nothing is. */
  check: (value: T) => Faults;
  send: (value: T) => Promise<unknown>;
}

export function useForm<T extends object>({ start, check, send }: Wanted<T>): Sending<T> {
  const staff = useStaff();
  const [value, setValue] = useState(start);
  const [faults, setFaults] = useState<Faults>({});
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const set = (change: Partial<T>) => {
    setValue((old) => ({ ...old, ...change }));
    // A list's entries have faults of their own: `names-0` belongs to `names`.
    const isKept = ([field]: [string, string]) => !(field in change) && !((field.split('-')[0] ?? '') in change);
    setFaults((old) => Object.fromEntries(Object.entries(old).filter(isKept)));
  };
  const isSound = () => {
    const found = { ...whyFault(value, staff.t.form.whyShort), ...check(value) };
    setFaults(found);
    return Object.keys(found).length === 0;
  };
  const run = async () => {
    if (isBusy || !isSound()) return false;
    setBusy(true);
    setProblem(undefined);
    try {
      await send(value);
      return true;
    } catch (error) {
      setProblem(error as ApiProblem);
      setFaults(faultsOf(error as ApiProblem, Object.keys(value), staff));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { value, faults, set, isBusy, problem, isSound, send: run, forgive: () => setProblem(undefined) };
}

/** A reason of one character is none: the contract asks for two. */
const WHY_LEAST = 2;

/** The fault of a reason that is there and too short. */
function whyFault(value: object, sentence: string): Faults {
  const why = 'why' in value ? String(value.why).trim() : '';
  return why !== '' && [...why].length < WHY_LEAST ? { why: sentence } : {};
}

/** The faults of fields that must not be left empty. */
export function missing<T extends object>(value: T, fields: readonly (keyof T & string)[], sentence: string): Faults {
  const empty = fields.filter((field) => String(value[field] ?? '').trim() === '');
  return Object.fromEntries(empty.map((field) => [field, sentence]));
}

/** The text as the wire takes it: trimmed, and nothing for nothing. */
export function given<K extends string>(field: K, text: string): { [P in K]?: string } {
  const value = text.trim();
  return (value === '' ? {} : { [field]: value }) as { [P in K]?: string };
}
