// The facts behind a figure: each with what it adds. A person's name stands there for whoever may list people where they worked.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../../../../functions/contract/index.ts';
import type { ApiProblem } from '../../../api/client.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { measureOf, nameOf, partsText, ruleText, valueText } from '../charts/figure-text.ts';
import { Nothing, Trouble, Waiting } from '../parts.tsx';
import { useUnitName } from '../units/use-unit.ts';
import type { AtUnit } from './answers.ts';
import { IndicatorPick } from './indicator-pick.tsx';
import { addressOf } from './route.ts';
import { useFiguresWords } from './words.ts';

type Fact = Answer<'listFacts'>['facts'][number];

interface State {
  facts: Fact[];
  cursor?: string | undefined;
  problem?: ApiProblem;
  isLoading: boolean;
}

/** Pages that are read one after the other where they hold nothing, before one is asked to go on. */
const EMPTY_PAGES = 20;

export function FactsPage({ place }: { place: AtUnit }) {
  const { page } = useStaff();
  const { w, i } = useFiguresWords();
  const nameFor = useUnitName();
  const { months, id } = place;
  return (
    <div class="stack">
      <a class="link start no-print" href={page(addressOf({ ...place, view: 'overview' }))}>
        {w.factsBack}
      </a>
      <div>
        <p class="soft small">
          {nameFor(place.unit)} · {w.months(months.year, months.from, months.to)}
        </p>
        <h1 tabIndex={-1} data-arrive>
          {w.facts(nameOf(i, id))}
        </h1>
        <p class="small soft">{ruleText(i, id)}</p>
        <p class="small soft">{w.factsHint}</p>
      </div>
      <IndicatorPick place={place} />
      <List key={`${place.unit} ${id} ${JSON.stringify(months)}`} place={place} />
    </div>
  );
}

function List({ place }: { place: AtUnit }) {
  const { words } = useStaff();
  const { w } = useFiguresWords();
  const [state, more] = useFacts(place);
  const { facts, cursor, problem, isLoading } = state;
  return (
    <>
      {facts.length > 0 && <Table facts={facts} id={place.id} />}
      {facts.length === 0 && !isLoading && !problem && cursor === undefined && <Nothing>{w.factsNone}</Nothing>}
      {problem && <Trouble problem={problem} onRetry={() => void more()} />}
      {isLoading && (facts.length === 0 ? <Waiting /> : <p aria-live="polite">{words.loading}</p>)}
      {cursor !== undefined && !isLoading && !problem && (
        <button type="button" class="button plain no-print" onClick={() => void more()}>
          {w.factsMore}
        </button>
      )}
    </>
  );
}

function useFacts({ unit, id, months }: AtUnit): [State, () => Promise<void>] {
  const { call } = useStaff();
  const [state, setState] = useState<State>({ facts: [], isLoading: true });
  const isGone = useRef(false);
  const more = async () => {
    let { cursor } = state;
    setState(({ facts }) => ({ facts, cursor, isLoading: true }));
    const query = { id, year: String(months.year), from: String(months.from), to: String(months.to) };
    try {
      for (let pages = 0; pages < EMPTY_PAGES; pages += 1) {
        const on = cursor === undefined ? {} : { cursor };
        const part = await call('listFacts', { params: { unit }, query: { ...query, ...on } });
        if (isGone.current) return;
        cursor = part.cursor;
        const isEnough = part.facts.length > 0 || cursor === undefined;
        if (!isEnough && pages < EMPTY_PAGES - 1) continue;
        setState(({ facts }) => ({ facts: [...facts, ...part.facts], cursor, isLoading: false }));
        return;
      }
    } catch (problem) {
      if (!isGone.current)
        setState(({ facts }) => ({ facts, cursor, problem: problem as ApiProblem, isLoading: false }));
    }
  };
  useEffect(() => {
    void more();
    return () => {
      isGone.current = true;
    };
  }, []);
  return [state, more];
}

function Table({ facts, id }: { facts: readonly Fact[]; id: string }) {
  const { words } = useStaff();
  const { w, i } = useFiguresWords();
  return (
    <div class="card table-card">
      <table class="grid">
        <thead>
          <tr>
            <th scope="col">{w.factsOf}</th>
            <th scope="col">{w.unit}</th>
            <th scope="col">{w.factsDay}</th>
            <th scope="col" class="count">
              {w.factsAdds}
            </th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact, n) => (
            <tr key={n}>
              <th scope="row">
                <Of fact={fact} />
              </th>
              <td>{fact.units.map(({ name }) => name).join('、')}</td>
              <td class="stamp">{words.date(fact.day)}</td>
              <td class="count">
                {fact.of === undefined
                  ? valueText(i, { n: fact.n }, measureOf(id))
                  : partsText({ n: fact.n, of: fact.of })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The person, the course, or what kind of record it is; with the way there. */
function Of({ fact }: { fact: Fact }) {
  const { page } = useStaff();
  const { w } = useFiguresWords();
  const kind = w.kinds[fact.kind] ?? fact.kind;
  const unit = fact.units[0]?.id ?? '';
  if (fact.person?.name !== undefined) {
    return <a href={page(`/staff/person/?unit=${unit}&person=${fact.person.id}`)}>{fact.person.name}</a>;
  }
  if (fact.course !== undefined)
    return <a href={page(`/staff/training/?view=course&unit=${unit}&course=${fact.course}`)}>{kind}</a>;
  if (fact.kind === 'work' && unit !== '') return <a href={page(`/staff/station/?unit=${unit}`)}>{kind}</a>;
  return (
    <>
      {kind}
      {fact.person !== undefined && <span class="soft small"> {w.noName}</span>}
    </>
  );
}
