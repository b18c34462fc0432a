// What candidates will see of a paper, in sentences: beside the editor, and once more before it is written.
import { useStaff } from '../../../../shell/staff.tsx';
import { momentOf } from '../../training/moments.ts';
import { useNamesOf } from '../../units/use-unit.ts';
import { countTexts } from '../figures.ts';
import { usePapersWords } from '../use-words.ts';
import { type Draft, type Forms, formOf, planOf } from './draft.ts';
import { useCourses } from './use-courses.ts';

interface Around {
  unit: string;
  forms: Forms;
  groupName?: string | undefined;
}

/** The sentences of a draft, those that can be said yet. */
export function useTold(draft: Draft, { unit, forms, groupName }: Around): string[] {
  const { words, lang } = useStaff();
  const w = usePapersWords();
  const nameOf = useNamesOf([draft.groupUnit]);
  const courses = useCourses(unit).value ?? [];
  const form = formOf(forms, draft);
  const subject = forms.subjects.find(({ id }) => id === draft.subject)?.name[lang];
  const { opensAt, closesAt } = planOf(draft);
  const course = courses.find((one) => one.course === draft.course)?.title ?? w.editor.groups.course;
  const who = groupName ?? (draft.groupKind === 'course' ? course : nameOf(draft.groupUnit));
  return [
    ...(opensAt !== '' && closesAt !== ''
      ? [w.editor.willSee(who, momentOf(opensAt, words), momentOf(closesAt, words))]
      : []),
    ...(form === undefined
      ? []
      : [
          `${subject ?? ''}　${w.editor.willSit(w.listed(countTexts(form.counts, w)), Number(draft.minutes) || form.minutes, w.modes[draft.mode])}`,
        ]),
    w.titled(w.editor.results, w.editor.resultHints[draft.results]),
    w.titled(w.editor.review, w.editor.reviewHints[draft.review]),
    w.titled(w.editor.ranking, w.editor.rankingHints[draft.ranking]),
    w.editor.willTell,
  ];
}

export function Preview({ title, told }: { title: string; told: readonly string[] }) {
  const w = usePapersWords();
  return (
    <aside class="card editor-preview" aria-label={w.editor.preview}>
      <h2>{w.editor.preview}</h2>
      <p class="small soft">{w.editor.previewHint}</p>
      <p class="mid">{title}</p>
      <ul class="plain-list">
        {told.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </aside>
  );
}
