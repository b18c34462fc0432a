// The fields of a plan, in the order in which one thinks of them: what, where, for whom, by which rule.
import { COUNT_BY, MISSED_CHECK, MISSING_OUT } from '../../../../../../functions/domain/attendance/rule.ts';
import { COURSE_KINDS, FORMS } from '../../../../../../functions/domain/courses/course.ts';
import { Choice } from '../../../../shell/parts.tsx';
import { useStaff } from '../../../../shell/staff.tsx';
import { CheckField, PickField, TextField } from '../../forms/fields.tsx';
import type { Form } from '../../forms/form.ts';
import { MomentField } from '../../forms/moment-field.tsx';
import { UnitField } from '../../forms/unit-field.tsx';
import { useNamesOf } from '../../units/use-unit.ts';
import { LinesField } from '../course/session-fields.tsx';
import { useTeachWords } from '../use-words.ts';
import type { Draft } from './draft.ts';

type Props = { form: Form<Draft> };

export function PlanFields({ form, isDraft }: Props & { isDraft: boolean }) {
  return (
    <>
      <What form={form} />
      <Where form={form} />
      <ForWhom form={form} isDraft={isDraft} />
      <ByRule form={form} />
    </>
  );
}

function What({ form }: Props) {
  const w = useTeachWords();
  return (
    <section class="card" aria-label={w.editor.sections.what}>
      <h2>{w.editor.sections.what}</h2>
      <TextField form={form} name="title" label={w.fields.title} hint={w.editor.titleHint} />
      <div class="pair">
        <PickField form={form} name="kind" label={w.plan.kind} options={COURSE_KINDS} text={(kind) => w.kinds[kind]} />
        <PickField form={form} name="form" label={w.plan.form} options={FORMS} text={(one) => w.forms[one]} />
      </div>
      <LinesField form={form} name="target" label={w.fields.target} />
      <LinesField form={form} name="syllabus" label={w.fields.syllabus} hint={w.editor.lines} rows={4} />
      <LinesField form={form} name="coOrganisers" label={w.plan.coOrganisers} hint={w.editor.lines} />
      <div class="pair">
        <TextField form={form} name="providerName" label={w.editor.providerName} />
        <TextField form={form} name="providerCost" label={w.editor.providerCost} />
      </div>
    </section>
  );
}

function Where({ form }: Props) {
  const w = useTeachWords();
  return (
    <section class="card" aria-label={w.editor.sections.where}>
      <h2>{w.editor.sections.where}</h2>
      <TextField form={form} name="address" label={w.editor.address} />
      <TextField form={form} name="division" label={w.editor.division} hint={w.editor.divisionHint} />
      <TextField form={form} name="link" label={w.plan.link} hint={w.editor.linkHint} />
      <div class="pair">
        <TextField form={form} name="contactName" label={w.editor.contactName} hint={w.editor.contactHint} />
        <TextField form={form} name="contactPhone" type="tel" label={w.editor.contactPhone} />
      </div>
    </section>
  );
}

function ForWhom({ form, isDraft }: Props & { isDraft: boolean }) {
  const { t, words } = useStaff();
  const w = useTeachWords();
  return (
    <section class="card" aria-label={w.editor.sections.who}>
      <h2>{w.editor.sections.who}</h2>
      <div class="pair">
        <MomentField form={form} name="opens" label={w.editor.opens} hint={w.editor.chinaTime} />
        <MomentField form={form} name="closes" label={w.editor.closes} hint={w.editor.chinaTime} />
      </div>
      {isDraft && (
        <TextField form={form} name="capacity" type="number" label={w.fields.capacity} hint={w.editor.capacityHint} />
      )}
      <Choice
        legend={w.plan.approval}
        name="approval"
        options={['none', 'unit'] as const}
        label={(one) => w.plan.approvals[one]}
        value={form.value.approval}
        onPick={(approval) => form.set({ approval })}
      />
      <Units form={form} />
      <Several
        legend={w.plan.posts([]).replace(/[：:\s]+$/, '')}
        hint={w.editor.postsHint}
        options={['social-worker', 'community-worker', 'grid-worker', 'supervisor', 'volunteer', 'other'] as const}
        text={(post) => t.workPosts[post]}
        value={form.value.posts}
        onPick={(posts) => form.set({ posts })}
      />
      <Several
        legend={w.plan.levels([]).replace(/[：:\s]+$/, '')}
        hint={w.editor.postsHint}
        options={['junior', 'intermediate', 'senior'] as const}
        text={(level) => words.levelNames[level]}
        value={form.value.levels}
        onPick={(levels) => form.set({ levels })}
      />
      <TextField form={form} name="offerHours" type="number" label={w.editor.offerHours} />
      <CheckField form={form} name="walkIns" label={w.plan.walkIns} />
    </section>
  );
}

