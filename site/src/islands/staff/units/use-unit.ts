// One unit, where it stands, and the names of units beside it.
import type { Place } from '../../../../../functions/domain/access/can.ts';
import type { Day } from '../../../../../functions/domain/time.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { useTree } from '../tree/use-tree.ts';
import { type Loaded, useLoad } from '../use-load.ts';
import type { UnitRead } from './history.ts';

export function useUnit(unit: string, day?: Day): Loaded<UnitRead> {
  const { call } = useStaff();
  return useLoad(`unit ${unit} ${day ?? ''}`, () =>
    call('readUnit', { params: { unit }, query: day === undefined ? {} : { day } }),
  );
}

/** Where a unit stands, as far up as one may read: as far as any of one's grants can reach. */
export function placeOf({ id, path }: UnitRead): Place {
  return { ancestors: [id, ...path.map((above) => above.id)] };
}

/** The name of a unit by what is loaded of the tree; its id until then, and for one that is closed or not ours. */
export function useUnitName(): (id: string) => string {
  const { today, me } = useStaff();
  const { index } = useTree(today);
  return (id) => index.rows.get(id)?.name ?? me.grants.find(({ unit }) => unit === id)?.unitName ?? id;
}

/**
 * The same for units that the tree of today may not hold: those that are closed and those that are yet to open are read one by one. A name
 * that cannot be had is no reason to show nothing: then the id stands.
 */
export function useNamesOf(units: readonly string[]): (id: string) => string {
  const { call, today } = useStaff();
  const { index, state } = useTree(today);
  const nameOf = useUnitName();
  const missing = state === 'ready' ? units.filter((id) => !index.rows.has(id)) : [];
  const { value } = useLoad(`names ${missing.join(' ')}`, async () => {
    const read = (unit: string) =>
      call('readUnit', { params: { unit }, query: {} }).then(
        ({ name }) => name,
        () => unit,
      );
    return new Map(await Promise.all(missing.map(async (id) => [id, await read(id)] as const)));
  });
  return (id) => value?.get(id) ?? nameOf(id);
}
