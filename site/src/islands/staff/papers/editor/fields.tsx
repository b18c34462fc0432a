// The fields of a paper, in the order in which one thinks of them: who, what, when, and what comes after.

import { can } from '../../../../../../functions/domain/access/can.ts';
import { MODES } from '../../../../../../functions/domain/attempts/attempt.ts';
import { RANKINGS, RESULT_POLICIES, REVIEW_POLICIES } from '../../../../../../functions/domain/papers/set-paper.ts';
import { Choice, Notice } from '../../../../shell/parts.tsx';
import { useStaff } from '../../../../shell/staff.tsx';
import { CheckField, Framed, TextField } from '../../forms/fields.tsx';
import type { Form } from '../../forms/form.ts';
import { MomentField } from '../../forms/moment-field.tsx';
import { UnitField } from '../../forms/unit-field.tsx';
import { Trouble } from '../../parts.tsx';
import { ancestorsIn } from '../../tree/rows.ts';
import { countTexts, lackTexts } from '../figures.ts';
import { usePapersWords } from '../use-words.ts';
import { type Draft, type Forms, formOf, withForm } from './draft.ts';
import { Explained } from './explained.tsx';
import { useCourses } from './use-courses.ts';

interface Props {
  form: Form<Draft>;
  unit: string;
  forms: Forms;
  groupName?: string | undefined;
}

export function PaperFields(props: Props) {
  return (
    <>
      <Who {...props} />
      <What {...props} />
      <When {...props} />
      <After {...props} />
    </>
  );
}

function Who({ form, unit, groupName }: Props) {
  const { actor } = useStaff();
  const w = usePapersWords();
  const { groupKind, groupUnit } = form.value;
  return (
    <section class="card" aria-label={w.editor.sections.who}>
      <h2>{w.editor.sections.who}</h2>
      {groupName !== undefined ? (
        <p>{groupName}</p>
      ) : (
        <>
          <Explained
            legend={w.editor.group}
            name="groupKind"
            options={['unit', 'course'] as const}
            label={(one) => w.editor.groups[one]}
            hint={(one) => w.editor.groupHints[one]}
            value={groupKind}
            onPick={(one) => form.set({ groupKind: one })}
          />
          {groupKind === 'course' ? (
            <CoursePick form={form} unit={unit} />
          ) : (
            <UnitField
              label={w.editor.ofUnit}
              hint={w.editor.ofUnitHint}
              value={groupUnit}
              allows={(id, index) => {
                const path = ancestorsIn(index, id);
                return path.includes(unit) && can.setPaper(actor, { ancestors: path });
              }}
              onPick={(id) => form.set({ groupUnit: id })}
            />
          )}
        </>
      )}
      <TextField form={form} name="title" label={w.editor.title} hint={w.editor.titleHint} />
    </section>
  );
}

function CoursePick({ form, unit }: Pick<Props, 'form' | 'unit'>) {
  const { words } = useStaff();
  const w = usePapersWords();
  const { value, problem, reload } = useCourses(unit);
  if (problem) return <Trouble problem={problem} onRetry={() => void reload()} />;
  const first = value === undefined ? words.loading : value.length === 0 ? w.editor.noCourses : w.editor.noCourse;
  return (
    <Framed label={w.editor.course} hint={undefined} fault={form.faults.course}>
      {(tied) => (
        <select
          {...tied}
          value={form.value.course}
          onChange={(event) => form.set({ course: event.currentTarget.value })}
        >
          <option value="">{first}</option>
          {value?.map(({ course, title }) => (
            <option key={course} value={course}>
              {title}
            </option>
          ))}
        </select>
      )}
    </Framed>
  );
}

function What({ form, forms }: Props) {
  const { lang } = useStaff();
  const w = usePapersWords();
  const subject = forms.subjects.find(({ id }) => id === form.value.subject);
  const chosen = formOf(forms, form.value);
  return (
    <section class="card" aria-label={w.editor.sections.what}>
      <h2>{w.editor.sections.what}</h2>
      <Framed label={w.editor.subject} hint={undefined} fault={form.faults.subject}>
        {(tied) => (
          <select
            {...tied}
            value={form.value.subject}
            onChange={(event) => form.set(withForm(form.value, forms, { subject: event.currentTarget.value }))}
          >
            {forms.subjects.map(({ id, name }) => (
              <option key={id} value={id}>
                {name[lang]}
              </option>
            ))}
          </select>
        )}
      </Framed>
      <Choice
        legend={w.editor.form}
        name="form"
        options={(subject?.forms ?? []).map((one) => one.form)}
        label={(one) => {
          const made = subject?.forms.find((other) => other.form === one);
          return made === undefined
            ? w.forms[one]
            : w.editor.formText(w.forms[one], w.listed(countTexts(made.counts, w)), made.minutes);
        }}
        value={form.value.form}
        onPick={(one) => form.set(withForm(form.value, forms, { form: one }))}
      />
      {chosen && chosen.lacking.length > 0 && (
        <Notice trouble>{w.editor.lacking(w.listed(lackTexts(chosen.lacking, w)))}</Notice>
      )}
      <Explained
        legend={w.editor.mode}
        name="mode"
        options={MODES}
        label={(one) => w.modes[one]}
        hint={(one) => w.editor.modeHints[one]}
        value={form.value.mode}
        onPick={(mode) => form.set({ mode })}
      />
      <CheckField form={form} name="shuffle" label={w.editor.shuffle} />
    </section>
  );
}

function When({ form, forms }: Props) {
  const w = usePapersWords();
  const usual = formOf(forms, form.value)?.minutes;
  return (
    <section class="card" aria-label={w.editor.sections.when}>
      <h2>{w.editor.sections.when}</h2>
      <div class="pair">
        <MomentField form={form} name="opensAt" label={w.editor.opensAt} />
        <MomentField form={form} name="closesAt" label={w.editor.closesAt} />
      </div>
      <p class="small soft">{w.editor.windowHint}</p>
      <div class="pair">
        <TextField
          form={form}
          name="minutes"
          type="number"
          label={w.editor.minutes}
          {...(usual !== undefined && { hint: w.editor.minutesHint(usual) })}
        />
        <TextField form={form} name="graceS" type="number" label={w.editor.grace} hint={w.editor.graceHint} />
      </div>
    </section>
  );
}

function After({ form, groupName }: Props) {
  const w = usePapersWords();
  const { results, review, ranking } = form.value;
  return (
    <section class="card" aria-label={w.editor.sections.after}>
      <h2>{w.editor.sections.after}</h2>
      <Explained
        legend={w.editor.results}
        name="results"
        options={RESULT_POLICIES}
        label={(one) => w.editor.resultNames[one]}
        hint={(one) => w.editor.resultHints[one]}
        value={results}
        onPick={(one) => form.set({ results: one })}
      />
      <Explained
        legend={w.editor.review}
        name="review"
        options={REVIEW_POLICIES}
        label={(one) => w.editor.reviewNames[one]}
        hint={(one) => w.editor.reviewHints[one]}
        value={review}
        onPick={(one) => form.set({ review: one })}
      />
      <Explained
        legend={w.editor.ranking}
        name="ranking"
        options={RANKINGS}
        label={(one) => w.editor.rankingNames[one]}
        hint={(one) => w.editor.rankingHints[one]}
        value={ranking}
        onPick={(one) => form.set({ ranking: one })}
      />
      {groupName !== undefined && (
        <div>
          <CheckField form={form} name="redraw" label={w.editor.redraw} />
          <p class="small soft">{w.editor.redrawHint}</p>
        </div>
      )}
    </section>
  );
}
