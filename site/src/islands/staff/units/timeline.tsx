// What became of a unit, the latest first; what lies ahead is marked as such.
import { useStaff } from '../../../shell/staff.tsx';
import { type Happening, historyOf, type UnitRead, unitsIn } from './history.ts';
import { useNamesOf } from './use-unit.ts';

export function Timeline({ unit }: { unit: UnitRead }) {
  const { t, words, today } = useStaff();
  const nameOf = useNamesOf(unitsIn(unit));
  return (
    <section class="card" aria-labelledby="history">
      <h3 id="history">{t.unit.history}</h3>
      <ol class="timeline">
        {historyOf(unit).map((happening, i) => (
          <li key={`${happening.day} ${i}`} data-ahead={happening.day > today ? '' : undefined}>
            <p class="small soft">
              {words.date(happening.day)}
              {happening.day > today && ` · ${t.unit.ahead}`}
            </p>
            <p>
              <Told happening={happening} nameOf={nameOf} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Told({ happening, nameOf }: { happening: Happening; nameOf: (id: string) => string }) {
  const { t } = useStaff();
  switch (happening.kind) {
    case 'opened':
      return <>{t.happened.opened(happening.name)}</>;
    case 'renamed':
      return <>{t.happened.renamed(happening.before, happening.name)}</>;
    case 'moved':
      return <>{t.happened.moved(happening.parent === null ? t.hiddenUnit : nameOf(happening.parent))}</>;
    case 'closed':
      return <>{t.happened.closed(happening.successors.map(nameOf))}</>;
    default:
      return <>{t.happened[happening.kind](happening.name ?? t.gone, t.posts[happening.post])}</>;
  }
}
