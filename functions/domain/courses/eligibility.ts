// Who may enrol in a course: by the unit where somebody works today, by their post there, by their professional certificates.
import type { Post } from '../people/employment.ts';
import type { Level } from '../questions/release.ts';
import type { CourseKind, Who } from './course.ts';

/** One employment of today, with the unit and all above it by the links of today. */
export interface Working {
  unit: string;
  ancestors: readonly string[];
  post: Post;
}

export interface Applicant {
  working: readonly Working[];
  /** The levels of the certificates that are held. */
  levels: readonly Level[];
}

export type Ineligible = 'unit-not-eligible' | 'post-not-eligible' | 'level-not-eligible';

/** `unit`: the one that somebody enrols from; missing for whoever works at none. */
export type Eligible = { ok: true; unit?: string } | { ok: false; reason: Ineligible };

const RANK: Readonly<Record<Level, number>> = { junior: 1, intermediate: 2, senior: 3 };

/** Whether somebody may enrol, and from which of their units: the first that fits. */
export function eligible({ kind, who }: { kind: CourseKind; who: Who }, { working, levels }: Applicant): Eligible {
  if (who.levels !== undefined && !levelFits(kind, who.levels, levels))
    return { ok: false, reason: 'level-not-eligible' };
  const { units, posts } = who;
  const there = working.filter(({ ancestors }) => units === 'anyone' || ancestors.some((one) => units.includes(one)));
  if (units !== 'anyone' && there.length === 0) return { ok: false, reason: 'unit-not-eligible' };
  const [fitting] = there.filter(({ post }) => posts === undefined || posts.includes(post));
  if (fitting !== undefined) return { ok: true, unit: fitting.unit };
  return posts === undefined ? { ok: true } : { ok: false, reason: 'post-not-eligible' };
}

/**
 * A course before the exam is for those who seek a level: whoever holds it, or a higher one, has no use for it. Every other course is for those
 * who hold it.
 */
function levelFits(kind: CourseKind, wanted: readonly Level[], held: readonly Level[]): boolean {
  const highest = Math.max(0, ...held.map((level) => RANK[level]));
  return wanted.some((level) => (kind === 'pre-exam' ? highest < RANK[level] : held.includes(level)));
}
