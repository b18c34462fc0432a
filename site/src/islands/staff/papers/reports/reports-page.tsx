// Reports of faulty questions by their states: what was said of the question, how often, what was decided, and what can be done.
import { useState } from 'preact/hooks';
import type { Answer } from '../../../../../../functions/contract/index.ts';
import { reachOf } from '../../../../../../functions/domain/access/can.ts';
import {
  mayDecide,
  REPORT_DECISIONS,
  REPORT_STATES,
  type ReportDecisionState,
  type ReportState,
} from '../../../../../../functions/domain/corrections/reports.ts';
import { Choice } from '../../../../shell/parts.tsx';
import { useStaff } from '../../../../shell/staff.tsx';
import { momentText } from '../../../me/moment.ts';
import { WhyField } from '../../forms/fields.tsx';
import { missing } from '../../forms/form.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { Nothing, Trouble, Waiting } from '../../parts.tsx';
import { useRequestId } from '../../training/request-id.ts';
import { useLoad } from '../../use-load.ts';
import { ItemBody } from '../item-card.tsx';
import { UnitHeadline } from '../unit-headline.tsx';
import { useMorePages } from '../use-more-pages.ts';
import { usePapersWords } from '../use-words.ts';
import { CorrectKey } from './correct-key.tsx';

type Report = Answer<'listQuestionReports'>['reports'][number];

export function ReportsPage({ unit }: { unit: string }) {
  const { t, call, actor } = useStaff();
  const w = usePapersWords();
  const [state, setState] = useState<ReportState>('new');
  const first = useLoad(`reports ${state}`, () => call('listQuestionReports', { query: { state } }));
  const more = useMorePages(state, first.value, (cursor) => call('listQuestionReports', { query: { state, cursor } }));
  const pages = [first.value, ...more.pages].filter((page) => page !== undefined);
  const reports = pages.flatMap((page) => page.reports);
  const names = Object.assign({}, ...pages.map((page) => page.names)) as Record<string, string>;
  const decides = reachOf(actor, 'decideReport').length > 0;
  return (
    <div class="stack">
      <UnitHeadline unit={unit} view="reports" />
      <p class="soft small">
        {w.reports.lead} {!decides && w.reports.readOnly}
      </p>
      <Choice
        legend={w.reports.stateLegend}
        name="state"
        options={REPORT_STATES}
        label={(one) => w.reports.states[one]}
        value={state}
        onPick={setState}
      />
      {first.problem && <Trouble problem={first.problem} onRetry={() => void first.reload()} />}
      {first.isLoading && !first.value && <Waiting />}
      {first.value && reports.length === 0 && <Nothing>{w.reports.none[state]}</Nothing>}
      {reports.map((report) => (
        <ReportCard key={report.report} report={report} names={names} onChanged={first.reload} />
      ))}
      {more.problem && <Trouble problem={more.problem} onRetry={() => void more.load()} />}
      {more.hasMore && (
        <button type="button" class="button plain" aria-disabled={more.isLoading} onClick={() => void more.load()}>
          {t.more}
        </button>
      )}
    </div>
  );
}

interface CardProps {
  report: Report;
  names: Readonly<Record<string, string>>;
  onChanged: () => Promise<void>;
}

function ReportCard({ report, names, onChanged }: CardProps) {
  const { words, actor } = useStaff();
  const w = usePapersWords();
  const { question, questionVersion, mock, item } = report;
  const heading = `report-${report.report}`;
  return (
    <section class="card" aria-labelledby={heading}>
      <div class="spread">
        <h2 id={heading}>{w.reports.reasons[report.reason] ?? w.reports.reasons.other}</h2>
        <span class="tag">{w.reports.states[report.state]}</span>
      </div>
      <p>{report.text === '' ? <span class="soft">{w.reports.noText}</span> : report.text}</p>
      <p class="small soft">
        {w.reports.bank[mock ? 'mock' : 'practice']} {question} · {w.item.version(questionVersion)} ·{' '}
        {momentText(report.at, words)}
        {report.reports > 1 && ` · ${w.reports.times(report.reports)}`}
      </p>
      {report.decisions.map((one) => (
        <p key={one.at} class="small">
          {w.reports.decidedBy(w.reports.states[one.state], momentText(one.at, words), names[one.by] ?? '', one.why)}
        </p>
      ))}
      {item && (
        <details>
          <summary class="link">{w.paper.showQuestions}</summary>
          <ItemBody item={item} />
        </details>
      )}
      {!mock && <p class="small soft">{w.reports.practiceHint}</p>}
      {reachOf(actor, 'decideReport').length > 0 && <ReportActs report={report} onChanged={onChanged} />}
    </section>
  );
}

function ReportActs({ report, onChanged }: Pick<CardProps, 'report' | 'onChanged'>) {
  const { actor } = useStaff();
  const w = usePapersWords();
  const [open, setOpen] = useState<ReportDecisionState | 'correct' | undefined>();
  const offered = REPORT_DECISIONS.filter((decision) => mayDecide(report.state, decision));
  const close = () => setOpen(undefined);
  const isCorrectable = report.mock && report.item !== undefined && report.item.options.length > 0;
  return (
    <div class="row">
      {offered.map((decision) => (
        <button key={decision} type="button" class="tool" onClick={() => setOpen(decision)}>
          {decision === 'checking' && report.state !== 'new' ? w.reports.again : w.reports.acts[decision]}
        </button>
      ))}
      {isCorrectable && reachOf(actor, 'correctKey').length > 0 && (
        <button type="button" class="tool" onClick={() => setOpen('correct')}>
          {w.reports.correct}
        </button>
      )}
      {open === 'correct' && report.item && (
        <CorrectKey item={report.item} subject={report.subject} onChanged={onChanged} onClose={close} />
      )}
      {open !== undefined && open !== 'correct' && (
        <Decide report={report} decision={open} onChanged={onChanged} onClose={close} />
      )}
    </div>
  );
}

interface DecideProps extends Pick<CardProps, 'report' | 'onChanged'> {
  decision: ReportDecisionState;
  onClose: () => void;
}

function Decide({ report: { question, report, version }, decision, onChanged, onClose }: DecideProps) {
  const { t, call } = useStaff();
  const w = usePapersWords();
  const request = useRequestId();
  const send = async ({ why }: { why: string }) => {
    const body = { version, state: decision, why: why.trim() };
    await call('decideReport', { params: { question, report }, body: { ...body, request: request.idOf(body) } });
    request.done();
  };
  return (
    <FormDialog
      title={w.titled(w.reports.acts[decision], question)}
      start={{ why: '' }}
      tells={() => w.reports.tells[decision]}
      check={(value) => missing(value, ['why'], t.form.missing)}
      submit={w.reports.acts[decision]}
      send={send}
      done={w.reports.done}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => <WhyField form={form} />}
    </FormDialog>
  );
}
