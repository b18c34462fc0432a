// A course: what, when, where, by whom, who may come; enrolling; sharing it as a link or a poster.
import { Notice } from '../../shell/parts.tsx';
import { momentText } from '../me/moment.ts';
import { spanText } from '../training/moments.ts';
import { problemText } from '../training/problem-text.ts';
import { useTraining } from '../training/training.tsx';
import { useLoad } from '../training/use-load.ts';
import { Enrolment } from './enrolment.tsx';
import type { Course } from './panel.ts';
import { Share } from './share.tsx';

const COURSE = /^[0-9A-Za-z_-]{8,64}$/;

export function CoursePage() {
  const id = new URLSearchParams(location.search).get('c') ?? '';
  return COURSE.test(id) ? <Opened id={id} /> : <Unknown />;
}

function Unknown() {
  const { words, t, page } = useTraining();
  return (
    <div class="stack">
      <h1>{words.titles.course}</h1>
      <Notice trouble>{t.course.unknown}</Notice>
      <div>
        <a class="button plain" href={page('/training/')}>
          {t.course.toSchedule}
        </a>
      </div>
    </div>
  );
}

function Opened({ id }: { id: string }) {
  const { words, t, call } = useTraining();
  const loaded = useLoad(id, () => call('showCourse', { params: { course: id } }));
  if (loaded.state === 'loading') return <p class="waiting">{t.loading}</p>;
  if (loaded.state === 'ready') return <Shown course={loaded.answer} />;
  if (loaded.problem.code === 'not_found' || loaded.problem.code === 'invalid_input') return <Unknown />;
  return (
    <div class="stack">
      <h1>{words.titles.course}</h1>
      <Notice trouble>{problemText(loaded.problem, { words, t })}</Notice>
      <div>
        <button type="button" class="button plain" onClick={loaded.again}>
          {words.retry}
        </button>
      </div>
    </div>
  );
}

function Shown({ course }: { course: Course }) {
  const { t } = useTraining();
  const { title, kind, form, state, why, open, capacity, waiting } = course;
  return (
    <article class="stack course">
      <header class="stack-tight">
        <h1>{title}</h1>
        <p class="soft">
          {t.kinds[kind]}　{t.forms[form]}
          {state !== 'published' && `　${t.states[state]}`}
        </p>
        {state === 'cancelled' && (
          <Notice trouble>
            {t.cancelled}
            {why !== undefined && `　${t.why(why)}`}
          </Notice>
        )}
        {state !== 'cancelled' && state !== 'closed' && (
          <p class="mid seats-line">{open > 0 ? t.seats(open, capacity) : t.full(waiting)}</p>
        )}
      </header>
      <div class="columns">
        <Enrolment course={course} />
        <div class="stack">
          <Sessions course={course} />
          <About course={course} />
          <Share course={course} />
        </div>
      </div>
    </article>
  );
}

function Sessions({ course }: { course: Course }) {
  const { words, t } = useTraining();
  return (
    <section class="card" aria-labelledby="sessions">
      <h2 id="sessions">{t.course.sessions(course.sessions.length)}</h2>
      <ol class="list">
        {course.sessions.map((session) => (
          <li class="item" key={session.session}>
            <span class="name">
              {session.cancelled ? <del>{spanText(session, { words, t })}</del> : spanText(session, { words, t })}
            </span>
            {session.title !== undefined && <span>{session.title}</span>}
            <span class="small soft">
              {t.forms[session.form]}
              {(session.place ?? course.place) !== undefined && `　${(session.place ?? course.place)?.address}`}
              {session.trainers.length > 0 && `　${t.named(t.course.trainers, t.list(session.trainers))}`}
            </span>
            {session.cancelled && (
              <span class="small">
                {t.cancelled}
                {session.why !== undefined && `　${t.why(session.why)}`}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function About({ course }: { course: Course }) {
  const { words, t } = useTraining();
  const { unitName, coOrganisers, provider, target, place, window, minutesPerHour, approval, walkIns } = course;
  const rows: [string, string | undefined][] = [
    [t.course.by, unitName],
    [t.course.with, coOrganisers.length > 0 ? t.list(coOrganisers) : undefined],
    [t.course.provider, provider],
    [t.course.target, target || undefined],
    [t.course.place, place?.address],
    [t.course.window, window && `${momentText(window.opens, words)} – ${momentText(window.closes, words)}`],
  ];
  return (
    <section class="card" aria-label={t.course.who}>
      <dl class="facts">
        {rows.map(([name, text]) =>
          text === undefined ? null : (
            <div key={name}>
              <dt class="small soft">{name}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
        <div>
          <dt class="small soft">{t.course.who}</dt>
          <dd>
            <Who course={course} />
          </dd>
        </div>
      </dl>
      {approval === 'unit' && <p class="small">{t.course.approval}</p>}
      {walkIns && <p class="small">{t.course.walkIns}</p>}
      <p class="small soft">{t.course.hour(minutesPerHour)}</p>
      {course.syllabus.length > 0 && (
        <>
          <h2>{t.course.syllabus}</h2>
          <ul class="bullets">
            {course.syllabus.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Who({ course: { who } }: { course: Course }) {
  const { words, t } = useTraining();
  const levels: Readonly<Record<string, string>> = words.levelNames;
  const list = (all: readonly string[], names: Readonly<Record<string, string>>) =>
    t.list(all.map((one) => names[one] ?? one));
  return (
    <>
      <p>{who.anyone ? t.course.anyone : t.course.ofUnits(t.list(who.units))}</p>
      {who.posts.length > 0 && <p>{t.course.ofPosts(list(who.posts, t.course.posts))}</p>}
      {who.levels.length > 0 && <p>{t.course.ofLevels(list(who.levels, levels))}</p>}
    </>
  );
}
