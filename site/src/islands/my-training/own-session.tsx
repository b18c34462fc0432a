// A session of a course one has a seat in: when and where, what the door has of one, and leave or the lessons.
import type { Instant } from '../../../../functions/domain/time.ts';
import { Lessons } from '../lesson/lessons.tsx';
import type { Mine } from '../training/doors.ts';
import { spanText } from '../training/moments.ts';
import { useTraining } from '../training/training.tsx';
import { Excuse } from './excuse.tsx';
import { ownText } from './own-text.ts';

interface Props {
  session: Mine['sessions'][number];
  now: Instant;
  collides: boolean;
}

export function OwnSession({ session, now, collides }: Props) {
  const { words, t } = useTraining();
  const { state, form, place, own, excuse, endsAt } = session;
  const isToCome = state === 'planned' && endsAt > now;
  const said = own === undefined ? '' : ownText(own, excuse?.state, t);
  return (
    <li>
      <span>
        {spanText(session, { words, t })}
        {place !== undefined && `　${place.address}`}
        {state === 'cancelled' && `　${t.cancelled}`}
        {collides && `　⚠ ${t.mine.collides}`}
      </span>
      {said !== '' && <span>{said}</span>}
      {!isToCome && excuse !== undefined && <span>{t.mine.excuses[excuse.state]}</span>}
      {isToCome && form === 'recorded' && <Lessons session={session.id} />}
      {isToCome && form !== 'recorded' && own === undefined && <Excuse session={session.id} asked={excuse} />}
    </li>
  );
}
