// Recorded lessons on the wire: what there is to watch, how much of it one has watched, and the beats of a player.
import * as z from 'zod';
import { instant } from '../common.ts';
import { sessionId } from '../trainer/forms.ts';

export const listLessons = {
  params: z.strictObject({ session: sessionId }),
  query: z.strictObject({}),
  answer: z.strictObject({
    title: z.string(),
    lessons: z.array(
      z.strictObject({
        lesson: z.int(),
        title: z.string(),
        link: z.string(),
        seconds: z.int(),
        /** As the server has counted. */
        watched: z.int(),
        /** The first second that one has not watched: where one goes on. */
        position: z.int(),
      }),
    ),
    startsAt: instant,
    endsAt: instant,
    now: instant,
  }),
};

export const watchLesson = {
  params: z.strictObject({ session: sessionId, lesson: z.string().regex(/^[1-9]\d?$/, 'must be a lesson’s number') }),
  /** Where the player stands, in seconds of the lesson, and whether it plays on. Said twice, or late, it adds nothing. */
  body: z.strictObject({ position: z.int().min(0).max(36_000), playing: z.boolean() }),
  answer: z.strictObject({ watched: z.int(), seconds: z.int(), now: instant }),
};
