// The lessons of a recorded session as a form holds them: a line each, `第一课 | 45 | https://…`. Pure.
import type { Lesson } from '../../../../../../functions/domain/courses/course.ts';

const MINUTES_MOST = 600;

/** Lessons as lines. */
export function lessonLines(lessons: readonly Lesson[] = []): string {
  return lessons.map(({ title, minutes, link }) => `${title} | ${minutes} | ${link}`).join('\n');
}

/** What the lines say, and the number of the first line (from 1) that cannot be read. Blank lines say nothing. */
export function lessonsIn(text: string): { lessons: Lesson[]; fault?: number } {
  const lessons: Lesson[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const lesson = lessonIn(line);
    if (lesson === undefined) return { lessons, fault: i + 1 };
    lessons.push(lesson);
  }
  return { lessons };
}

function lessonIn(line: string): Lesson | undefined {
  const [title = '', minutes = '', link = '', ...rest] = line.split(/[|｜]/).map((part) => part.trim());
  const isNumber = /^\d{1,3}$/.test(minutes) && Number(minutes) >= 1 && Number(minutes) <= MINUTES_MOST;
  const isLink = URL.canParse(link) && new URL(link).protocol === 'https:';
  if (title === '' || title.length > 60 || !isNumber || !isLink || rest.length > 0) return undefined;
  return { title, minutes: Number(minutes), link };
}
