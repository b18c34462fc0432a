// Applying by a rule with what was answered: where one's unit lies in the rule's place, and nothing is left unanswered.
import { useState } from 'preact/hooks';
import { type Application, inTheWay } from '../../../../functions/domain/subsidies/application.ts';
import type { Standing } from '../../../../functions/domain/subsidies/assess.ts';
import type { Claimant } from '../../../../functions/domain/subsidies/claimant.ts';
import type { SubsidyRule } from '../../../../functions/domain/subsidies/rule.ts';
import type { ApiProblem } from '../../api/client.ts';
import { Notice } from '../../shell/parts.tsx';
import { requests } from '../ledger/request.ts';
import { Framed } from '../ledger/text-input.tsx';
import { useTraining } from '../training/training.tsx';
import { type Level, type NewApplication, type OwnRead, problemText, type Said } from './said.ts';

interface Props {
  rule: SubsidyRule;
  level: Level;
  months: { from: string; count: number } | undefined;
  answers: Claimant;
  own: OwnRead;
  standing: Standing;
  said: Said;
  onApplied: () => void;
}

export function Apply(props: Props) {
  const { rule, own, said } = props;
  const { apply } = said.w;
  const units = own.units.filter((unit) => unit.rules.includes(rule.id));
  const [first] = units;
  const wanted = { rule: rule.id, level: props.level, ...(props.months === undefined ? {} : { months: props.months }) };
  const isHeld = inTheWay(own.applications as unknown as Application[], wanted) !== undefined;
  const why = isHeld
    ? apply.held
    : own.units.length === 0
      ? apply.noUnit
      : own.units.every(({ deskName }) => deskName === undefined)
        ? apply.noDesk
        : apply.elsewhere;
  return (
    <section class="stack-tight no-print" aria-labelledby="apply">
      <h3 id="apply">{apply.title}</h3>
      {first === undefined || isHeld ? <p class="soft">{why}</p> : <Send {...props} units={units} first={first} />}
    </section>
  );
}

type Unit = OwnRead['units'][number];

function Send({
  rule,
  level,
  months,
  answers,
  standing,
  said,
  onApplied,
  units,
  first,
}: Props & { units: Unit[]; first: Unit }) {
  const { call, toast, newId, person = '' } = useTraining();
  const { apply } = said.w;
  const [unit, setUnit] = useState(first.unit);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const [wishes] = useState(() => requests(newId));
  const desk = units.find((one) => one.unit === unit)?.deskName ?? '';
  const send = () => {
    if (isSending) return;
    const body = { rule: rule.id, level, unit, answers, ...(months === undefined ? {} : { months }) };
    setSending(true);
    setProblem(undefined);
    call('applySubsidy', { params: { person }, body: { ...body, request: wishes.idOf(body) } as NewApplication })
      .then(() => {
        wishes.done();
        toast(apply.sent);
        onApplied();
      }, setProblem)
      .finally(() => setSending(false));
  };
  return (
    <>
      <p class="soft">{apply.lead(desk)}</p>
      {units.length > 1 && (
        <Framed label={apply.unit} fault={undefined}>
          {(tied) => (
            <select {...tied} value={unit} onChange={(event) => setUnit(event.currentTarget.value)}>
              {units.map((one) => (
                <option key={one.unit} value={one.unit}>
                  {one.name}
                </option>
              ))}
            </select>
          )}
        </Framed>
      )}
      {standing === 'incomplete' && <p>{apply.incomplete}</p>}
      {standing === 'unlikely' && <p>{apply.unlikely}</p>}
      {problem !== undefined && <Notice trouble>{problemText(problem, said)}</Notice>}
      {standing !== 'incomplete' && (
        <div>
          <button type="button" class="button" aria-disabled={isSending} onClick={send}>
            {isSending ? apply.sending : standing === 'unlikely' ? apply.anyway : apply.submit}
          </button>
        </div>
      )}
    </>
  );
}
