// The certificates of a closed course: issuing to all who earned hours, the list, revoking and reissuing one.
import { useEffect, useRef, useState } from 'preact/hooks';
import { hoursText } from '../../../../../../functions/domain/hours/conversion.ts';
import type { ApiProblem } from '../../../../api/client.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import { WhyField } from '../../forms/fields.tsx';
import { missing } from '../../forms/form.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { Trouble, Waiting } from '../../parts.tsx';
import { useLoad } from '../../use-load.ts';
import { allPages } from '../all-pages.ts';
import { ExportButtons } from '../export/export-buttons.tsx';
import { plainMoment } from '../moments.ts';
import type { ViewProps } from '../rights.ts';
import { reasonText, useTeachWords } from '../use-words.ts';
import type { Report } from '../whole-course.ts';
import { type Completion, CompletionsTable } from './completions-table.tsx';
import { type IssueLine, issueFor } from './issue.ts';
import { PrintAll } from './print-all.tsx';

export function Completions({ course, rights, report }: ViewProps & { report: Report }) {
  const { call } = useStaff();
  const w = useTeachWords();
  const { value, problem, isLoading, reload } = useLoad(`completions ${course.course}`, async () => {
    const pages = await allPages((query) => call('listCompletions', { params: { course: course.course }, query }));
    return pages.flatMap(({ completions }) => completions);
  });
  const [open, setOpen] = useState<{ one: Completion; kind: 'revoke' | 'reissue' } | undefined>();
  const { title, minutesPerHour } = course.plan;
  const list = value ?? [];
  const sheet = () => ({
    name: w.completions.title,
    head: w.completions.sheet,
    rows: list.map(({ name, number, minutes, issuedAt, status }) => [
      name,
      number,
      Number(hoursText(minutes, minutesPerHour)),
      minutes,
      plainMoment(issuedAt),
      w.completions.statuses[status],
    ]),
  });
  return (
    <section class="card" aria-label={w.close.steps.issue}>
      <h2>{w.close.steps.issue}</h2>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {rights.issue && value && <IssueStep course={course.course} report={report} list={list} onChanged={reload} />}
      {isLoading && !value && <Waiting lines={3} />}
      {value && list.length === 0 && <p class="soft">{w.completions.none}</p>}
      {list.length > 0 && (
        <>
          {rights.issue && <PrintAll course={course.course} title={title} list={list} />}
          <ExportButtons file={w.completions.fileName(title)} sheets={() => [sheet()]} />
          <CompletionsTable
            list={list}
            minutesPerHour={minutesPerHour}
            mayChange={rights.issue}
            onOpen={(one, kind) => setOpen({ one, kind })}
          />
        </>
      )}
      {open && <ChangeForm {...open} onChanged={reload} onClose={() => setOpen(undefined)} />}
    </section>
  );
}

interface IssueProps {
  course: string;
  report: Report;
  list: readonly Completion[];
  onChanged: () => Promise<void>;
}

function IssueStep({ course, report, list, onChanged }: IssueProps) {
  const { t, call } = useStaff();
  const w = useTeachWords();
  const [lines, setLines] = useState<readonly IssueLine[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const isWanted = useRef(true);
  const stop = () => {
    isWanted.current = false;
  };
  useEffect(() => stop, []);
  const has = new Set(list.map(({ person }) => person));
  const people = report.people.filter(({ person, minutes }) => minutes > 0 && !has.has(person));
  const [total, setTotal] = useState(0);
  const run = async () => {
    if (isBusy) return;
    isWanted.current = true;
    setBusy(true);
    setProblem(undefined);
    setLines([]);
    setTotal(people.length);
    try {
      await issueFor({
        ...{ call, course, people: people.map(({ person }) => person) },
        onLines: (more) => setLines((old) => [...old, ...more]),
        isWanted: () => isWanted.current,
      });
    } catch (error) {
      setProblem(error as ApiProblem);
    }
    setBusy(false);
    await onChanged();
  };
  const of = (outcome: IssueLine['outcome']) => lines.filter((line) => line.outcome === outcome).length;
  const nameOf = (id: string) => report.people.find(({ person }) => person === id)?.name ?? w.suspicions.unknown;
  if (people.length === 0 && lines.length === 0 && list.length === 0) return <p>{w.close.nobody}</p>;
  return (
    <div class="stack">
      {problem && <Trouble problem={problem} />}
      {people.length > 0 && <p>{w.close.issueTell(people.length)}</p>}
      {lines.length > 0 && (
        <div class="sending" role="status">
          <progress value={lines.length} max={total} aria-label={w.close.steps.issue} />
          <p>{w.close.progress(lines.length, total)}</p>
          {!isBusy && <p>{w.close.issued(of('new'), of('same'), of('refused'))}</p>}
          <ul class="fault">
            {lines
              .filter(({ outcome }) => outcome === 'refused')
              .map(({ person, reason }) => (
                <li key={person}>{w.close.refused(nameOf(person), reasonText(reason, t, w))}</li>
              ))}
          </ul>
        </div>
      )}
      <div class="row">
        {people.length > 0 && !isBusy && (
          <button type="button" class="button" onClick={() => void run()}>
            {lines.length > 0 ? w.close.goOnIssue : w.close.issue(people.length)}
          </button>
        )}
        {isBusy && (
          <button type="button" class="button plain" onClick={stop}>
            {w.close.stop}
          </button>
        )}
      </div>
    </div>
  );
}

interface ChangeProps {
  one: Completion;
  kind: 'revoke' | 'reissue';
  onChanged: () => Promise<void>;
  onClose: () => void;
}

function ChangeForm({ one: { number, name }, kind, onChanged, onClose }: ChangeProps) {
  const { t, call } = useStaff();
  const w = useTeachWords();
  return (
    <FormDialog
      title={w.completions.who(w.completions[kind], name)}
      start={{ why: '' }}
      tells={() => w.completions.tells[kind](number)}
      check={(value) => missing(value, ['why'], t.form.missing)}
      submit={w.completions[kind]}
      isGrave
      send={({ why }) => call('changeCompletion', { params: { number }, body: { kind, why: why.trim() } })}
      done={w.completions.done[kind]}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => <WhyField form={form} />}
    </FormDialog>
  );
}
