// A question with all that is known of it: the key marked, why each option stands where it stands, the explanation and what it rests on.
import type { Answer } from '../../../../../functions/contract/index.ts';
import { marksText } from './figures.ts';
import { usePapersWords } from './use-words.ts';

export type Keyed = Answer<'readPaperQuestions'>['questions'][number];

/** The key that holds: a correction's, else the one that was released. */
export function keyOf({ key, correction }: Pick<Keyed, 'key' | 'correction'>): readonly string[] {
  return correction?.key ?? key;
}

export function ItemBody({ item }: { item: Omit<Keyed, 'n'> }) {
  const w = usePapersWords();
  const key = keyOf(item);
  return (
    <div class="item-body">
      <p class="item-stem">{item.stem}</p>
      {item.correction && (
        <p class="small">
          <span class="tag">{item.correction.credited ? w.item.credited : w.item.corrected(w.listed(key))}</span>{' '}
          {item.correction.why}
        </p>
      )}
      {item.options.length > 0 && (
        <ol class="item-options">
          {item.options.map(({ id, text, why }) => (
            <li key={id} data-right={key.includes(id) ? '' : undefined}>
              <span>
                <b>{id}</b>　{text} {key.includes(id) && <span class="tag">{w.item.right}</span>}
              </span>
              <span class="small soft">{why}</span>
            </li>
          ))}
        </ol>
      )}
      {item.parts?.map((part) => (
        <section key={part.id} aria-label={w.essays.part(part.id)}>
          <p class="mid">
            {w.essays.part(part.id)}　{part.text}（{w.marks(marksText(part.possible))}）
          </p>
          <ul class="plain-list">
            {part.points.map((point) => (
              <li key={point.id}>{w.essays.point(point.text, marksText(point.possible))}</li>
            ))}
          </ul>
          <details>
            <summary class="link">{w.item.model}</summary>
            <p class="written">{part.model}</p>
          </details>
        </section>
      ))}
      <p>
        <span class="soft">{w.item.explanation}</span>　{item.explanation}
      </p>
      <p class="small soft">
        {item.source.type === 'statute'
          ? w.item.sourceStatute(item.source.statute, item.source.article)
          : w.item.sourceSyllabus(item.source.edition, item.source.point)}
        {' · '}
        {item.id} {w.item.version(item.version)}
      </p>
    </div>
  );
}
