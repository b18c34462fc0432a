// Which unit, which months, in which boundaries: all of it links, so that the address says what is shown.
import { kindOf, progressOf } from '../../../../../functions/domain/figures/periods.ts';
import type { Months } from '../../../../../functions/domain/reports/terms.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { visit } from '../navigation.ts';
import { OtherUnit } from '../other-unit.tsx';
import { momentOf } from '../training/moments.ts';
import { useUnitName } from '../units/use-unit.ts';
import type { AtUnit, Read } from './answers.ts';
import { addressOf } from './route.ts';
import { useFiguresWords } from './words.ts';

const YEARS = 6;

export function FiguresHead({ place, read }: { place: AtUnit; read: Read | undefined }) {
  const { page, today, words } = useStaff();
  const { w } = useFiguresWords();
  const treeName = useUnitName();
  const name = read?.unit.name ?? treeName(place.unit);
  const go = (changed: Partial<AtUnit>) => page(addressOf({ ...place, ...changed }));
  return (
    <>
      <div class="frame-head">
        <div>
          {read !== undefined && read.path.length > 0 && (
            <nav class="crumbs small no-print" aria-label={w.above}>
              <ol>
                {[...read.path].reverse().map(({ id, name: above }) => (
                  <li key={id}>
                    <a href={go({ unit: id })}>{above}</a>
                  </li>
                ))}
              </ol>
            </nav>
          )}
          <h1 class="unit-name" tabIndex={-1} data-arrive>
            {name}
          </h1>
          <p class="soft">{w.months(place.months.year, place.months.from, place.months.to)}</p>
        </div>
        <OtherUnit label={w.otherUnit} action="readFigures" onPick={(unit) => visit(go({ unit }))} />
      </div>
      <MonthsCard place={place} go={go} />
      {read?.recounting && <p class="card note">{w.recounting}</p>}
      {read && (
        <p class="small soft">
          {place.share && w.shareNote}
          {progressOf(place.months, today) !== 'over' && w.running(words.date(today))}
          {w.asOf(momentOf(read.asOf, words))}
        </p>
      )}
    </>
  );
}

interface Chooser {
  place: AtUnit;
  go: (changed: Partial<AtUnit>) => string;
}

function MonthsCard({ place, go }: Chooser) {
  const { today } = useStaff();
  const { w } = useFiguresWords();
  const { months, boundaries, share } = place;
  const thisYear = Number(today.slice(0, 4));
  const at = (changed: Partial<Months>) => visit(go({ months: inOrder({ ...months, ...changed }, changed) }));
  const numbers = Array.from({ length: 12 }, (_, i) => i + 1);
  return (
    <section class="figures-choose no-print" aria-label={w.period}>
      <Presets place={place} go={go} />
      <details open={boundaries === 'newest' || share}>
        <summary class="link">{w.more}</summary>
        <div class="card">
          <div class="row wraps">
            <Pick
              label={w.year}
              value={months.year}
              options={[...new Set([months.year, ...Array.from({ length: YEARS }, (_, i) => thisYear - i)])].sort(
                (a, b) => b - a,
              )}
              textOf={w.yearName}
              onPick={(year) => at({ year })}
            />
            <Pick
              label={w.from}
              value={months.from}
              options={numbers}
              textOf={w.monthName}
              onPick={(from) => at({ from })}
            />
            <Pick label={w.to} value={months.to} options={numbers} textOf={w.monthName} onPick={(to) => at({ to })} />
            <label class="field">
              <span class="small soft">{w.boundaries}</span>
              <select
                value={boundaries}
                onChange={({ currentTarget: { value } }) =>
                  visit(go({ boundaries: value === 'newest' ? 'newest' : 'then' }))
                }
              >
                <option value="then">{w.ofTheTime}</option>
                <option value="newest">{w.ofToday}</option>
              </select>
            </label>
          </div>
          <p class="small soft">{boundaries === 'newest' ? w.ofTodayHint : w.ofTheTimeHint}</p>
          <label class="check small">
            <input type="checkbox" checked={share} onChange={() => visit(go({ share: !share }))} />
            <span>{w.share}</span>
          </label>
        </div>
      </details>
    </section>
  );
}

/** Ends that would cross go together. */
function inOrder(months: Months, changed: Partial<Months>): Months {
  if (months.from <= months.to) return months;
  return changed.from === undefined ? { ...months, from: months.to } : { ...months, to: months.from };
}

function Presets({ place, go }: Chooser) {
  const { today } = useStaff();
  const { w } = useFiguresWords();
  const { year } = place.months;
  const [thisYear, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const all = [
    { name: w.presets.toDate, months: { year: thisYear, from: 1, to: month } },
    { name: w.presets.year, months: { year, from: 1, to: 12 } },
    { name: w.presets.half1, months: { year, from: 1, to: 6 } },
    { name: w.presets.half2, months: { year, from: 7, to: 12 } },
    ...[1, 2, 3, 4].map((n) => ({ name: w.presets.quarter(n), months: { year, from: n * 3 - 2, to: n * 3 } })),
  ];
  const isHere = (months: Months) =>
    months.year === year && months.from === place.months.from && months.to === place.months.to;
  const first = all.findIndex(
    ({ months }) => isHere(months) && (kindOf(months) !== 'range' || months.year === thisYear),
  );
  return (
    <div class="chips">
      {all.map(({ name, months }, n) => (
        <a key={name} class="chip" href={go({ months })} aria-current={n === first ? 'true' : undefined}>
          {name}
        </a>
      ))}
    </div>
  );
}

interface PickProps {
  label: string;
  value: number;
  options: readonly number[];
  textOf: (value: number) => string;
  onPick: (value: number) => void;
}

function Pick({ label, value, options, textOf, onPick }: PickProps) {
  return (
    <label class="field">
      <span class="small soft">{label}</span>
      <select value={value} onChange={({ currentTarget }) => onPick(Number(currentTarget.value))}>
        {options.map((one) => (
          <option key={one} value={one}>
            {textOf(one)}
          </option>
        ))}
      </select>
    </label>
  );
}
