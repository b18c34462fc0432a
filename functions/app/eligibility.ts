// Who may sit which level, by their record or by what they type; and the way to the exam with its steps and days. Nothing that is typed is kept.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { plannedYear, subjectsOf } from '../domain/exams/cycle.ts';
import { type Applicant, countedTo, editionFor, judgeEligibility, typedYears } from '../domain/exams/eligibility.ts';
import { guideOf, guideYear } from '../domain/exams/guide.ts';
import { type Employment, socialWorkYears } from '../domain/people/employment.ts';
import type { Level } from '../domain/questions/release.ts';
import type { Day } from '../domain/time.ts';
import { today } from './access.ts';
import type { ExamDeps } from './deps.ts';
import { examsOf } from './exam-finding.ts';

type Checked = Answer<'checkEligibility'>;

const LEVELS: readonly Level[] = ['junior', 'intermediate', 'senior'];

/** By what somebody types. */
export function checkEligibility(deps: ExamDeps) {
  return async (_actor: Actor, { query }: Input<'checkEligibility'>): Promise<Checked> => {
    const { year, education, major, months = 0, certificate, issued } = query;
    const now = today(deps);
    const held = certificate === undefined ? [] : certificatesUpTo(certificate, issued ?? now);
    const applicant: Applicant = {
      ...{ education, isSocialWorkMajor: major === undefined ? undefined : major === 'true' },
      ...{ certificates: held, yearsOn: typedYears(months, now) },
    };
    return judged(deps, applicant, year);
  };
}

/** Whoever holds a certificate has had what it takes of the lower ones, at the latest on the same day. */
function certificatesUpTo(level: Level, issued: Day): { level: Level; issued: Day }[] {
  return LEVELS.slice(0, LEVELS.indexOf(level) + 1).map((one) => ({ level: one, issued }));
}

/** By a person's record. */
export function readEligibility(deps: ExamDeps) {
  return async (actor: Actor, { params, query }: Input<'readEligibility'>): Promise<Answer<'readEligibility'>> => {
    const { person } = await examsOf(deps, actor)(params.person, 'readPerson');
    const { id, name, education, isSocialWorkMajor, employments, certificates } = person;
    const held = certificates.map(({ level, issued }) => ({ level, issued }));
    const applicant = { education, isSocialWorkMajor, certificates: held, yearsOn: recordedYears(employments) };
    return {
      ...judged(deps, applicant, query.year),
      ...{ person: id, name },
      by: {
        ...(education === undefined ? {} : { education }),
        ...(isSocialWorkMajor === undefined ? {} : { isSocialWorkMajor }),
        ...{ years: socialWorkYears(employments, today(deps)), certificates: held },
      },
    };
  };
}

/** Years by the employments that are recorded, those after a day alone where one is named. */
function recordedYears(employments: readonly Employment[]): Applicant['yearsOn'] {
  return (until, since) => {
    const own =
      since === undefined ? employments : employments.map((one) => ({ ...one, from: later(one.from, since) }));
    return socialWorkYears(own, until);
  };
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

function judged(deps: ExamDeps, applicant: Applicant, asked: number | undefined): Checked {
  const { sittings, eligibility } = deps.exams;
  const now = today(deps);
  const year = asked ?? plannedYear(sittings, now);
  const edition = editionFor(eligibility, year);
  if (edition === undefined) throw new Error('there are no entry rules');
  const { counted, source, verified } = edition;
  return {
    ...{ year, today: now, source, verified },
    counted: { to: countedTo(edition, year), verified: counted.verified, source: counted.source },
    levels: judgeEligibility(edition, applicant, year),
  };
}

/** The way to the exam of a year; without one, of the next. */
export function readGuide(deps: ExamDeps) {
  return async (_actor: Actor, { query }: Input<'readGuide'>): Promise<Answer<'readGuide'>> => {
    const { sittings, passLines, guide, subjects } = deps.exams;
    const now = today(deps);
    const year = query.year ?? guideYear(sittings, now);
    const days = sittings.find((sitting) => sitting.year === year)?.days;
    return {
      ...{ today: now, year, years: sittings.map((sitting) => sitting.year), site: guide.site },
      ...(days === undefined ? {} : { days: [...days] }),
      steps: guideOf(deps.exams, year),
      levels: LEVELS.map((level) => ({ level, subjects: namedOf(level) })),
      lines: passLines
        .filter((line) => line.year === year)
        .map(({ year: _, regions, ...line }) => ({ ...line, ...(regions && { regions: [...regions] }) })),
    };

    function namedOf(level: Level) {
      return subjectsOf(level).flatMap((id) => {
        const name = subjects.find((subject) => subject.id === id)?.name;
        return name === undefined ? [] : [{ id, name }];
      });
    }
  };
}
