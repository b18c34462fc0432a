// What is known of the exam as data, for whoever answers about it: bundled as it is. That the files are as exam-schema.ts says is a test's matter.
import type { ExamData } from '../domain/exams/guide.ts';
import eligibility from './eligibility.json' with { type: 'json' };
import guide from './exam-guide.json' with { type: 'json' };
import exams from './exams.json' with { type: 'json' };
import passLines from './pass-lines.json' with { type: 'json' };
import subjects from './subjects.json' with { type: 'json' };

/** Made when it is asked for: a function that answers about no exam then carries none of it. */
export const examData = (): ExamData =>
  ({
    sittings: exams.sittings,
    passLines: passLines.passLines,
    eligibility: eligibility.editions,
    guide,
    subjects: subjects.subjects.map(({ id, level, name }) => ({ id, level, name })),
  }) as unknown as ExamData;
