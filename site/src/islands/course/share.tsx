// Passing a course on: its link, and a poster for the wall (A4, printed by the browser; everything else of the page stays off the paper).
import { useEffect, useState } from 'preact/hooks';
import { courseCalendar } from '../training/calendar-address.ts';
import { spanText } from '../training/moments.ts';
import { useTraining } from '../training/training.tsx';
import type { Course } from './panel.ts';

/** What one sheet holds: the sessions that are listed, how many of them in large type, and the signs of a title in large type. */
const LISTED = 8;
const FEW = 4;
const LONG = 22;

export function Share({ course }: { course: Course }) {
  const { lang, t, toast, page } = useTraining();
  const address = `${location.origin}${page(`/course/?c=${course.course}`)}`;
  const canShare = 'share' in navigator;
  const share = () => {
    // Whoever closes the sheet has shared nothing, and wants to hear nothing.
    navigator.share({ title: course.title, url: address }).catch(() => undefined);
  };
  const copy = () => {
    const copied = navigator.clipboard?.writeText(address) ?? Promise.reject(new Error('no clipboard'));
    copied.then(
      () => toast(t.course.copied),
      () => toast(t.course.copyFailed),
    );
  };
  return (
    <section class="card share" aria-labelledby="share">
      <h2 id="share">{t.course.share}</h2>
      <div class="row">
        {canShare && (
          <button type="button" class="tool" onClick={share}>
            {t.course.share}
          </button>
        )}
        <button type="button" class="tool" onClick={copy}>
          {t.course.copy}
        </button>
        <a class="tool" href={courseCalendar(course.course, lang)}>
          {t.calendar.course}
        </a>
        <button type="button" class="tool" onClick={() => print()}>
          {t.course.poster}
        </button>
      </div>
      <Poster course={course} address={address} />
    </section>
  );
}

/** On paper alone. */
function Poster({ course, address }: { course: Course; address: string }) {
  const { words, t } = useTraining();
  const held = course.sessions.filter(({ cancelled }) => !cancelled);
  return (
    <div class="poster" aria-hidden="true">
      <p class="poster-kind">{t.kinds[course.kind]}</p>
      <p class={course.title.length > LONG ? 'poster-title long' : 'poster-title'}>{course.title}</p>
      <ul class={held.length > FEW ? 'many' : undefined}>
        {held.slice(0, LISTED).map((session) => (
          <li key={session.session}>
            {spanText(session, { words, t })}
            {isOnline(session) ? `　${t.forms[session.form]}` : session.place && `　${session.place.address}`}
          </li>
        ))}
      </ul>
      {held.length > LISTED && <p>{t.course.sessions(held.length)}</p>}
      {course.place !== undefined && <p>{t.named(t.course.place, course.place.address)}</p>}
      <p>{t.named(t.course.by, t.list([course.unitName, ...course.coOrganisers]))}</p>
      {course.target !== '' && <p>{t.named(t.course.target, course.target)}</p>}
      <QrCode text={address} />
      <p>{t.course.qr}</p>
    </div>
  );
}

function isOnline({ form }: Course['sessions'][number]): boolean {
  return form === 'live' || form === 'recorded';
}

/** A QR as one path: light enough for paper, and sharp at any size. Drawn by a module that is loaded for it. */
function QrCode({ text }: { text: string }) {
  const { t } = useTraining();
  const [drawn, setDrawn] = useState<{ size: number; path: string } | undefined>();
  useEffect(() => {
    void import('./qr.ts').then(
      ({ qrPath }) => setDrawn(qrPath(text)),
      // Without it the poster has its words, and the address below them.
      () => undefined,
    );
  }, [text]);
  if (drawn === undefined) return <p class="poster-address">{text}</p>;
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${drawn.size} ${drawn.size}`}
      shape-rendering="crispEdges"
      role="img"
      aria-label={t.course.qrLabel}
    >
      <path d={drawn.path} />
    </svg>
  );
}
