// The beats of a player: where it stands, told to the server one after the other. Only the server counts.
import { useRef, useState } from 'preact/hooks';
import type { Answer } from '../../../../functions/contract/index.ts';
import type { ApiProblem } from '../../api/client.ts';
import { useTraining } from '../training/training.tsx';

export type Lesson = Answer<'listLessons'>['lessons'][number];

interface Where {
  position: number;
  playing: boolean;
}

export interface Beats {
  /** Seconds, as the server has counted. */
  watched: number;
  problem: ApiProblem | undefined;
  /** Resolves with whether the server heard. Of those that wait for the one before, the last is told. */
  tell(where: Where): Promise<boolean>;
}

export function useBeats(session: string, { lesson, watched: before }: Lesson): Beats {
  const { call } = useTraining();
  const [watched, setWatched] = useState(before);
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const line = useRef<{ going: Promise<unknown>; next: Where | undefined }>({
    going: Promise.resolve(),
    next: undefined,
  });

  async function send(): Promise<boolean> {
    const body = line.current.next;
    if (body === undefined) return true;
    line.current.next = undefined;
    const params = { session, lesson: String(lesson) };
    const answer = await call('watchLesson', { params, body }).catch((error: ApiProblem) => {
      setProblem(error);
      return undefined;
    });
    if (answer === undefined) return false;
    setProblem(undefined);
    setWatched(answer.watched);
    return true;
  }

  const tell = ({ position, playing }: Where) => {
    line.current.next = { position: Math.floor(position), playing };
    const sent = line.current.going.then(send);
    line.current.going = sent;
    return sent;
  };
  return { watched, problem, tell };
}
