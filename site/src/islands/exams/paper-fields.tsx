// The papers of a level: what became of each, and its marks where they are known.
import { Framed } from '../ledger/text-input.tsx';
import { type Chosen, type ExamDraft, paperIn, subjectsIn, withPaper } from './draft.ts';
import { type Said, subjectText } from './said.ts';

interface Props {
  draft: ExamDraft;
  /** Subject → what is wrong with it, in words. */
  faults: Readonly<Record<string, string>>;
  said: Said;
  set: (change: Partial<ExamDraft>) => void;
}

const CHOICES = ['', 'registered', 'sat', 'absent', 'marks', 'passed', 'passed-local', 'failed'] as const;

export function PaperFields(props: Props) {
  const { draft, said } = props;
  return (
    <fieldset class="paper-fields">
      <legend>{said.w.form.papers}</legend>
      {subjectsIn(draft).map((subject) => (
        <PaperField key={subject} subject={subject} {...props} />
      ))}
    </fieldset>
  );
}

function PaperField({ subject, draft, faults, said, set }: Props & { subject: string }) {
  const { form } = said.w;
  const { chosen, marks } = paperIn(draft, subject);
  const isMarked = chosen === 'marks';
  const name = subjectText(subject, said);
  return (
    <div class="exam-pair">
      <Framed label={name} fault={isMarked ? undefined : faults[subject]}>
        {(tied) => (
          <select
            {...tied}
            value={chosen}
            onChange={(event) => set(withPaper(draft, subject, { chosen: event.currentTarget.value as Chosen }))}
          >
            {CHOICES.map((choice) => (
              <option key={choice} value={choice}>
                {form.results[choice]}
              </option>
            ))}
          </select>
        )}
      </Framed>
      {isMarked && (
        <Framed label={form.marks(name)} hint={form.marksHint} fault={faults[subject]}>
          {(tied) => (
            <input
              {...tied}
              type="text"
              inputMode="decimal"
              autoComplete="off"
              maxLength={6}
              value={marks}
              onInput={(event) => set(withPaper(draft, subject, { marks: event.currentTarget.value }))}
            />
          )}
        </Framed>
      )}
    </div>
  );
}
