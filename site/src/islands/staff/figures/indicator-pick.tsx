// Which figure is looked at closer: all there are, by group.
import type { Group } from '../../../../../functions/domain/figures/indicator.ts';
import { INDICATORS } from '../../../../../functions/domain/figures/indicators.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { nameOf } from '../charts/figure-text.ts';
import { visit } from '../navigation.ts';
import type { AtUnit } from './answers.ts';
import { addressOf } from './route.ts';
import { useFiguresWords } from './words.ts';

export function IndicatorPick({ place }: { place: AtUnit }) {
  const { page } = useStaff();
  const { w, i } = useFiguresWords();
  const groups = Map.groupBy(INDICATORS, ({ group }) => group);
  return (
    <label class="field indicator-pick no-print">
      <span class="small soft">{w.indicator}</span>
      <select
        value={place.id}
        onChange={({ currentTarget: { value: id } }) => visit(page(addressOf({ ...place, id })))}
      >
        {[...groups].map(([group, all]) => (
          <optgroup key={group} label={i.groups[group as Group]}>
            {all.map(({ id }) => (
              <option key={id} value={id}>
                {nameOf(i, id)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
