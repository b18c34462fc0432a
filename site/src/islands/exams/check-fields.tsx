// The fields of the check: which exam, what one has studied, how long one has done social work, which certificate one holds.
import type { ComponentChildren } from 'preact';
import { EDUCATIONS, type Education } from '../../../../functions/domain/people/person.ts';
import { Framed } from '../ledger/text-input.tsx';
import { type CheckDraft, needsMajor } from './check-form.ts';
import { rulesWords } from './rules-words.ts';
import type { Said } from './said.ts';

interface Props {
  draft: CheckDraft;
  /** Field → what is wrong with it, in words. */
  faults: Readonly<Record<string, string>>;
  set: (change: Partial<CheckDraft>) => void;
  said: Said;
  today: string;
}

const YEARS_AHEAD = 4;
const LEVELS = ['junior', 'intermediate', 'senior'] as const;

export function CheckFields(props: Props) {
  const { draft, set, said, today } = props;
  const { check: w } = rulesWords(said.lang);
  const first = Number(today.slice(0, 4));
  const years = Array.from({ length: YEARS_AHEAD }, (_, i) => String(first + i));
  return (
    <>
      <Pick {...props} name="year" label={w.year}>
        <option value="">{w.nextExam}</option>
        {years.map((year) => (
          <option key={year} value={year}>
            {said.w.year(Number(year))}
          </option>
        ))}
      </Pick>
      <Pick {...props} name="education" label={w.education}>
        <option value="">{w.choose}</option>
        {EDUCATIONS.map((one: Education) => (
          <option key={one} value={one}>
            {w.educations[one]}
          </option>
        ))}
      </Pick>
      {needsMajor(draft) && (
        <Pick {...props} name="major" label={w.major}>
          <option value="">{w.choose}</option>
          <option value="true">{w.majors.true}</option>
          <option value="false">{w.majors.false}</option>
        </Pick>
      )}
      <Work {...props} />
      <Pick {...props} name="certificate" label={w.certificate}>
        <option value="">{w.noCertificate}</option>
        {LEVELS.map((level) => (
          <option key={level} value={level}>
            {said.words.levelNames[level]}
          </option>
        ))}
      </Pick>
      {draft.certificate !== '' && (
        <Framed label={w.issued} fault={props.faults.issued}>
          {(tied) => (
            <input
              {...tied}
              type="date"
              max={today}
              value={draft.issued}
              onInput={(event) => set({ issued: event.currentTarget.value })}
            />
          )}
        </Framed>
      )}
    </>
  );
}

interface PickProps extends Props {
  name: 'year' | 'education' | 'major' | 'certificate';
  label: string;
  children: ComponentChildren;
}

function Pick({ draft, faults, set, name, label, children }: PickProps) {
  return (
    <Framed label={label} fault={faults[name]}>
      {(tied) => (
        <select {...tied} value={draft[name]} onChange={(event) => set({ [name]: event.currentTarget.value })}>
          {children}
        </select>
      )}
    </Framed>
  );
}

/** Years and months in two fields; what is wrong is said of both at once. */
function Work({ draft, faults, set, said }: Props) {
  const { check: w } = rulesWords(said.lang);
  return (
    <fieldset class="paper-fields">
      <legend>{w.work}</legend>
      <div class="exam-pair">
        {(['years', 'months'] as const).map((name) => (
          <Framed key={name} label={w[name]} fault={name === 'years' ? faults.work : undefined}>
            {(tied) => (
              <input
                {...tied}
                type="text"
                inputMode="numeric"
                autoComplete="off"
                maxLength={2}
                placeholder="0"
                value={draft[name]}
                onInput={(event) => set({ [name]: event.currentTarget.value })}
              />
            )}
          </Framed>
        ))}
      </div>
    </fieldset>
  );
}
