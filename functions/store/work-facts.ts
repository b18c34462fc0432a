// A station's work as the tally finds it: records, coverage and appraisals lie under one partition, each told by its sort key.
import type { WorkFact } from '../domain/activities/work-figures.ts';
import { readAppraisal } from './appraisals.ts';
import type { Item } from './ranges.ts';
import { readCoverage, readRecord } from './work-records.ts';

const FACTS = /^(RECORD#|COVERAGE$|APPRAISAL#)/;

export const workReader = {
  kind: 'work',
  is: ({ PK, SK }: { PK: string; SK: string }): boolean => PK.startsWith('WORK#') && FACTS.test(SK),
  read: (item: Item): WorkFact => {
    if (item.SK === 'COVERAGE') return { kind: 'coverage', book: readCoverage(item) };
    if (item.SK.startsWith('RECORD#')) return { kind: 'record', record: readRecord(item) };
    return { kind: 'appraisal', appraisal: readAppraisal(item) };
  },
};
