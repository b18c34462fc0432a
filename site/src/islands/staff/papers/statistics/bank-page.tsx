// The questions of a subject with their figures, counted from all attempts at it.
import { Select } from '../../../../shell/parts.tsx';
import { useStaff } from '../../../../shell/staff.tsx';
import { Trouble, Waiting } from '../../parts.tsx';
import { useLoad } from '../../use-load.ts';
import { UnitHeadline } from '../unit-headline.tsx';
import { useGo } from '../use-place.ts';
import { usePapersWords } from '../use-words.ts';
import { ItemTable } from './item-table.tsx';

export function BankPage({ unit, subject }: { unit: string; subject: string | undefined }) {
  const { call, lang } = useStaff();
  const w = usePapersWords();
  const { refine } = useGo();
  const forms = useLoad(`subjects ${unit}`, () => call('listPaperForms', { params: { unit } }));
  // Statistics are counted where options are chosen.
  const subjects = (forms.value?.subjects ?? []).filter((one) =>
    one.forms.some(({ answered }) => answered === 'objective'),
  );
  const chosen = subjects.find(({ id }) => id === subject) ?? subjects[0];
  return (
    <div class="stack">
      <UnitHeadline unit={unit} view="bank" />
      <p class="soft small">
        {w.statistics.lead} {w.statistics.few}
      </p>
      {forms.problem && <Trouble problem={forms.problem} onRetry={() => void forms.reload()} />}
      {forms.isLoading && !forms.value && <Waiting />}
      {chosen && (
        <>
          <Select
            label={w.statistics.subject}
            value={chosen.id}
            options={subjects.map(({ id, name }) => ({ value: id, text: name[lang] }))}
            onPick={(id) => refine({ view: 'bank', unit, subject: id })}
          />
          <OfSubject key={chosen.id} subject={chosen.id} />
        </>
      )}
    </div>
  );
}

function OfSubject({ subject }: { subject: string }) {
  const { call, lang } = useStaff();
  const { value, problem, reload } = useLoad(`statistics of ${subject}`, () =>
    call('readSubjectStatistics', { params: { subject } }),
  );
  if (problem) return <Trouble problem={problem} onRetry={() => void reload()} />;
  if (value === undefined) return <Waiting />;
  return <ItemTable name={value.name[lang]} items={value.items} chapters={value.chapters} isNumbered={false} />;
}
