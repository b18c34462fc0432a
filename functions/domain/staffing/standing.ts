// How somebody stands among those whose employments are looked at: at work, as what, with which certificate. A person counts once, however many employments.
import type { Certificate } from '../people/certificate.ts';
import { registrationsOf } from '../people/certificate.ts';
import type { Employment, Post } from '../people/employment.ts';
import { holdsOn, type Period } from '../period.ts';
import type { Level } from '../questions/release.ts';
import { addDays, type Day } from '../time.ts';

/** Whoever has several posts counts at the one that stands first here: social work before what goes along with it, paid work before unpaid. */
const POSTS_IN_ORDER: readonly Post[] = [
  'social-worker',
  'supervisor',
  'community-worker',
  'grid-worker',
  'other',
  'volunteer',
];

/** From the lowest. */
const LEVELS: readonly Level[] = ['junior', 'intermediate', 'senior'];

/** A certificate as it counts: nobody's number. */
export interface HeldCertificate {
  level: Level;
  issued: Day;
  /** The spans of days of its registrations. */
  registered: readonly Period[];
}

/** An employment with the certificates beside it. */
export interface Stretch extends Period, Pick<Employment, 'post' | 'established'> {
  certificates: readonly HeldCertificate[];
}

/** Certificates as they count. */
export function heldCertificates(certificates: readonly Certificate[]): HeldCertificate[] {
  return certificates.map((certificate) => {
    const registered = registrationsOf(certificate).map(({ from, last }) => ({ from, to: addDays(last, 1) }));
    return { level: certificate.level, issued: certificate.issued, registered };
  });
}

/**
 * What somebody counts as on a day, as names of figures without their month: `w` and the post at work as · `e` on the establishment · `c` the highest
 * certificate held and the post · `r` the highest certificate with a valid registration. Nothing for who is not at work.
 */
export function standingOn(stretches: readonly Stretch[], day: Day): [measure: string, part: string][] {
  const held = stretches.filter((stretch) => holdsOn(stretch, day));
  const post = POSTS_IN_ORDER.find((one) => held.some((stretch) => stretch.post === one));
  if (post === undefined) return [];
  const certificates = held.flatMap((stretch) => stretch.certificates);
  const certified = highest(certificates.filter(({ issued }) => issued <= day));
  const registered = highest(certificates.filter(({ registered: spans }) => spans.some((span) => holdsOn(span, day))));
  return [
    ['w', post],
    ...(held.some(({ established }) => established) ? ([['e', '']] as [string, string][]) : []),
    ...(certified === undefined ? [] : ([['c', `${certified}:${post}`]] as [string, string][])),
    ...(registered === undefined ? [] : ([['r', registered]] as [string, string][])),
  ];
}

/** The days on which somebody's standing may change. In order. */
export function turningDays(stretches: readonly Stretch[]): Day[] {
  const spans = stretches.flatMap(({ from, to, certificates }) => [
    { from, to },
    ...certificates.flatMap(({ issued, registered }) => [{ from: issued, to: undefined }, ...registered]),
  ]);
  const days = spans.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to]));
  return [...new Set(days)].sort();
}

/** The first certificate of each level that was issued while somebody was at work. */
export function newlyCertified(stretches: readonly Stretch[]): { level: Level; day: Day }[] {
  const all = stretches.flatMap(({ certificates }) => certificates);
  return LEVELS.flatMap((level) => {
    const [day] = all
      .filter((one) => one.level === level)
      .map(({ issued }) => issued)
      .sort();
    return day === undefined || !stretches.some((stretch) => holdsOn(stretch, day)) ? [] : [{ level, day }];
  });
}

function highest(certificates: readonly HeldCertificate[]): Level | undefined {
  return LEVELS.findLast((level) => certificates.some((one) => one.level === level));
}
