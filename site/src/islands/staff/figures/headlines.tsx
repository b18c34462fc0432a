// How the unit stands against the same months of last year: a figure a card, with its change and how that is reckoned, in text.
import { HEADLINES } from '../../../../../functions/domain/figures/indicators.ts';
import { useStaff } from '../../../shell/staff.tsx';
import {
  arithmeticText,
  changeText,
  directionOf,
  measureOf,
  NONE,
  nameOf,
  partsText,
  ruleText,
  valueText,
} from '../charts/figure-text.ts';
import type { AtUnit, Read } from './answers.ts';
import { addressOf } from './route.ts';
import { useFiguresWords } from './words.ts';

type Compared = Read['figures'][number];

const ARROWS = { up: '▲', down: '▼', same: '＝' } as const;

export function Headlines({ place, read }: { place: AtUnit; read: Read }) {
  const { w, i } = useFiguresWords();
  const shown = HEADLINES.flatMap((id) => read.figures.find((one) => one.id === id) ?? []);
  return (
    <section class="figures-heads" aria-labelledby="headlines">
      <h2 id="headlines">{w.headlines}</h2>
      <p class="small soft no-print">{w.headlinesHint}</p>
      <ul class="head-cards">
        {shown.map((compared) => (
          <HeadCard key={compared.id} place={place} compared={compared} />
        ))}
      </ul>
      <details class="print-open">
        <summary class="link">{w.rules}</summary>
        <dl class="rules small">
          {shown.map(({ id }) => (
            <div key={id}>
              <dt>{nameOf(i, id)}</dt>
              <dd class="soft">{ruleText(i, id)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

function HeadCard({ place, compared }: { place: AtUnit; compared: Compared }) {
  const { page } = useStaff();
  const { w, i } = useFiguresWords();
  const { id, now, last, hidden } = compared;
  const measure = measureOf(id);
  const isHere = place.id === id;
  return (
    <li class="card head-card" data-here={isHere ? '' : undefined}>
      <a
        class="head-name"
        href={page(addressOf({ ...place, id }))}
        aria-current={isHere ? 'true' : undefined}
        title={ruleText(i, id)}
      >
        {nameOf(i, id)}
      </a>
      <p class="head-value">{hidden?.now ? w.hidden : valueText(i, now, measure)}</p>
      {(now?.of ?? 0) > 0 && <p class="small soft">{partsText(now)}</p>}
      <ChangeLine compared={compared} />
      <p class="small soft">
        {w.lastYear} {hidden?.last ? w.hidden : valueText(i, last, measure)}
      </p>
    </li>
  );
}

/** `同比 ▲ +154.2%`, and below it how that is reckoned. */
function ChangeLine({ compared }: { compared: Compared }) {
  const { w } = useFiguresWords();
  const measure = measureOf(compared.id);
  const direction = directionOf(compared);
  const text = changeText(compared, measure, w.points);
  const arithmetic = arithmeticText(compared, measure);
  const isEmpty = compared.now?.n === 0 && compared.last?.n === 0;
  if (direction === undefined || text === NONE || isEmpty) return <p class="small soft">{w.noLast}</p>;
  return (
    <>
      <p class={`head-change ${direction}`}>
        <span class="soft">{w.change}</span> <span aria-hidden="true">{ARROWS[direction]}</span>
        <span class="visually-hidden">{w[direction]}</span> {text}
      </p>
      {arithmetic && <p class="small soft reckoned">{arithmetic}</p>}
    </>
  );
}
