// The funnel that bureaus work by (应报尽报、应培尽培、应考尽考): 目标人群 → 报名 → 参训 → 参考 → 通过 → 登记 → 持证在岗, and how far one person has come at one unit.
import { came, type TrainingEntry } from '../participation/training.ts';
import { type Certificate, registrationState } from '../people/certificate.ts';
import type { Level } from '../questions/release.ts';
import type { Day } from '../time.ts';
import { type ExamEntry, type ExamRecord, holdingOf } from './record.ts';
import { type ExamStep, reaches, stepOf } from './standing.ts';

/** 目标人群 at work today · the steps of the exam · `trained` came to a course of the year · `valid` certificate registered · `certified` holds one, at work today. */
export const FUNNEL_STEPS = [
  'target',
  'registered',
  'trained',
  'sat',
  'local',
  'passed',
  'valid',
  'certified',
] as const;

export type FunnelStep = (typeof FUNNEL_STEPS)[number];

/** What is known of a person at a unit. */
export interface AtUnit {
  unit: string;
  /** Whether they work there on the day. */
  present: boolean;
  day: Day;
  record: ExamRecord;
  certificates: readonly Certificate[];
  /** Of the year that is asked about. */
  training: readonly TrainingEntry[];
}

export interface StepAsked {
  step: FunnelStep;
  year: number;
  /** Of any level when missing. */
  level?: Level | undefined;
}

/** Whether a unit counts somebody at a step. An exam and a training count where the person worked then, all else where they work on the day. */
export function isAtStep(known: AtUnit, { step, year, level }: StepAsked): boolean {
  switch (step) {
    case 'target':
      return known.present;
    case 'trained':
      return known.training.some((entry) => entry.unit === known.unit && came(entry));
    case 'valid':
      return known.present && isHighest(known, level, (one) => isValid(one, known.day));
    case 'certified':
      return known.present && isHighest(known, level, ({ issued }) => issued <= known.day);
    default:
      return countedEntries(known, { year, level }).some((entry) => reaches(stepOf(known.record, entry), step));
  }
}

/** The exams of a year that a unit counts, with how far each came. */
export function examStepsOf(
  known: AtUnit,
  asked: Omit<StepAsked, 'step'>,
): { level: Level; step: ExamStep; confirmed: boolean }[] {
  return countedEntries(known, asked).flatMap((entry) => {
    const step = stepOf(known.record, entry);
    const confirmed = step !== undefined && stepOf(known.record, entry, 'confirmed') === step;
    return step === undefined ? [] : [{ level: entry.level, step, confirmed }];
  });
}

function countedEntries({ record, unit }: AtUnit, { year, level }: Omit<StepAsked, 'step'>): ExamEntry[] {
  return record.entries
    .filter((entry) => entry.year === year && (level === undefined || entry.level === level))
    .filter((entry) => holdingOf(entry).held?.units.includes(unit) ?? false);
}

const LEVELS: readonly Level[] = ['junior', 'intermediate', 'senior'];

/** Whether somebody has such a certificate; of a level, whether that is the highest of these: as the figures count them. */
function isHighest(
  { certificates }: AtUnit,
  level: Level | undefined,
  isSuch: (certificate: Certificate) => boolean,
): boolean {
  const held = certificates.filter(isSuch).map((one) => one.level);
  const highest = LEVELS.findLast((one) => held.includes(one));
  return level === undefined ? highest !== undefined : highest === level;
}

function isValid(certificate: Certificate, day: Day): boolean {
  return ['valid', 'renewable'].includes(registrationState(certificate, day).state);
}
