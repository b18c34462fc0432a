// One appraisal: its indicators with what is counted and what was given, what happened so far, and what one can do now.
import { useState } from 'preact/hooks';
import { Notice } from '../../../shell/parts.tsx';
import { useStaff } from '../../../shell/staff.tsx';
import { Trouble, Waiting } from '../parts.tsx';
import { useLoad } from '../use-load.ts';
import { useHeadingFocus } from '../use-route.ts';
import type { Read } from './answers.ts';
import { IndicatorTable } from './indicator-table.tsx';
import { MoveForm } from './move-form.tsx';
import { addressOf } from './route.ts';
import { pointsOf, useStationWords } from './words.ts';

/** Where a move gives what was given before. */
const SHEET_OF = { score: 'self', visit: 'visit', decide: 'decision' } as const;

/** `home`: the unit whose list is gone back to. */
export function AppraisalPage({ unit, appraisal, home }: { unit: string; appraisal: string; home: string }) {
  const { call, page, words, lang } = useStaff();
  const w = useStationWords().appraisals;
  const { value, problem, reload } = useLoad(`appraisal ${unit} ${appraisal}`, () =>
    call('readAppraisal', { params: { unit, appraisal }, query: {} }),
  );
  const [move, setMove] = useState<Read['moves'][number] | undefined>();
  useHeadingFocus(value === undefined);
  return (
    <div class="stack">
      <a class="link start no-print" href={page(addressOf({ view: 'appraisals', unit: home }))}>
        {w.back}
      </a>
      {value === undefined && <h1>{words.loading}</h1>}
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {value === undefined && !problem && <Waiting />}
      {value && (
        <>
          <div>
            <p class="soft small">{value.appraisal.name}</p>
            <h1 tabIndex={-1} data-arrive>
              {value.appraisal.title[lang]} · {w.termName(value.appraisal.term.year, value.appraisal.term.quarter)}
            </h1>
          </div>
          <Standing value={value} />
          {!value.verified && (
            <Notice>
              <p>{value.source[lang]}</p>
            </Notice>
          )}
          <Moves value={value} onMove={setMove} />
          {value.leftToOthers && <p class="small soft no-print">{w.leftToOthers}</p>}
          <IndicatorTable value={value} />
          <Notes value={value} />
          {move && (
            <MoveForm unit={unit} value={value} move={move} onChanged={reload} onClose={() => setMove(undefined)} />
          )}
        </>
      )}
    </div>
  );
}

/** What leads on comes first; what gives anew what was given before stands behind it. */
function Moves({ value, onMove }: { value: Read; onMove: (move: Read['moves'][number]) => void }) {
  const w = useStationWords();
  const isAgain = (move: string): move is keyof typeof SHEET_OF =>
    move in SHEET_OF && value[SHEET_OF[move as keyof typeof SHEET_OF]] !== undefined;
  const [again, on] = [value.moves.filter(isAgain), value.moves.filter((move) => !isAgain(move))];
  return (
    <div class="row no-print">
      {[...on, ...again].map((move) => {
        const isMain = move === on[0] && move !== 'withdraw' && move !== 'object';
        return (
          <button key={move} type="button" class={isMain ? 'button' : 'button plain'} onClick={() => onMove(move)}>
            {isAgain(move) ? w.appraisals.again[move] : w.appraisals.moves[move]}
          </button>
        );
      })}
      <button type="button" class="button plain" onClick={() => print()}>
        {w.print}
      </button>
    </div>
  );
}

function Standing({ value: { appraisal } }: { value: Read }) {
  const { words } = useStaff();
  const w = useStationWords().appraisals;
  const { state, due, most, total, grade } = appraisal;
  return (
    <p>
      <strong>{grade === undefined ? w.states[state] : `${w.states[state]} · ${w.grades[grade]}`}</strong>
      {total !== undefined && ` · ${w.points(pointsOf(total), pointsOf(most))}`} · {w.due} {words.date(due)}
    </p>
  );
}

function Notes({ value }: { value: Read }) {
  const { words } = useStaff();
  const w = useStationWords();
  return (
    <section class="stack">
      <h2>{w.appraisals.steps}</h2>
      <ol class="plain-list stack-tight">
        {value.steps.map(({ move, at, byName, note }, i) => (
          <li key={`${at} ${i}`}>
            {words.date(at.slice(0, 10))} · {move === 'open' ? w.appraisals.started : w.appraisals.moves[move]} ·{' '}
            {byName ?? w.unknown}
            {note && <p class="small soft">{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
