// One question opened: the question with its key on one side; on the other what its flags mean and what to do, and how each option was chosen, drawn.
import { Bar } from '../../../../shell/parts.tsx';
import { useStaff } from '../../../../shell/staff.tsx';
import { meanText, percentOf } from '../figures.ts';
import { ItemBody } from '../item-card.tsx';
import { usePapersWords } from '../use-words.ts';
import type { Item } from './items.ts';

export function ItemDetail({ item }: { item: Item }) {
  const w = usePapersWords();
  return (
    <div class="item-detail">
      <div>{item.question ? <ItemBody item={item.question} /> : <p class="soft">{w.statistics.hidden}</p>}</div>
      <div class="stack">
        {item.flags.length > 0 && (
          <ul class="list flags">
            {item.flags.map(({ reason, options }) => {
              const said = w.statistics.flags[reason];
              return (
                <li key={reason}>
                  <b>{said.name}</b>
                  {options !== undefined && options.length > 0 && w.statistics.about(w.listed(options))}　{said.means}
                  <span class="small under">
                    {w.statistics.todo}
                    {said.todo}
                  </span>
                </li>
              );
            })}
          </ul>
        )}
        <Distractors item={item} />
        <p class="small soft">
          {[
            item.deviation !== undefined && w.statistics.deviation(meanText(item.deviation)),
            item.blank > 0 && w.statistics.blank(item.blank),
            item.reports > 0 && w.statistics.reports(item.reports),
          ]
            .filter((one) => one !== false)
            .join(' · ')}
        </p>
      </div>
    </div>
  );
}

function Distractors({ item }: { item: Item }) {
  const { words } = useStaff();
  const w = usePapersWords();
  const { distractorColumns: columns } = w.statistics;
  if (item.options.length === 0) return null;
  return (
    <div>
      <table class="table distractors">
        <caption class="small soft">{w.statistics.distractorHint}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.option}</th>
            <th scope="col">{columns.chosen}</th>
            <th scope="col">{columns.share}</th>
            <th scope="col">{columns.rest}</th>
          </tr>
        </thead>
        <tbody>
          {item.options.map(({ id, isKey, chosen, share, rest }) => (
            <tr key={id} data-right={isKey ? '' : undefined}>
              <th scope="row">
                {id} {isKey && <span class="tag">{w.item.right}</span>}
              </th>
              <td>{chosen}</td>
              <td>
                <span class="progress-cell">
                  {words.percent(percentOf(share))}
                  <Bar share={percentOf(share)} />
                </span>
              </td>
              <td>{words.percent(percentOf(rest))}</td>
            </tr>
          ))}
          {item.rest !== undefined && (
            <tr>
              <th scope="row" class="soft">
                {w.statistics.everybody}
              </th>
              <td>{item.asked}</td>
              <td />
              <td>{words.percent(percentOf(item.rest))}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
