// A registration period at a glance: the ring, what is missing until when, the figures by kind.
import { Bar } from '../../shell/parts.tsx';
import { hours, standing } from './figures.ts';
import { Ring } from './ring.tsx';
import type { Figures, Said } from './said.ts';

const KINDS = ['training', 'degree', 'taught', 'local'] as const;

export function Overview({ ledger, today, said }: { ledger: Figures; today: string; said: Said }) {
  const { words, w } = said;
  const { period, target, total, missing } = ledger;
  const facts = [
    [w.period, w.periodText(words.date(period.from), words.date(period.last))],
    [w.target, w.hours(hours(target))],
    [w.total, w.hours(hours(total))],
    [w.missing, w.hours(hours(missing))],
  ] as const;
  return (
    <section class="card" aria-labelledby="standing">
      <h2 id="standing">{words.levelNames[ledger.level]}</h2>
      <div class="ring-row">
        <Ring figures={ledger} said={said} />
        <div class="stack-tight">
          <p class="mid">{standing(ledger, today, said)}</p>
          <dl class="ledger-facts">
            {facts.map(([name, text]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </div>
      </div>
      <h3>{w.byKind}</h3>
      <dl class="by-kind">
        {KINDS.map((kind) => (
          <div key={kind}>
            <dt>{w.kinds[kind]}</dt>
            <dd>{w.hours(hours(ledger.counted[kind]))}</dd>
            <Bar share={Math.min(100, (ledger.counted[kind] / target) * 100)} />
          </div>
        ))}
      </dl>
      <p class="small soft">{w.source(ledger.source)}</p>
    </section>
  );
}
