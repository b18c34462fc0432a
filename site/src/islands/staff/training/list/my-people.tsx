// The liaison's view: who of the unit's people is enrolled in what.
import { useStaff } from '../../../../shell/staff.tsx';
import { Nothing, Trouble, Waiting } from '../../parts.tsx';
import { useLoad } from '../../use-load.ts';
import { allPages } from '../all-pages.ts';
import { ExportButtons } from '../export/export-buttons.tsx';
import { momentOf, plainMoment } from '../moments.ts';
import { StateTag } from '../state-tag.tsx';
import { useTeachWords } from '../use-words.ts';
import { UnitHeadline } from './unit-switch.tsx';

export function MyPeople({ unit }: { unit: string }) {
  const { words, call } = useStaff();
  const w = useTeachWords();
  const { value, problem, isLoading, reload } = useLoad(`mine ${unit}`, async () => {
    const pages = await allPages((query) => call('listUnitEnrolments', { params: { unit }, query }));
    return pages.flatMap(({ enrolments }) => enrolments);
  });
  const rows = (value ?? []).toSorted((a, b) => (`${b.startsAt ?? ''}` < `${a.startsAt ?? ''}` ? -1 : 1));
  const sheet = () => ({
    name: w.mine.file,
    head: w.mine.sheet,
    rows: rows.map(({ name, unitName = '', title, startsAt, state }) => {
      return [name, unitName, title, startsAt === undefined ? '' : plainMoment(startsAt), w.roster.states[state]];
    }),
  });
  return (
    <div class="stack">
      <UnitHeadline unit={unit} view="mine" />
      <p class="soft">{w.mine.lead}</p>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {isLoading && !value && <Waiting />}
      {value && rows.length === 0 && <Nothing>{w.mine.none}</Nothing>}
      {rows.length > 0 && (
        <>
          <ExportButtons file={w.mine.file} sheets={() => [sheet()]} />
          <section class="card" aria-label={w.tabs.mine}>
            <ul class="list">
              {rows.map(({ course, person, name, title, courseState, startsAt, state, position, expiresAt }) => (
                <li key={`${course} ${person}`} class="item course-row">
                  <span class="name">{name}</span>
                  <span>{title}</span>
                  <span>
                    <StateTag state={courseState} />
                  </span>
                  <span class="small soft">{startsAt && momentOf(startsAt, words)}</span>
                  <span class="small">
                    {w.roster.states[state]}
                    {position !== undefined && ` · ${w.roster.position(position)}`}
                    {expiresAt !== undefined && ` · ${w.roster.until(momentOf(expiresAt, words))}`}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
    </div>
  );
}
