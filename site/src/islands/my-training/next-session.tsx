// The session that is on or next, with the one thing to do about it.
import type { Instant } from '../../../../functions/domain/time.ts';
import { momentText } from '../me/moment.ts';
import { type AtHand, isOpen, opensAt } from '../training/doors.ts';
import { spanText } from '../training/moments.ts';
import { useTraining } from '../training/training.tsx';
import { ownText } from './own-text.ts';

export function NextSession({ at, now }: { at: AtHand; now: Instant }) {
  const { words, t, page } = useTraining();
  const { course, session } = at;
  const isOn = session.startsAt <= now && now < session.endsAt;
  const link = session.link ?? course.link;
  const { place, own } = session;
  const isIn = own?.state === 'in';
  return (
    <section class="card next-session" aria-labelledby="next">
      <h2 id="next">{isOn ? t.mine.now : t.mine.next}</h2>
      <p class="mid">
        <a href={page(`/course/?c=${course.course}`)}>{course.title}</a>
      </p>
      {session.title !== undefined && <p>{session.title}</p>}
      <p>{spanText(session, { words, t })}</p>
      {place !== undefined && <p>{place.address}</p>}
      {own !== undefined && <p role="status">{ownText(own, session.excuse?.state, t)}</p>}
      {isOpen(session, now) ? (
        <>
          <a class="button wide huge" href={page(`/door/?s=${session.id}`)}>
            {isIn ? t.mine.checkOut : t.mine.checkIn}
          </a>
          <p class="small soft">{t.mine.checkInHint}</p>
        </>
      ) : (
        <p class="soft">{t.mine.opens(momentText(opensAt(session), words))}</p>
      )}
      {link !== undefined && (
        <a class="button plain wide" href={link} target="_blank" rel="noreferrer">
          {t.mine.join}
        </a>
      )}
      {course.contact !== undefined && (
        <p class="small">{t.mine.contact(course.contact.name, course.contact.phone ?? '')}</p>
      )}
    </section>
  );
}
