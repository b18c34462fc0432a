// What follows from a result: how it compares with before, what the real paper would bring, which chapters to practise.
import { type Estimate, estimate } from '../../../../functions/domain/attempts/estimate.ts';
import { weakChapters } from '../../../../functions/domain/attempts/summary.ts';
import { OFFICIAL_1 } from '../../../../functions/domain/grading/profile.ts';
import type { Call } from '../../api/client.ts';
import { useShell } from '../../shell/shell.tsx';
import { startAddress, USUAL } from '../drill/start.ts';
import { useLoad } from '../staff/use-load.ts';
import { marksText, momentIn, shareOf } from './figures.ts';
import { linesIn } from './lines.ts';
import { useMockWords } from './use-mock-words.ts';
import type { Head, List, Result } from './wire.ts';

const EARLIER_MOST = 5;
const WEAK_MOST = 4;
const FULL = { single: OFFICIAL_1.kinds.single.full, multiple: OFFICIAL_1.kinds.multiple.full };

export function Compared({ result }: { result: Result }) {
  const { words, now, page } = useShell();
  const t = useMockWords();
  const [last] = result.earlier;
  return (
    <section class="card" aria-labelledby="earlier">
      <h2 id="earlier">{t.result.earlier}</h2>
      {last === undefined ? <p class="soft">{t.result.firstTime}</p> : <p>{changeText(result, last, t)}</p>}
      {last !== undefined && (
        <ul class="stack-tight">
          {result.earlier.slice(0, EARLIER_MOST).map((one) => (
            <li key={one.attempt} class="spread">
              <a href={page(`/mock/result/?attempt=${one.attempt}`)}>{momentIn(one.at, now(), words)}</a>
              <span>
                {one.offline && <span class="small soft">{t.history.offline}　</span>}
                {t.history.marks(marksText(one.earned), marksText(one.possible))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function changeText(result: Result, last: Result['earlier'][number], t: ReturnType<typeof useMockWords>): string {
  const change = Math.round((shareOf(result) - shareOf(last)) * 10) / 10;
  if (change === 0) return t.result.same;
  return change > 0 ? t.result.better(String(change)) : t.result.worse(String(-change));
}

/** Of a paper of single and multiple choice alone: words are marked by people, and tell too little of the next ones. */
export function EstimateCard({ attempt, result, call }: { attempt: Head; result: Result; call: Call }) {
  const t = useMockWords();
  const { profile: person } = useShell().journal;
  const { value: list } = useLoad(person, () => call('listMock', { params: { person }, query: {} }));
  const counts = list && officialCounts(list, attempt.subject);
  if (counts === undefined) return null;
  const found = estimate(linesIn(result), { counts }, FULL);
  return (
    <section class="card" aria-labelledby="estimate">
      <h2 id="estimate">{t.result.estimate}</h2>
      {found === undefined ? <p class="soft">{t.result.estimateNone}</p> : <Estimated found={found} />}
    </section>
  );
}

function officialCounts({ subjects }: List, subject: string) {
  const forms = subjects.find(({ id }) => id === subject)?.forms;
  return forms?.find(({ form, answered }) => form === 'official' && answered === 'objective')?.counts;
}

/** The range on a line from nothing to all, with the middle marked: a figure alone would look surer than it is. */
function Estimated({ found }: { found: Estimate }) {
  const t = useMockWords();
  const { marks, low, high, questions } = found;
  const text = t.result.estimateText(marksText(marks), marksText(low), marksText(high));
  return (
    <>
      <p>{text}</p>
      <svg class="mock-range" viewBox="0 0 200 16" preserveAspectRatio="none" aria-hidden="true">
        <rect class="track" y="5" width="200" height="6" />
        <rect class="fill" x={low} y="5" width={Math.max(1, high - low)} height="6" />
        <rect class="middle" x={marks - 1} y="0" width="2" height="16" />
        <path class="pass" d="M120 0V16" />
      </svg>
      <p class="small soft">{t.result.estimateHint(questions)}</p>
    </>
  );
}

export function Weak({ result }: { result: Result }) {
  const { lang, page, bank } = useShell();
  const t = useMockWords();
  const names = new Map(result.chapters.map(({ id, name }) => [id, name[lang]]));
  const held = new Set(bank.catalogue.subjects.flatMap(({ chapters }) => chapters.map(({ id }) => id)));
  const weak = weakChapters(linesIn(result)).slice(0, WEAK_MOST);
  return (
    <section class="card" aria-labelledby="weak">
      <h2 id="weak">{t.result.weak}</h2>
      {weak.length === 0 && <p class="soft">{t.result.weakNone}</p>}
      <ul class="stack">
        {weak.map(({ chapter, part }) => (
          <li key={chapter} class="stack-tight">
            <p class="spread">
              <span>{names.get(chapter) ?? chapter}</span>
              <span class="small soft count">
                {t.result.weakText(marksText(part.earned), marksText(part.possible))}
              </span>
            </p>
            {held.has(chapter) && (
              <a
                class="button plain mock-practise"
                href={page(`/practice/drill/${startAddress({ chapter }, USUAL)}`)}
                aria-label={t.result.practiseOf(names.get(chapter) ?? chapter)}
              >
                {t.result.practise}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
