// The indicators of an appraisal, group after group, with what is counted, the marks that were given, and what they add up to.
import { useStaff } from '../../../shell/staff.tsx';
import type { Read } from './answers.ts';
import { pointsOf, useStationWords } from './words.ts';

const SHEETS = ['self', 'visit', 'decision', 'settlement'] as const;

type Sheet = (typeof SHEETS)[number];
type Indicator = Read['groups'][number]['indicators'][number];

export function IndicatorTable({ value }: { value: Read }) {
  const { lang } = useStaff();
  const w = useStationWords().appraisals;
  const given = SHEETS.filter((sheet) => value[sheet] !== undefined);
  const totalOf = (sheet: Sheet) => Object.values(value[sheet]?.scores ?? {}).reduce((sum, half) => sum + half, 0);
  return (
    <div class="card table-card">
      <table class="grid cards-narrow">
        <thead>
          <tr>
            <th scope="col">{w.indicator}</th>
            {given.map((sheet) => (
              <th key={sheet} scope="col" class="count">
                {w.sheets[sheet]}
              </th>
            ))}
          </tr>
        </thead>
        {value.groups.map((group) => (
          <tbody key={group.id}>
            <tr class="group-row">
              <th scope="rowgroup" colSpan={given.length + 1}>
                {group.title[lang]}
              </th>
            </tr>
            {group.indicators.map((indicator) => (
              <tr key={indicator.id}>
                <th scope="row">
                  <Asked indicator={indicator} counted={value.counted.figures} />
                </th>
                {given.map((sheet) => (
                  <td key={sheet} class="count" data-label={w.sheets[sheet]}>
                    {pointsOf(value[sheet]?.scores[indicator.id] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
        {given.length > 0 && (
          <tfoot>
            <tr>
              <th scope="row">
                {w.sum} <span class="small soft">{w.most(pointsOf(value.appraisal.most))}</span>
              </th>
              {given.map((sheet) => (
                <td key={sheet} class="count" data-label={w.sheets[sheet]}>
                  {pointsOf(totalOf(sheet))}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function Asked({ indicator, counted }: { indicator: Indicator; counted: Read['counted']['figures'] }) {
  const { lang } = useStaff();
  const w = useStationWords().appraisals;
  const { title, criteria, most, figure } = indicator;
  return (
    <>
      {title[lang]} <span class="small soft">{w.most(pointsOf(most))}</span>
      <p class="small soft">{criteria[lang]}</p>
      {figure && (
        <p class="small">{w.counted(w.figures[figure.name], String(counted[figure.name] ?? 0), String(figure.full))}</p>
      )}
    </>
  );
}
