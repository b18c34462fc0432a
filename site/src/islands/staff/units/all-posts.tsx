// Everybody who holds, held or will hold a post of a unit, the latest first; and, for whoever may, putting a record right.
import { useState } from 'preact/hooks';
import { useStaff } from '../../../shell/staff.tsx';
import { Span } from '../parts.tsx';
import type { Holding, UnitRead } from './history.ts';
import { RectifyPost } from './rectify-post.tsx';

interface Props {
  unit: UnitRead;
  may: boolean;
  onChanged: () => Promise<void>;
}

export function AllPosts({ unit, may, onChanged }: Props) {
  const { t } = useStaff();
  const [wrong, setWrong] = useState<Holding | undefined>();
  if (unit.posts.length === 0) return null;
  const latest = unit.posts.toSorted((a, b) => (a.from < b.from ? 1 : -1));
  return (
    <details class="fold">
      <summary>{t.unit.allPosts}</summary>
      <ul class="list">
        {latest.map((held) => (
          <li key={`${held.post} ${held.person} ${held.from}`} class="spread record">
            <span>
              {t.posts[held.post]} {held.name ?? t.gone}{' '}
              <span class="small soft">
                <Span from={held.from} to={held.to} />
              </span>
            </span>
            {may && (
              <button
                type="button"
                class="link"
                aria-label={t.unit.rectifyWho(held.name ?? '', t.posts[held.post])}
                onClick={() => setWrong(held)}
              >
                {t.acts.rectify}
              </button>
            )}
          </li>
        ))}
      </ul>
      {wrong && <RectifyPost unit={unit} held={wrong} onChanged={onChanged} onClose={() => setWrong(undefined)} />}
    </details>
  );
}
