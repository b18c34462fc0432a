// One application: what was handed in, the rule's conditions by the record of now, the arithmetic, every step; and what the caller may do.
import { useState } from 'preact/hooks';
import { Notice } from '../../../shell/parts.tsx';
import { useStaff } from '../../../shell/staff.tsx';
import { knownOf } from '../../subsidies/known.tsx';
import { Result } from '../../subsidies/result.tsx';
import { factsIn, monthsText, rulesIn, ruleText, yuanOf } from '../../subsidies/said.ts';
import { Steps } from '../../subsidies/steps.tsx';
import { Trouble, Waiting } from '../parts.tsx';
import { useLoad } from '../use-load.ts';
import { ACTS, type Act, DecideDialog, type Read } from './decide-dialog.tsx';
import { type Place, pathTo } from './route.ts';
import type { DeskSaid } from './words.ts';

interface Props {
  unit: string;
  place: Place;
  person: string;
  application: string;
  said: DeskSaid;
}

export function ApplicationPage({ unit, place, person, application, said }: Props) {
  const { call, page } = useStaff();
  const { s } = said;
  const { value, problem, isLoading, reload } = useLoad(`subsidy ${application}`, () =>
    call('readSubsidy', { params: { person, application } }),
  );
  const { person: _p, application: _a, ...back } = place;
  return (
    <div class="stack">
      <a class="no-print" href={page(pathTo({ ...back, unit }))}>
        {s.back}
      </a>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {isLoading && !value && <Waiting />}
      {value && <Shown read={value} said={said} onChanged={reload} />}
    </div>
  );
}

function Shown({ read, said, onChanged }: { read: Read; said: DeskSaid; onChanged: () => Promise<void> }) {
  const { actor } = useStaff();
  const { words, w, s } = said;
  const [act, setAct] = useState<Act | undefined>();
  const { application: one, assessment, received, room, today } = read;
  const [rule] = rulesIn({ rules: [read.rule] });
  const acts = ACTS.filter((move) => one.moves.includes(move));
  const isOwn = actor.kind === 'person' && actor.person === one.person;
  const months = monthsText(one, said);
  const typed = knownOf(factsIn(one.answers), said);
  if (rule === undefined) return null;
  return (
    <>
      <div class="spread">
        <h1 tabIndex={-1} data-arrive>
          {read.name}
        </h1>
        <span class={one.state === 'paid' ? 'ledger-tag' : 'ledger-tag quiet'}>{w.states[one.state]}</span>
      </div>
      <section class="card stack-tight" aria-labelledby="facts">
        <h2 id="facts">{s.facts}</h2>
        <p>{ruleText(rule, said)}</p>
        <p>
          {words.levelNames[one.level]}
          {months !== '' && `　${months}`}　{one.cents === undefined ? w.amountUnset : w.yuan(yuanOf(one.cents))}
        </p>
        <p class="small soft">
          {one.unitName}　→　{one.deskName}　{words.date(one.day)}
        </p>
        {typed.length > 0 && (
          <p class="small">
            {s.typed}：{w.listed(typed)}
          </p>
        )}
        {one.notice && <p class="small">{w.noticeUntil(words.date(one.notice.last))}</p>}
        {received > 0 && <p class="small">{s.received(yuanOf(received))}</p>}
        {room !== undefined && <p class="small">{s.room(yuanOf(room))}</p>}
        <Steps steps={one.steps} said={said} />
      </section>
      {read.recordChanged && <Notice>{s.recordChanged}</Notice>}
      <section class="card stack-tight">
        <Result
          {...{ rule, today, said }}
          assessment={assessment as unknown as Parameters<typeof Result>[0]['assessment']}
        />
      </section>
      <div class="row no-print">
        {acts.map((move) => (
          <button
            key={move}
            type="button"
            class={move === 'check' ? 'button' : move === 'refuse' ? 'button danger' : 'button plain'}
            onClick={() => setAct(move)}
          >
            {s.acts[move]}
          </button>
        ))}
        {acts.length === 0 && <p class="soft">{isOwn ? s.noMoves.own : s.noMoves.other}</p>}
      </div>
      {act && <DecideDialog {...{ read, act, said, onChanged }} onClose={() => setAct(undefined)} />}
    </>
  );
}
