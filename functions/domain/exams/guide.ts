// The way from registering at the national site to the certificate: its steps, and their days as far as the notices of a year name them.
import type { Level, Named } from '../questions/release.ts';
import type { Day } from '../time.ts';
import { countdown, type Sitting } from './calendar.ts';
import type { EligibilityEdition } from './eligibility.ts';
import type { PassLine } from './pass-line.ts';

/** When a step of a year is: both days belong to it. */
export interface GuideDate {
  year: number;
  step: string;
  from: Day;
  to?: Day;
  source: string;
  verified: boolean;
}

export interface Guide {
  /** Where one registers; this product collects no registration. */
  site: string;
  steps: { id: string; name: Named; what: Named }[];
  dates: GuideDate[];
}

/** All that is known of the exam as data. */
export interface ExamData {
  sittings: Sitting[];
  passLines: PassLine[];
  eligibility: EligibilityEdition[];
  guide: Guide;
  subjects: { id: string; level: Level; name: Named }[];
}

export interface DatedStep {
  id: string;
  name: Named;
  what: Named;
  from?: Day;
  to?: Day;
  source?: string;
  verified: boolean;
}

/** The step of the exam itself: its days are those of the sitting. */
const SITTING_STEP = 'sit';

/** The steps with their days of a year; a day that is not announced is missing. */
export function guideOf({ guide, sittings }: Pick<ExamData, 'guide' | 'sittings'>, year: number): DatedStep[] {
  const sitting = sittings.find((one) => one.year === year);
  const days = [...(sitting?.days ?? [])].sort();
  return guide.steps.map((step) => {
    const date = guide.dates.find((one) => one.year === year && one.step === step.id);
    if (date !== undefined) return { ...step, ...dated(date) };
    const [from, to] = [days[0], days.at(-1)];
    if (step.id !== SITTING_STEP || from === undefined || to === undefined) return { ...step, verified: false };
    return { ...step, from, to, ...(sitting?.source && { source: sitting.source }), verified: false };
  });
}

function dated({ from, to, source, verified }: GuideDate) {
  return { from, ...(to === undefined ? {} : { to }), source, verified };
}

/** The exam year that a guide is opened at: the next exam's. */
export function guideYear(sittings: readonly Sitting[], today: Day): number {
  return countdown(sittings, today)?.year ?? Number(today.slice(0, 4));
}
