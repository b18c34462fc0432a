// The names behind a step of the funnel, of a unit with all units below it: who is there, or who works there and is not there yet. Page by page.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../../../../functions/contract/index.ts';
import type { ApiProblem } from '../../../api/client.ts';
import { Choice, Select } from '../../../shell/parts.tsx';
import { useStaff } from '../../../shell/staff.tsx';
import { visit } from '../navigation.ts';
import { OtherUnit } from '../other-unit.tsx';
import { Nothing, Trouble, Waiting } from '../parts.tsx';
import { useUnit, useUnitName } from '../units/use-unit.ts';
import { BELOW, type ExamPlace, isOfYear, LEVELS, pathTo } from './route.ts';
import { yearsOf } from './rows.ts';
import type { KeeperSaid } from './words.ts';

type Page = Answer<'listSteps'>;
type Somebody = Page['people'][number];
type Below = (typeof BELOW)[number];

/** So many more names are read at a time: a page of the wire may hold few, and none. */
const SHOWN_LEAST = 50;

interface Props {
  unit: string;
  place: ExamPlace & { below: Below };
  said: KeeperSaid;
}

export function UnitNames({ unit, place, said }: Props) {
  const { page, today } = useStaff();
  const { s } = said;
  const { below, isMissing } = place;
  const refine = (change: Partial<ExamPlace>) => visit(page(pathTo({ ...place, unit, ...change })), 'replaceState');
  const mayMiss = below !== 'target';
  return (
    <div class="stack">
      <Head unit={unit} place={place} said={said} />
      <p class="soft no-print">{s.names.lead}</p>
      <div class="filters no-print">
        {isOfYear(below) && (
          <Select
            label={s.year}
            value={place.year ?? today.slice(0, 4)}
            options={yearsOf(today).map((one) => ({ value: one, text: said.w.year(Number(one)) }))}
            onPick={(picked) => refine({ year: picked })}
          />
        )}
        {mayMiss && below !== 'trained' && (
          <Select
            label={s.level}
            value={place.level ?? ''}
            options={['' as const, ...LEVELS].map((one) => ({
              value: one,
              text: one === '' ? s.all : said.words.levels[one],
            }))}
            onPick={(picked) => refine({ level: picked === '' ? undefined : picked } as Partial<ExamPlace>)}
          />
        )}
      </div>
      <Choice
        legend={s.stepsLegend}
        name="below-step"
        options={BELOW}
        label={(step) => s.names.steps[step]}
        value={below}
        onPick={(step) => refine({ below: step })}
      />
      {mayMiss && (
        <Choice
          legend={s.names.whoLegend}
          name="below-who"
          options={['there', 'missing'] as const}
          label={(who) => s.names.who[who]}
          value={isMissing ? 'missing' : 'there'}
          onPick={(who) => refine({ isMissing: who === 'missing' })}
        />
      )}
      <Names key={pathTo({ ...place, unit })} {...{ unit, place, said }} />
    </div>
  );
}

function Names({ unit, place, said }: Props) {
  const { s } = said;
  const { pages, isBusy, problem, load } = useNames(unit, place);
  const people = pages.flatMap((one) => one.people);
  const hasMore = pages.at(-1)?.cursor !== undefined;
  if (pages.length === 0) return problem ? <Trouble problem={problem} onRetry={load} /> : <Waiting />;
  if (people.length === 0 && !hasMore) return <Nothing>{s.names.none}</Nothing>;
  return (
    <>
      <p class="soft small" role="status">
        {hasMore ? s.names.soFar(people.length) : s.names.all(people.length)}
      </p>
      {people.length > 0 && <Table people={people} said={said} />}
      {problem && <Trouble problem={problem} onRetry={load} />}
      {hasMore && !problem && (
        <button type="button" class="button no-print" aria-disabled={isBusy} onClick={load}>
          {isBusy ? said.words.loading : s.names.more}
        </button>
      )}
    </>
  );
}

/** What came so far; each part is shown as it comes. */
function useNames(unit: string, { below, isMissing, level, year }: Props['place']) {
  const { call, today } = useStaff();
  const [pages, setPages] = useState<readonly Page[]>([]);
  const [isBusy, setBusy] = useState(true);
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const isHere = useRef(true);
  const query = {
    ...{ step: below, year: year === undefined || year === 'all' ? today.slice(0, 4) : year },
    ...(level === undefined ? {} : { level }),
    ...(isMissing && below !== 'target' ? { missing: 'true' } : {}),
  };
  /** Reads on until there is something more to show. */
  const fill = async (held: readonly Page[]) => {
    setBusy(true);
    setProblem(undefined);
    let all = held;
    const count = () => all.reduce((sum, { people }) => sum + people.length, 0);
    const wanted = count() + SHOWN_LEAST;
    try {
      do {
        const cursor = all.at(-1)?.cursor;
        // A number in an address is a text until the server has read it.
        const asked = { ...query, ...(cursor === undefined ? {} : { cursor }) } as never;
        all = [...all, await call('listSteps', { params: { unit }, query: asked })];
        if (!isHere.current) return;
        setPages(all);
      } while (all.at(-1)?.cursor !== undefined && count() < wanted);
    } catch (error) {
      // The client throws nothing but problems.
      if (isHere.current) setProblem(error as ApiProblem);
    }
    if (isHere.current) setBusy(false);
  };
  useEffect(() => {
    isHere.current = true;
    void fill([]);
    return () => {
      isHere.current = false;
    };
  }, []);
  return { pages, isBusy, problem, load: () => void (isBusy && !problem ? undefined : fill(pages)) };
}

function Table({ people, said }: { people: readonly Somebody[]; said: KeeperSaid }) {
  const { page } = useStaff();
  const { s, words, w } = said;
  const columns = [s.columns.name, s.names.unit, s.columns.exam, s.columns.certificate];
  return (
    <div class="card table-card">
      <table class="grid cards-narrow exam-table">
        <caption class="visually-hidden">{s.names.title}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map(({ person, name, unit, unitName, present, exams, certificates }) => (
            <tr key={`${person} ${unit}`}>
              <th scope="row">
                {present ? (
                  <a class="person-link" href={page(pathTo({ unit, person }))}>
                    {name}
                  </a>
                ) : (
                  name || s.gone
                )}
                {!present && <span class="soft small"> {s.left}</span>}
              </th>
              <td data-label={columns[1]}>{unitName}</td>
              <td data-label={columns[2]}>
                {w.listed(exams.map(({ level, step }) => s.names.exam(words.levels[level], s.steps[step]))) || '—'}
              </td>
              <td data-label={columns[3]}>{w.listed(certificates.map((level) => words.levels[level])) || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head({ unit, place, said }: Props) {
  const { page } = useStaff();
  const { s } = said;
  const nameOf = useUnitName();
  const { value } = useUnit(unit);
  return (
    <div class="frame-head">
      <div>
        <p class="soft small">{value?.name ?? nameOf(unit)}</p>
        <h1 tabIndex={-1} data-arrive>
          {s.names.title}
        </h1>
      </div>
      <div class="row no-print">
        <OtherUnit
          label={s.otherUnit}
          action="listPeople"
          onPick={(to) => visit(page(pathTo({ ...place, unit: to })))}
        />
      </div>
    </div>
  );
}