function Units({ form }: Props) {
  const w = useTeachWords();
  const { whose, units } = form.value;
  const nameOf = useNamesOf(units);
  return (
    <>
      <Choice
        legend={w.plan.who}
        name="whose"
        options={['anyone', 'some'] as const}
        label={(one) => w.editor.whoUnits[one]}
        value={whose}
        onPick={(one) => form.set({ whose: one, units: one === 'anyone' ? [] : units })}
      />
      {whose === 'some' && (
        <>
          <div class="row">
            {units.map((unit) => (
              <button
                key={unit}
                type="button"
                class="tool"
                onClick={() => form.set({ units: units.filter((one) => one !== unit) })}
              >
                {w.editor.dropUnit(nameOf(unit))} ✕
              </button>
            ))}
          </div>
          <UnitField
            label={w.editor.addUnit}
            value=""
            fault={form.faults.units}
            allows={(id) => !units.includes(id)}
            onPick={(unit) => form.set({ units: [...units, unit] })}
          />
        </>
      )}
    </>
  );
}

interface SeveralProps<T extends string> {
  legend: string;
  hint: string;
  options: readonly T[];
  text: (option: T) => string;
  value: readonly T[];
  onPick: (value: T[]) => void;
}

/** Any number of several, as boxes drawn as chips. */
function Several<T extends string>({ legend, hint, options, text, value, onPick }: SeveralProps<T>) {
  const toggle = (option: T) => onPick(options.filter((one) => value.includes(one) !== (one === option)));
  return (
    <fieldset class="choice">
      <legend>
        {legend} <span class="small soft">{hint}</span>
      </legend>
      <div class="chips">
        {options.map((option) => (
          <label key={option} class="chip">
            <input type="checkbox" checked={value.includes(option)} onChange={() => toggle(option)} />
            {text(option)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function ByRule({ form }: Props) {
  const w = useTeachWords();
  return (
    <section class="card" aria-label={w.editor.sections.rule}>
      <h2>{w.editor.sections.rule}</h2>
      <div class="pair">
        <TextField form={form} name="lateAfterMin" type="number" label={w.editor.lateAfterMin} />
        <TextField form={form} name="earlyBeforeMin" type="number" label={w.editor.earlyBeforeMin} />
      </div>
      <div class="pair">
        <TextField form={form} name="minShare" type="number" label={w.editor.minShare} />
        <TextField form={form} name="minutesPerHour" type="number" label={w.editor.minutesPerHour} />
      </div>
      <PickField
        form={form}
        name="countBy"
        label={w.editor.countBy}
        options={COUNT_BY}
        text={(one) => w.plan.countBy[one]}
      />
      <PickField
        form={form}
        name="missingOut"
        label={w.editor.missingOut}
        options={MISSING_OUT}
        text={(one) => w.plan.missingOut[one]}
      />
      <PickField
        form={form}
        name="missedCheck"
        label={w.editor.missedCheck}
        options={MISSED_CHECK}
        text={(one) => w.plan.missedCheck[one]}
      />
    </section>
  );
}
