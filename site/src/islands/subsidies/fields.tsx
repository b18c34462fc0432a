// The questions of the calculator: one field each, asked where the rule wants to know and the record does not say.
import type { ComponentChildren } from 'preact';
import type { SubsidyRule } from '../../../../functions/domain/subsidies/rule.ts';
import { Framed } from '../ledger/text-input.tsx';
import { type Draft, faultsOf, type Question, recentMonths } from './draft.ts';
import type { Said } from './said.ts';

interface Props {
  rule: SubsidyRule;
  draft: Draft;
  questions: readonly Question[];
  set: (change: Partial<Draft>) => void;
  today: string;
  said: Said;
}

const MONTHS_MOST = 12;

export function Fields(props: Props) {
  return (
    <>
      {props.questions.map((question) => (
        <Field key={question} {...props} question={question} />
      ))}
    </>
  );
}

function Field(props: Props & { question: Question }) {
  const { question, rule, said, today } = props;
  const { ask, posts, faults } = said.w;
  const place = rule.place.name[said.lang];
  const fault = faultsOf(props.draft, today)[question];
  const text = fault && faults[fault];
  switch (question) {
    case 'worksThere':
      return <YesNo {...props} question={question} label={ask.worksThere(place)} />;
    case 'registered':
    case 'established':
    case 'appraised':
      return <YesNo {...props} question={question} label={ask[question]} />;
    case 'issued':
      return <Typed {...props} question={question} label={ask.issued} fault={text} type="date" />;
    case 'socialWorkMonths':
    case 'workMonths': {
      const hint = typeof rule.service === 'object' ? ask.monthsHint(rule.service.months) : undefined;
      return <Typed {...props} question={question} label={ask[question]} hint={hint} fault={text} mode="numeric" />;
    }
    case 'received':
      return (
        <Typed
          {...props}
          question={question}
          label={ask.received}
          hint={ask.receivedHint}
          fault={text}
          mode="decimal"
        />
      );
    case 'firstTime':
      return (
        <Pick {...props} question={question} label={ask.firstTime}>
          {(['first', 'level', 'no'] as const).map((one) => (
            <option key={one} value={one}>
              {ask.firstTimes[one]}
            </option>
          ))}
        </Pick>
      );
    case 'post':
      return (
        <Pick {...props} question={question} label={ask.post}>
          {(Object.keys(posts) as (keyof typeof posts)[]).map((one) => (
            <option key={one} value={one}>
              {posts[one]}
            </option>
          ))}
        </Pick>
      );
    default:
      return <Months {...props} />;
  }
}

type TypedName = 'issued' | 'socialWorkMonths' | 'workMonths' | 'received';

interface TypedProps extends Props {
  question: TypedName;
  label: string;
  hint?: string | undefined;
  fault: string | undefined;
  type?: 'date';
  mode?: 'numeric' | 'decimal';
}

function Typed({ draft, set, today, question, label, hint, fault, type, mode }: TypedProps) {
  return (
    <Framed label={label} hint={hint} fault={fault}>
      {(tied) => (
        <input
          {...tied}
          type={type ?? 'text'}
          inputMode={mode}
          autoComplete="off"
          maxLength={12}
          max={type === 'date' ? today : undefined}
          value={draft[question]}
          onInput={(event) => set({ [question]: event.currentTarget.value })}
        />
      )}
    </Framed>
  );
}

interface PickProps extends Props {
  question: Exclude<Question, TypedName>;
  label: string;
  children: ComponentChildren;
}

function Pick({ draft, set, said, question, label, children }: PickProps) {
  return (
    <Framed label={label} fault={undefined}>
      {(tied) => (
        <select {...tied} value={draft[question]} onChange={(event) => set({ [question]: event.currentTarget.value })}>
          <option value="">{said.w.choose}</option>
          {children}
        </select>
      )}
    </Framed>
  );
}

function YesNo(props: Omit<PickProps, 'children'>) {
  const { ask } = props.said.w;
  return (
    <Pick {...props}>
      <option value="yes">{ask.yes}</option>
      <option value="no">{ask.no}</option>
    </Pick>
  );
}

/** From which month on, and how many: none of them to come. */
function Months(props: Props) {
  const { draft, set, today, said } = props;
  const { w } = said;
  const months = recentMonths(today);
  const room = draft.monthFrom === '' ? MONTHS_MOST : Math.min(MONTHS_MOST, months.indexOf(draft.monthFrom) + 1);
  const from = (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    const fits = Math.min(Number(draft.monthCount), Math.max(1, months.indexOf(value) + 1));
    set({ monthFrom: value, monthCount: String(fits) });
  };
  return (
    <div class="ledger-pair">
      <Framed label={w.ask.monthFrom} fault={undefined}>
        {(tied) => (
          <select {...tied} value={draft.monthFrom} onChange={from}>
            <option value="">{w.choose}</option>
            {months.map((month) => (
              <option key={month} value={month}>
                {w.month(month)}
              </option>
            ))}
          </select>
        )}
      </Framed>
      <Framed label={w.ask.monthCount} fault={undefined}>
        {(tied) => (
          <select
            {...tied}
            value={draft.monthCount}
            onChange={(event) => set({ monthCount: event.currentTarget.value })}
          >
            {Array.from({ length: room }, (_, i) => (
              <option key={i} value={String(i + 1)}>
                {w.monthsOption(i + 1)}
              </option>
            ))}
          </select>
        )}
      </Framed>
    </div>
  );
}
