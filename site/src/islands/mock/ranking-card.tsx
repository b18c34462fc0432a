// 排名 of a set paper, where its examiner has chosen one: places, and how one is called here oneself.
import type { Call } from '../../api/client.ts';
import { useLoad } from '../staff/use-load.ts';
import { marksText } from './figures.ts';
import { useMockWords } from './use-mock-words.ts';

export function RankingCard({ paper, call }: { paper: string; call: Call }) {
  const t = useMockWords();
  const { value } = useLoad(paper, () => call('listRanking', { params: { paper }, query: {} }));
  // Without a ranking, or before it is released, nothing is said of it: nobody misses what was not promised.
  if (value === undefined || value.ranking === 'off' || value.places.length === 0) return null;
  const { own, ranking } = value;
  const [place, name, marks] = t.result.rankingHead;
  return (
    <section class="card" aria-labelledby="ranking">
      <h2 id="ranking">{t.result.ranking}</h2>
      {own && (
        <p>
          {ranking === 'pseudonymous' ? t.result.rankingOwn(own.place, own.name) : t.result.rankingNamed(own.place)}
        </p>
      )}
      <p class="small soft">
        {t.result.rankingSat(value.sat)}
        {'　'}
        {ranking === 'pseudonymous' ? t.result.rankingPseudonym : t.result.rankingReal}
      </p>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{place}</th>
            <th scope="col">{name}</th>
            <th scope="col">{marks}</th>
          </tr>
        </thead>
        <tbody>
          {value.places.map((one) => (
            <tr key={`${one.place} ${one.name}`} data-own={one.own ? '' : undefined}>
              <td>{one.place}</td>
              <th scope="row">
                {one.name}
                {one.own && t.result.you}
              </th>
              <td>{marksText(one.earned)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
