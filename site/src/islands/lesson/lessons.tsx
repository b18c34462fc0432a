// The lessons of a recorded session: what one has watched of each, and the player of the one that is chosen.
import { useState } from 'preact/hooks';
import { Notice } from '../../shell/parts.tsx';
import { problemText } from '../training/problem-text.ts';
import { useTraining } from '../training/training.tsx';
import { useLoad } from '../training/use-load.ts';
import { isVideo, minutesText } from './minutes.ts';
import { OutsidePlayer } from './outside-player.tsx';
import { type Lesson, useBeats } from './use-beats.ts';
import { VideoPlayer } from './video-player.tsx';

export function Lessons({ session }: { session: string }) {
  const { t } = useTraining();
  const [isOpen, setOpen] = useState(false);
  return (
    <div class="stack-tight">
      <button type="button" class="button plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? t.lesson.close : t.lesson.open}
      </button>
      {isOpen && <List session={session} />}
    </div>
  );
}

function List({ session }: { session: string }) {
  const { words, t, call } = useTraining();
  const loaded = useLoad(session, () => call('listLessons', { params: { session } }));
  const [chosen, setChosen] = useState<number | undefined>();
  if (loaded.state === 'loading') return <p class="waiting">{t.lesson.loading}</p>;
  if (loaded.state === 'failed') return <Notice trouble>{problemText(loaded.problem, { words, t })}</Notice>;
  const { lessons } = loaded.answer;
  if (lessons.length === 0) return <p>{t.lesson.none}</p>;
  return (
    <div class="stack-tight">
      <p class="small soft">{t.lesson.counted}</p>
      <ol class="list">
        {lessons.map((lesson) => (
          <li class="item" key={lesson.lesson}>
            {chosen === lesson.lesson ? (
              <Watched
                session={session}
                lesson={lesson}
                onStop={() => {
                  setChosen(undefined);
                  loaded.again();
                }}
              />
            ) : (
              <>
                <span class="name">{lesson.title}</span>
                <Figures watched={lesson.watched} seconds={lesson.seconds} />
                <button type="button" class="link" onClick={() => setChosen(lesson.lesson)}>
                  {t.lesson.watch(lesson.title)}
                </button>
              </>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Watched({ session, lesson, onStop }: { session: string; lesson: Lesson; onStop: () => void }) {
  const { words, t } = useTraining();
  const beats = useBeats(session, lesson);
  const { watched, problem } = beats;
  return (
    <div class="stack-tight">
      <span class="name">{lesson.title}</span>
      {isVideo(lesson.link) ? (
        <VideoPlayer lesson={lesson} beats={beats} />
      ) : (
        <OutsidePlayer lesson={lesson} beats={beats} />
      )}
      <Figures watched={watched} seconds={lesson.seconds} />
      {problem !== undefined && (
        <Notice trouble>{problem.code === 'offline' ? t.lesson.offline : problemText(problem, { words, t })}</Notice>
      )}
      <button type="button" class="link" onClick={onStop}>
        {t.lesson.stop}
      </button>
    </div>
  );
}

function Figures({ watched, seconds }: Pick<Lesson, 'watched' | 'seconds'>) {
  const { t } = useTraining();
  const text = t.lesson.watched(minutesText(watched), minutesText(seconds));
  return (
    <div class="small lesson-figures">
      <span>
        {text}
        {watched >= seconds && `　${t.lesson.full}`}
      </span>
      <progress max={seconds} value={watched} aria-label={text} />
    </div>
  );
}
