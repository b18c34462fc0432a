// One question of the book: its stem, where it stands, how it went, and the way out of the list.
import { type QuestionRecord, recordOf } from '../../../../functions/domain/practice/fold.ts';
import type { Question } from '../../../../functions/domain/questions/question.ts';
import { dayOf } from '../../../../functions/domain/time.ts';
import { useJournal, useShell } from '../../shell/shell.tsx';
import { startOver } from '../drill/start.ts';
import { wordsOf } from './take-out.ts';
import type { Tab } from './view.ts';

interface Props {
  id: string;
  /** Missing while it is being fetched, or when it cannot be had. */
  question: Question | undefined;
  tab: Tab;
  onTakeOut: () => void;
}

/** So much of a stem names a button to who cannot see the stem beside it. */
const LABEL_LENGTH = 24;

export function Entry({ id, question, tab, onTakeOut }: Props) {
  const { words, page } = useShell();
  const { state } = useJournal();
  const record = recordOf(state, id);
  const { button, label } = wordsOf(tab, words);
  return (
    <li class="book-entry">
      <a class="book-open" href={page(`/practice/drill/${startOver([id])}`)}>
        {question === undefined ? (
          <span class="book-stem book-blank">
            <span class="visually-hidden">{words.loading}</span>
          </span>
        ) : (
          <span class="book-stem" lang="zh-CN">
            {question.stem}
          </span>
        )}
      </a>
      {tab === 'note' && <p class="book-note">{record.note}</p>}
      <p class="small soft book-place">
        <Place id={id} />
      </p>
      <div class="book-foot">
        <p class="small soft">
          {question && `${words.kinds[question.kind]} · `}
          <History record={record} tab={tab} />
        </p>
        <button
          type="button"
          class="tool"
          aria-label={label((question?.stem ?? id).slice(0, LABEL_LENGTH))}
          onClick={onTakeOut}
        >
          {button}
        </button>
      </div>
    </li>
  );
}

function Place({ id }: { id: string }) {
  const { words, lang, bank } = useShell();
  const place = bank.placeOf(id);
  if (place === undefined) return null;
  const { subject, chapter } = place;
  const parts = [subject.name[lang], words.chapter(chapter.number, chapter.name[lang])];
  return <>{(bank.isMock(id) ? [words.book.fromMock, ...parts] : parts).join(' · ')}</>;
}

function History({ record, tab }: { record: Readonly<QuestionRecord>; tab: Tab }) {
  const { words, now } = useShell();
  const { state } = useJournal();
  if (record.answers === 0) return <>{words.drill.cardState.none}</>;
  if (tab !== 'wrong' || record.lastWrongAt === undefined) {
    return <>{words.drill.timesAnswered(record.answers, record.rights)}</>;
  }
  const day = dayOf(record.lastWrongAt);
  const last = day.slice(0, 4) === dayOf(now()).slice(0, 4) ? words.shortDay(day) : words.day(day);
  return (
    <>
      {words.book.wrongTimes(record.answers - record.rights, last)} · {words.book.streak(record.streak, state.streak)}
    </>
  );
}
