// A lesson that the browser plays itself: the player's own position is what is told.
import { useEffect, useRef, useState } from 'preact/hooks';
import { BEAT_S } from '../../../../functions/domain/lessons/watching.ts';
import { Notice } from '../../shell/parts.tsx';
import { useTraining } from '../training/training.tsx';
import type { Beats, Lesson } from './use-beats.ts';

const END_MS = 2_000;

export function VideoPlayer({ lesson, beats }: { lesson: Lesson; beats: Beats }) {
  const { t } = useTraining();
  const video = useRef<HTMLVideoElement>(null);
  const [isBroken, setBroken] = useState(false);
  const tell = useRef(beats.tell);
  tell.current = beats.tell;
  const say = (playing: boolean) => void tell.current({ position: video.current?.currentTime ?? 0, playing });
  useEffect(() => {
    const timer = setInterval(() => {
      if (video.current !== null && !video.current.paused) say(true);
    }, BEAT_S * 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div class="stack-tight">
      {/* biome-ignore lint/a11y/useMediaCaption: the organiser's film; whether it has captions is theirs */}
      <video
        ref={video}
        class="lesson-video"
        controls
        playsInline
        preload="metadata"
        src={lesson.link}
        aria-label={t.lesson.video}
        onLoadedMetadata={({ currentTarget }) => {
          currentTarget.currentTime = lesson.position < lesson.seconds ? lesson.position : 0;
        }}
        onPlay={() => say(true)}
        onPause={({ currentTarget }) => {
          // At the end the last beat waits a little: it brings what the one before came too soon for.
          if (currentTarget.ended) setTimeout(() => say(false), END_MS);
          else say(false);
        }}
        onSeeked={() => say(video.current?.paused === false)}
        onError={() => setBroken(true)}
      />
      {isBroken && <Notice trouble>{t.lesson.broken}</Notice>}
    </div>
  );
}
