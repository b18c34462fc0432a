// The exams at the station of the demo liaison: of the worker of the login page, who waits for the last paper of 中级 to be confirmed, and of a colleague
// whose word contradicts the bureau's list. Said by themselves, and imported by the city, through the capabilities that people use.
import { putExam } from '../app/exam-entries.ts';
import { entryOf } from '../domain/exams/record.ts';
import { type ExamWriter, importList, lastYear } from './seed-exams.ts';
import type { ExamRow } from './seed-exams-plan.ts';
import { LEDGER_STATION } from './seed-ledgers.ts';
import type { Body } from './seed-plan.ts';
import { bureauId } from './seed-units.ts';

type Said = Omit<Body<typeof putExam>, 'request' | 'version'>;

const CITY = bureauId('360400');

/** The file is with nobody: its hash is of nothing. */
const PROOF = { name: '演示-成绩单.pdf', bytes: 102_400, sha256: '0'.repeat(64) };

const marks = (subject: string, half: number) => ({ subject, result: { kind: 'marks' as const, marks: half } });

/** Seeds the exams of a worker of the station, and of a colleague. What is there already is left. */
export async function seedOwnExams(writer: ExamWriter, worker: string): Promise<void> {
  const year = lastYear(writer.exams);
  const colleague = `${LEDGER_STATION}-04`;
  await listed(writer, worker, [
    { year: year - 3, level: 'junior', papers: [marks('junior-comprehensive', 142), marks('junior-practice', 131)] },
    {
      ...{ year: year - 1, level: 'intermediate' },
      papers: [
        marks('intermediate-comprehensive', 126),
        marks('intermediate-practice', 121),
        marks('law-and-policy', 109),
      ],
    },
  ]);
  await say(writer, worker, {
    ...{ year, level: 'intermediate', papers: [marks('law-and-policy', 132)], evidence: [PROOF] },
    ...{ site: '九江市（演示考点）', ticket: 'DEMO-0001' },
  });
  const failed = [marks('junior-comprehensive', 116), marks('junior-practice', 127)];
  await listed(writer, colleague, [{ year, level: 'junior', papers: failed }]);
  const passed = [marks('junior-comprehensive', 124), marks('junior-practice', 127)];
  await say(writer, colleague, {
    year,
    level: 'junior',
    papers: passed,
    why: '演示：成绩复查后更正',
    evidence: [PROOF],
  });
}

/** As the city imports it. */
async function listed(
  writer: ExamWriter,
  id: string,
  exams: readonly Pick<ExamRow, 'year' | 'level' | 'papers'>[],
): Promise<void> {
  const person = await writer.deps.store.people.get(id);
  const record = await writer.exams.store.examRecords.get(id);
  if (person === undefined) return;
  const news = exams.filter((exam) => record === undefined || entryOf(record, exam) === undefined);
  const rows = news.map((exam, i) => ({ line: i + 2, name: person.name, person: id, ...exam }));
  for (const row of rows) await importList(writer, { unit: CITY, rows: [row] });
}

/** As they say it themselves, once. */
async function say({ exams }: ExamWriter, id: string, said: Said): Promise<void> {
  const record = await exams.store.examRecords.get(id);
  const isSaid = record && entryOf(record, said)?.facts.some((fact) => fact.by === id);
  if (isSaid || (await exams.store.people.get(id)) === undefined) return;
  const body = { ...said, request: `demo-exam-${said.year}-${said.level}`, version: record?.version ?? 0 };
  const actor = { kind: 'person' as const, person: id, grants: [] };
  await putExam(exams)(actor, { params: { person: id }, query: undefined, body });
}
