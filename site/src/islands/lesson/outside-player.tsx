// A lesson on another site, whose player cannot be seen: the page counts while somebody says that they are there, and the server no more than passes.
import { useEffect, useRef, useState } from 'preact/hooks';
import { BEAT_S } from '../../../../functions/domain/lessons/watching.ts';
import { Notice } from '../../shell/parts.tsx';
import { useTraining } from '../training/training.tsx';
import { asksNow } from './minutes.ts';
import type { Beats, Lesson } from './use-beats.ts';

type State = 'stopped' | 'running' | 'asking';

export function OutsidePlayer({ lesson, beats }: { lesson: Lesson; beats: Beats }) {
  const { t } = useTraining();
  const { state, start, stop } = useCounting(lesson, beats);
  return (
    <div class="stack-tight">
      <p class="small">{t.lesson.outside}</p>
      <div class="row">
        <a class="button plain" href={lesson.link} target="_blank" rel="noreferrer">
          {t.lesson.goOutside}
        </a>
        {state === 'stopped' && (
          <button type="button" class="button" onClick={start}>
            {t.lesson.start}
          </button>
        )}
        {state === 'running' && (
          <button type="button" class="button" onClick={stop}>
            {t.lesson.pause}
          </button>
        )}
      </div>
      <p role="status">{state === 'running' ? t.lesson.running : ''}</p>
      {state === 'asking' && (
        <Notice trouble>
          <p>{t.lesson.here}</p>
          <button type="button" class="button" onClick={start}>
            {t.lesson.iAmHere}
          </button>
        </Notice>
      )}
    </div>
  );
}

/** Counts from where one goes on. Time in which the server did not answer is not counted: the position waits for it. */
function useCounting(lesson: Lesson, beats: Beats) {
  const [state, setState] = useState<State>('stopped');
  const self = useRef({ position: lesson.position, beats: 0, tell: beats.tell });
  self.current.tell = beats.tell;
  useEffect(() => {
    if (state !== 'running') return undefined;
    const timer = setInterval(() => {
      const held = self.current;
      held.beats += 1;
      const isAsking = asksNow(held.beats);
      // At the end one more beat: it brings what the last one came too soon for.
      const isOver = held.position >= lesson.seconds;
      const position = Math.min(held.position + BEAT_S, lesson.seconds);
      void held.tell({ position, playing: !isAsking && !isOver }).then((heard) => {
        if (heard) held.position = position;
      });
      if (isAsking) setState('asking');
      else if (isOver) setState('stopped');
    }, BEAT_S * 1000);
    return () => clearInterval(timer);
  }, [state, lesson]);
  const say = (playing: boolean) => void self.current.tell({ position: self.current.position, playing });
  return {
    state,
    start() {
      say(true);
      setState('running');
    },
    stop() {
      say(false);
      setState('stopped');
    },
  };
}
