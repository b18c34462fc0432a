// The sheet that is put up for the public: masked names, units, levels and amounts; printed, it stands alone on its page.
import { maskName } from '../../../../../functions/domain/people/person.ts';
import type { SubsidyRule } from '../../../../../functions/domain/subsidies/rule.ts';
import { yuanOf } from '../../subsidies/said.ts';
import type { BatchRead } from './move-dialog.tsx';
import { type DeskSaid, sumOf } from './words.ts';

export function NoticeList({ read, rule, said }: { read: BatchRead; rule: SubsidyRule; said: DeskSaid }) {
  const { words, lang, s } = said;
  const { batch, rows, deskName } = read;
  const [from, last] = [words.date(batch.from), words.date(batch.last)];
  return (
    <section class="card stack-tight notice-list" aria-labelledby="notice-list">
      <p class="small soft no-print">{s.printed.preview}</p>
      <h2 id="notice-list">{s.printed.title(deskName)}</h2>
      <p>{s.printed.lead(`${rule.place.name[lang]}「${rule.name[lang]}」`, from, last)}</p>
      <div class="table-card">
        <table class="grid">
          <caption class="visually-hidden">{s.printed.title(deskName)}</caption>
          <thead>
            <tr>
              <th scope="col">{s.columns.number}</th>
              <th scope="col">{s.columns.name}</th>
              <th scope="col">{s.columns.unit}</th>
              <th scope="col">{s.columns.level}</th>
              <th scope="col" class="money">
                {s.columns.amount}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={row.application}>
                <td>{i + 1}</td>
                <td>{maskName(row.name)}</td>
                <td>{row.unitName}</td>
                <td>{words.levelNames[row.level]}</td>
                <td class="money">{yuanOf(row.cents ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>{s.printed.sum(rows.length, yuanOf(sumOf(rows)))}</p>
      <p>{s.printed.sign(deskName, from)}</p>
    </section>
  );
}
