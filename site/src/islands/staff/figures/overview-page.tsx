// The first screen: the headlines against last year, and the units below by one of them; below it how that went, the funnel, and what is still missing.
import { useStaff } from '../../../shell/staff.tsx';
import { measureOf, nameOf } from '../charts/figure-text.ts';
import { Trouble, Waiting } from '../parts.tsx';
import { useLoad } from '../use-load.ts';
import type { AtUnit, Ranked, Read } from './answers.ts';
import { Coverage } from './coverage.tsx';
import { Download } from './download.tsx';
import { Funnel } from './funnel.tsx';
import { FiguresHead } from './head.tsx';
import { Headlines } from './headlines.tsx';
import { Levels } from './levels.tsx';
import { Population } from './population.tsx';
import { Ranking } from './ranking.tsx';
import type { Place } from './route.ts';
import { Shortfall } from './shortfall.tsx';
import { ASKED } from './shown.ts';
import { Trend } from './trend.tsx';
import { useFiguresWords } from './words.ts';

export function OverviewPage({ place }: { place: AtUnit }) {
  const { call } = useStaff();
  const query = queryOf(place);
  const { unit, id, sort, descending } = place;
  const key = `${unit} ${JSON.stringify(query)}`;
  const read = useLoad(`figures ${key}`, () =>
    call('readFigures', { params: { unit }, query: { ...query, ids: ASKED.join(',') } }),
  );
  const ranking = useLoad(`ranking ${key} ${id} ${sort} ${descending}`, () => {
    const order = { id, sort, ...(descending ? { descending: 'true' as const } : {}) };
    return call('rankFigures', { params: { unit }, query: { ...query, ...order } });
  });
  const { value, problem, isLoading, reload } = read;
  return (
    <div class="stack">
      <FiguresHead place={place} read={value} />
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {isLoading && !value && <Waiting lines={12} />}
      {value && <Whole place={place} read={value} ranking={ranking} onChanged={reload} />}
    </div>
  );
}

interface WholeProps {
  place: AtUnit;
  read: Read;
  ranking: ReturnType<typeof useLoad<Ranked>>;
  onChanged: () => Promise<void>;
}

function Whole({ place, read, ranking, onChanged }: WholeProps) {
  const { i } = useFiguresWords();
  const names = { name: nameOf(i, place.id), measure: measureOf(place.id) };
  return (
    <>
      <div class="figures-first">
        <Headlines place={place} read={read} />
        <Ranking place={place} {...names} ranking={ranking} mayList={read.may.listPeople && !place.share} />
      </div>
      <Trend key={`${place.unit} ${place.id}`} place={place} {...names} />
      <Funnel place={place} read={read} />
      <div class="figures-pair">
        <Levels place={place} read={read} />
        <Coverage place={place} read={read} />
      </div>
      {read.may.listPeople && <Shortfall key={place.unit} unit={place.unit} />}
      <Population
        key={`${place.unit} ${read.population.version}`}
        unit={place.unit}
        read={read}
        onChanged={onChanged}
      />
      <Download place={place} read={read} ranked={ranking.value} />
    </>
  );
}

/** What both requests ask alike. */
function queryOf({ months, boundaries, share }: Place) {
  return {
    ...{ year: String(months.year), from: String(months.from), to: String(months.to), boundaries },
    ...(share ? { share: 'true' as const } : {}),
  };
}
