// A paper by chapter: coverage, accuracy and mastery, each a figure with a bar. A chapter's name stands on a line of its own,
// so that the same table fits 320 px and half a wide screen; the name is the way to practise it.
import { mastery, percent, progressOf } from '../../../../functions/domain/practice/progress.ts';
import type { CatalogueSubject } from '../../../../functions/domain/questions/release.ts';
import { questionsOf } from '../../shell/bank.ts';
import { Bar } from '../../shell/parts.tsx';
import { useJournal, useShell } from '../../shell/shell.tsx';
import { startAddress, USUAL } from '../drill/start.ts';

export function SubjectTable({ subject }: { subject: CatalogueSubject }) {
  const { words, lang } = useShell();
  const heading = `subject-${subject.id}`;
  return (
    <section class="card" aria-labelledby={heading}>
      <h2 id={heading}>{subject.name[lang]}</h2>
      <table class="figures" aria-labelledby={heading}>
        <thead>
          <tr>
            <th scope="col">{words.progress.covered}</th>
            <th scope="col">{words.progress.accuracy}</th>
            <th scope="col">{words.progress.mastery}</th>
          </tr>
        </thead>
        <Group
          name={words.progress.subjectTotal}
          questions={questionsOf(subject)}
          address={startAddress({ subject: subject.id }, USUAL)}
        />
        {subject.chapters.map((chapter) => (
          <Group
            key={chapter.id}
            name={words.chapter(chapter.number, chapter.name[lang])}
            questions={chapter.questions.map((q) => q.id)}
            address={startAddress({ chapter: chapter.id }, USUAL)}
          />
        ))}
      </table>
    </section>
  );
}

function Group(props: { name: string; questions: string[]; address: string }) {
  const { words, page } = useShell();
  const { state } = useJournal();
  const progress = progressOf(state, props.questions);
  const accuracy = percent(progress.rights, progress.answers);
  const mastered = mastery(progress);
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3}>
          {props.questions.length === 0 ? (
            props.name
          ) : (
            <a class="spread" href={page(`/practice/drill/${props.address}`)}>
              <span>{props.name}</span>
              <span class="go small">{words.progress.practise} ›</span>
            </a>
          )}
        </th>
      </tr>
      <tr>
        <Figure text={`${progress.covered}/${progress.total}`} share={percent(progress.covered, progress.total)} />
        <Figure text={words.percent(accuracy)} share={accuracy} />
        <Figure text={words.percent(mastered)} share={mastered} />
      </tr>
    </tbody>
  );
}

function Figure({ text, share }: { text: string; share: number | undefined }) {
  return (
    <td>
      {text}
      <Bar share={share} />
    </td>
  );
}
