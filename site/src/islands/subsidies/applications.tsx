// One's applications: where each stands, until when it is on notice, every step; taking one back, or completing what was returned.
import { useState } from 'preact/hooks';
import { assess } from '../../../../functions/domain/subsidies/assess.ts';
import { type Claimant, claimantOf } from '../../../../functions/domain/subsidies/claimant.ts';
import type { SubsidyRule } from '../../../../functions/domain/subsidies/rule.ts';
import type { ApiProblem } from '../../api/client.ts';
import { Notice } from '../../shell/parts.tsx';
import { requests } from '../ledger/request.ts';
import { useTraining } from '../training/training.tsx';
import { answersOf, type Draft, questionsOf, typedFrom } from './draft.ts';
import { Fields } from './fields.tsx';
import { Known } from './known.tsx';
import { Result } from './result.tsx';
import { type Application, factsIn, monthsText, problemText, ruleText, type Said, yuanOf } from './said.ts';
import { Steps } from './steps.tsx';

interface Props {
  applications: readonly Application[];
  rules: readonly SubsidyRule[];
  today: string;
  said: Said;
  onChanged: () => void;
}

export function Applications({ applications, rules, today, said, onChanged }: Props) {
  const { w } = said;
  return (
    <section class="stack-tight" aria-labelledby="my-applications">
      <h2 id="my-applications">{w.mine}</h2>
      {applications.length === 0 && <p class="card soft">{w.none}</p>}
      {applications.map((one) => {
        const rule = rules.find(({ id }) => id === one.rule);
        return <Card key={`${one.application} ${one.version}`} {...{ one, rule, today, said, onChanged }} />;
      })}
    </section>
  );
}

interface CardProps extends Pick<Props, 'today' | 'said' | 'onChanged'> {
  one: Application;
  rule: SubsidyRule | undefined;
}

function Card({ one, rule, today, said, onChanged }: CardProps) {
  const { words, w } = said;
  const [open, setOpen] = useState<'withdraw' | 'resubmit' | undefined>();
  const title = `application-${one.application}`;
  const months = monthsText(one, said);
  const last = one.steps.at(-1);
  return (
    <article class="card stack-tight" aria-labelledby={title}>
      <div class="spread">
        <h3 id={title}>{rule === undefined ? one.rule : ruleText(rule, said)}</h3>
        <span class={one.state === 'paid' ? 'ledger-tag' : 'ledger-tag quiet'}>{w.states[one.state]}</span>
      </div>
      <p>
        {words.levelNames[one.level]}
        {months !== '' && `　${months}`}　{one.cents === undefined ? w.amountUnset : w.yuan(yuanOf(one.cents))}
      </p>
      <p class="small soft">
        {one.unitName}　→　{one.deskName}
      </p>
      {one.state === 'listed' && one.notice && <p>{w.noticeUntil(words.date(one.notice.last))}</p>}
      {last?.why !== undefined && <Notice>{last.why}</Notice>}
      <Steps steps={one.steps} said={said} />
      {open === undefined && (
        <div class="row no-print">
          {one.moves.includes('resubmit') && rule && (
            <button type="button" class="button" onClick={() => setOpen('resubmit')}>
              {w.mend}
            </button>
          )}
          {one.moves.includes('withdraw') && (
            <button type="button" class="tool grave" onClick={() => setOpen('withdraw')}>
              {w.withdraw}
            </button>
          )}
        </div>
      )}
      {open === 'withdraw' && <Withdraw {...{ one, said, onChanged }} onClose={() => setOpen(undefined)} />}
      {open === 'resubmit' && rule && (
        <Resubmit {...{ one, rule, today, said, onChanged }} onClose={() => setOpen(undefined)} />
      )}
    </article>
  );
}

interface ActProps extends Pick<Props, 'said' | 'onChanged'> {
  one: Application;
  onClose: () => void;
}

function useMove({ one, said, onChanged }: Omit<ActProps, 'onClose'>) {
  const { call, toast, newId, person = '' } = useTraining();
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const [wishes] = useState(() => requests(newId));
  const send = (moving: { move: 'withdraw' } | { move: 'resubmit'; answers: Claimant }) => {
    if (isSending) return;
    const body = { version: one.version, moving };
    const params = { person, application: one.application };
    setSending(true);
    setProblem(undefined);
    call('moveOwnSubsidy', { params, body: { ...body, request: wishes.idOf(body) } as never })
      .then(
        () => {
          toast(moving.move === 'withdraw' ? said.w.withdrawn : said.w.apply.resent);
          onChanged();
        },
        (failed: ApiProblem) => {
          setProblem(failed);
          if (failed.code === 'conflict') onChanged();
        },
      )
      .finally(() => setSending(false));
  };
  return { isSending, problem, send };
}

function Withdraw({ one, said, onChanged, onClose }: ActProps) {
  const { w } = said;
  const { isSending, problem, send } = useMove({ one, said, onChanged });
  return (
    <div class="stack-tight confirm no-print">
      <p>{w.willWithdraw}</p>
      {problem !== undefined && <Notice trouble>{problemText(problem, said)}</Notice>}
      <div class="row">
        <button
          type="button"
          class="button danger"
          aria-disabled={isSending}
          onClick={() => send({ move: 'withdraw' })}
        >
          {w.confirmWithdraw}
        </button>
        <button type="button" class="button plain" onClick={onClose}>
          {w.cancel}
        </button>
      </div>
    </div>
  );
}

/** The same questions with what was answered; the rule, the level and the months stay. */
function Resubmit({ one, rule, today, said, onChanged, onClose }: ActProps & { rule: SubsidyRule; today: string }) {
  const { w } = said;
  const { isSending, problem, send } = useMove({ one, said, onChanged });
  const [draft, setDraft] = useState<Draft>(() => typedFrom(one.rule, one.level, factsIn(one.answers)));
  const recorded = factsIn(one.recorded);
  const questions = questionsOf(rule, recorded).filter((question) => question !== 'monthFrom');
  const answers = answersOf(draft, questions);
  const months = one.months === undefined ? {} : { months: one.months.count };
  const claimant = claimantOf(recorded, { ...answers, ...months });
  const assessment = assess(rule, { level: one.level, claimant, day: one.day });
  return (
    <div class="stack-tight confirm no-print">
      <Known recorded={recorded} said={said} />
      <Fields
        {...{ rule, draft, questions, today, said }}
        set={(change) => setDraft((old) => ({ ...old, ...change }))}
      />
      <Result {...{ rule, assessment, today, said }} />
      {assessment.standing === 'incomplete' && <p>{w.apply.incomplete}</p>}
      {problem !== undefined && <Notice trouble>{problemText(problem, said)}</Notice>}
      <div class="row">
        {assessment.standing !== 'incomplete' && (
          <button
            type="button"
            class="button"
            aria-disabled={isSending}
            onClick={() => send({ move: 'resubmit', answers })}
          >
            {isSending ? w.apply.sending : w.apply.resubmit}
          </button>
        )}
        <button type="button" class="button plain" onClick={onClose}>
          {w.cancel}
        </button>
      </div>
    </div>
  );
}
