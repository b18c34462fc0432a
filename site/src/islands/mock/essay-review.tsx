// A question answered in words: one's own words beside the model answer, and the points. On demand one gives the marks oneself, point by point.
import { useState } from 'preact/hooks';
import { ApiProblem, type Call } from '../../api/client.ts';
import { Notice, Select } from '../../shell/parts.tsx';
import { useShell } from '../../shell/shell.tsx';
import { type Given, givenIn, leftOut, marksBody, sumOf } from './essay-marks.ts';
import { marksText } from './figures.ts';
import { Report } from './objective-review.tsx';
import { problemText } from './parts.tsx';
import type { Opened } from './review-view.ts';
import { useMockWords } from './use-mock-words.ts';
import type { Line, Reviewed } from './wire.ts';

interface Props {
  question: Reviewed;
  line: Line;
  opened: Opened;
  call: Call;
  onMarked: () => void;
}

type Part = NonNullable<Reviewed['parts']>[number];

export function EssayReview({ question, line, opened, call, onMarked }: Props) {
  const t = useMockWords();
  const [given, setGiven] = useState<Given>(() => givenIn(question));
  const parts = question.parts ?? [];
  const isOwn = opened.result.selfMarking && !question.withheld;
  const { save, isSaving, trouble } = useSave({ question, opened, given, call, onMarked });
  const left = leftOut(question, given);
  const give = (part: string, point: string, half: number | undefined) =>
    setGiven({ ...given, [part]: { ...given[part], [point]: half } });
  return (
    <>
      <p class="small soft">{t.review.position(line.n, opened.result.lines.length)}</p>
      <h2 class="visually-hidden">{t.result.nth(line.n)}</h2>
      <section class="card">
        <h3>
          <span class="kind">{t.kinds[question.kind]}</span> {t.review.material}
        </h3>
        <p class="mock-text" lang="zh-CN">
          {question.stem}
        </p>
      </section>
      {question.withheld ? (
        <Notice>{t.review.withheld}</Notice>
      ) : (
        <p class="small soft">{isOwn ? t.review.selfHint : t.review.byTrainer}</p>
      )}
      {parts.map((part) => (
        <OnePart
          key={part.id}
          part={part}
          given={given[part.id] ?? {}}
          isOwn={isOwn}
          onGive={(point, half) => give(part.id, point, half)}
        />
      ))}
      <section class="card mock-sum">
        <p class="mid">{t.review.sum(marksText(sumOf(given)), marksText(line.possible))}</p>
        {left > 0 && isOwn && <p class="small soft">{t.review.missing(left)}</p>}
        {trouble !== undefined && <Notice trouble>{trouble}</Notice>}
        {isOwn && (
          <div>
            <button type="button" class="button" aria-disabled={isSaving} onClick={save}>
              {isSaving ? t.review.saving : t.review.saveMarks}
            </button>
          </div>
        )}
      </section>
      <section class="card explanation">
        <h3>{useShell().words.drill.explanation}</h3>
        <p class="mock-text" lang="zh-CN">
          {question.explanation}
        </p>
      </section>
      <Report question={question} />
    </>
  );
}

interface PartProps {
  part: Part;
  given: Given[string];
  isOwn: boolean;
  onGive: (point: string, half: number | undefined) => void;
}

function OnePart({ part, given, isOwn, onGive }: PartProps) {
  const t = useMockWords();
  return (
    <section class="card">
      <h3 lang="zh-CN">
        {part.id}. {part.text}
      </h3>
      <div class="mock-words">
        <div>
          <h4>{t.review.written}</h4>
          <p class="mock-text" lang="zh-CN">
            {part.written === '' ? <span class="soft">{t.review.nothingWritten}</span> : part.written}
          </p>
        </div>
        <div>
          <h4>{t.review.model}</h4>
          <p class="mock-text" lang="zh-CN">
            {part.model}
          </p>
        </div>
      </div>
      <h4>{t.review.points}</h4>
      <ul class="list">
        {part.points.map((point) => (
          <li key={point.id} class="mock-point">
            <span lang="zh-CN">{point.text}</span>
            {isOwn ? (
              <Select
                label={t.review.pointMost(marksText(point.possible))}
                value={String(given[point.id] ?? '')}
                options={[
                  { value: '', text: t.review.notGiven },
                  ...Array.from({ length: point.possible + 1 }, (_, half) => ({
                    value: String(half),
                    text: marksText(half),
                  })),
                ]}
                onPick={(value) => onGive(point.id, value === '' ? undefined : Number(value))}
              />
            ) : (
              <span class="count">{givenText(given[point.id], point.possible, t)}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function givenText(half: number | undefined, possible: number, t: ReturnType<typeof useMockWords>): string {
  return half === undefined ? t.review.notGiven : t.history.marks(marksText(half), marksText(possible));
}

function useSave({ question, opened, given, call, onMarked }: Omit<Props, 'line'> & { given: Given }) {
  const { words, toast } = useShell();
  const t = useMockWords();
  const [isSaving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<string | undefined>();
  const send = async () => {
    const body = { marks: marksBody(opened.questions, question.n, given) };
    try {
      await call('markOwn', { params: { attempt: opened.head.attempt }, body });
      toast(t.review.saved);
      onMarked();
    } catch (error) {
      const isRuled = error instanceof ApiProblem && error.code === 'refused';
      setTrouble(isRuled ? problemText(error, { words, t }) : t.review.markFailed);
    } finally {
      setSaving(false);
    }
  };
  const save = () => {
    if (isSaving) return;
    setSaving(true);
    setTrouble(undefined);
    void send();
  };
  return { save, isSaving, trouble };
}
