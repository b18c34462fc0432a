// Deciding about many entries: what will happen is said before, one after the other is sent, and what could not be done is told line by line.
import { useState } from 'preact/hooks';
import type { ApiProblem } from '../../../api/client.ts';
import { Notice } from '../../../shell/parts.tsx';
import { useStaff } from '../../../shell/staff.tsx';
import { entryText } from '../../exams/result-text.ts';
import { problemText } from '../../exams/said.ts';
import { WhyField } from '../forms/fields.tsx';
import { given, missing } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import type { Row } from './rows.ts';
import type { KeeperSaid } from './words.ts';

export interface Outcome {
  done: number;
  failed: { what: string; problem: ApiProblem }[];
}

interface Props {
  act: 'confirm' | 'refuse';
  rows: readonly Row[];
  said: KeeperSaid;
  onOutcome: (outcome: Outcome) => void;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

export function BulkDecide({ act, rows: current, said, onOutcome, onChanged, onClose }: Props) {
  const { t, call, device } = useStaff();
  const { s } = said;
  // What was chosen when it was opened: the list changes while it is worked on.
  const [rows] = useState(current);
  const [at, setAt] = useState<number | undefined>();
  const send = async ({ why }: { why: string }) => {
    const versions = new Map(rows.map(({ who }) => [who.person, who.version]));
    const outcome: Outcome = { done: 0, failed: [] };
    for (const [i, { who, entry }] of rows.entries()) {
      if (entry === undefined) continue;
      setAt(i);
      const { year, level } = entry;
      const exam = { year, level, move: act, version: versions.get(who.person) ?? who.version, ...given('why', why) };
      await call('moveExam', { params: { person: who.person }, body: { ...exam, request: device.newId() } }).then(
        ({ version }) => {
          versions.set(who.person, version);
          outcome.done += 1;
        },
        (problem: ApiProblem) => outcome.failed.push({ what: `${who.name} ${entryText(entry, said)}`, problem }),
      );
    }
    onOutcome(outcome);
  };
  return (
    <FormDialog
      title={s.bulkTitle(s.acts[act], rows.length)}
      start={{ why: '' }}
      tells={() => (at === undefined ? s.tells[act](rows.length) : s.running(at + 1, rows.length))}
      check={(value) => (act === 'confirm' ? {} : missing(value, ['why'], t.form.missing))}
      submit={s.acts[act]}
      send={send}
      done={s.bulkDone}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => <WhyField form={form} isOptional={act === 'confirm'} />}
    </FormDialog>
  );
}

export function BulkReport({ outcome, said }: { outcome: Outcome; said: KeeperSaid }) {
  const { s } = said;
  return (
    <div role="status">
      <Notice trouble={outcome.failed.length > 0}>
        <p>{s.bulkResult(outcome.done)}</p>
        {outcome.failed.length > 0 && (
          <>
            <p>{s.bulkFailed(outcome.failed.length)}</p>
            <ul>
              {outcome.failed.map(({ what, problem }) => (
                <li key={what}>{s.failedLine(what, problemText(problem, said))}</li>
              ))}
            </ul>
          </>
        )}
      </Notice>
    </div>
  );
}
