// The figures of a report: those of the unit beside last year's, with the rule of each; then those of the units below, some figures a table, so that they fit
// on paper and on a phone.
import type { Compared } from '../../../../../functions/domain/reports/content.ts';
import type { Shown } from './answers.ts';
import { useIndicatorText } from './indicator-text.ts';
import { useReportsWords } from './words.ts';

/** Figures side by side in a table of units. */
const COLUMNS = 6;

const UNKNOWN: Compared = { now: null, last: null };

export function FigureTables({ shown, root }: { shown: Shown; root: string }) {
  const w = useReportsWords();
  const own = shown.figures.find(({ unit }) => unit === root);
  const below = shown.figures.filter(({ unit }) => unit !== root);
  const chunks = Array.from({ length: Math.ceil(shown.indicators.length / COLUMNS) }, (_, i) =>
    shown.indicators.slice(i * COLUMNS, (i + 1) * COLUMNS),
  );
  return (
    <>
      <Own shown={shown} values={own?.values ?? {}} />
      {below.length > 0 && (
        <section class="stack">
          <h2>{w.below}</h2>
          <p class="small soft">{w.boundaries}</p>
          {chunks.map((indicators) => (
            <Below key={indicators[0]} shown={shown} indicators={indicators} figures={below} />
          ))}
        </section>
      )}
    </>
  );
}

function Own({ shown, values }: { shown: Shown; values: Shown['figures'][number]['values'] }) {
  const w = useReportsWords();
  const text = useIndicatorText();
  return (
    <div class="card table-card">
      <table class="grid cards-narrow figures">
        <thead>
          <tr>
            <th scope="col">{w.indicator}</th>
            <th scope="col">{w.now}</th>
            <th scope="col">{w.last}</th>
            <th scope="col">{w.change}</th>
          </tr>
        </thead>
        <tbody>
          {shown.indicators.map((id) => {
            const compared = values[id] ?? UNKNOWN;
            return (
              <tr key={id}>
                <th scope="row">
                  {text.name(id)}
                  <p class="small soft">{text.rule(id)}</p>
                </th>
                <td data-label={w.now}>
                  {text.value(id, compared.now) ?? w.unknown}
                  <span class="small soft parts">{text.parts(compared.now)}</span>
                </td>
                <td data-label={w.last}>{text.value(id, compared.last) ?? w.unknown}</td>
                <td data-label={w.change}>{text.change(id, compared)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface BelowProps {
  shown: Shown;
  indicators: readonly string[];
  figures: Shown['figures'];
}

function Below({ shown, indicators, figures }: BelowProps) {
  const w = useReportsWords();
  const text = useIndicatorText();
  const names = new Map(shown.units.map(({ id, name }) => [id, name]));
  return (
    <div class="card table-card">
      <table class="grid cards-narrow figures">
        <thead>
          <tr>
            <th scope="col">{w.unitColumn}</th>
            {indicators.map((id) => (
              <th key={id} scope="col">
                {text.name(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map(({ unit, values }) => (
            <tr key={unit}>
              <th scope="row">{names.get(unit) ?? unit}</th>
              {indicators.map((id) => (
                <td key={id} data-label={text.name(id)}>
                  {text.value(id, values[id]?.now ?? null) ?? w.unknown}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
