// Reads the reference data that ships with the bank. A fault here is ours, not an author's: it throws, naming the file.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Refs } from './bank.ts';
import {
  blueprintsFile,
  examsFile,
  passLinesFile,
  releaseConfig,
  statutesFile,
  subjectsFile,
  syllabusFile,
} from './reference-schema.ts';

/** Where the reference data stands. */
const refsFolder = import.meta.dirname;

/** Papers, syllabus trees (oldest edition first), statutes, sittings, the release's settings, blueprints and pass lines. Throws for a missing or wrong file. */
export function loadRefs(folder: string = refsFolder): Refs {
  const read = <T extends z.ZodType>(file: string, schema: T): z.output<T> => readReference(join(folder, file), schema);
  const editions = readdirSync(join(folder, 'syllabus'))
    .filter((name) => name.endsWith('.json'))
    .sort();
  return {
    subjects: read('subjects.json', subjectsFile).subjects,
    syllabus: editions.map((name) => read(join('syllabus', name), syllabusFile)),
    statutes: read('statutes.json', statutesFile).statutes,
    sittings: read('exams.json', examsFile).sittings,
    release: read('release.config.json', releaseConfig),
    blueprints: read('blueprints.json', blueprintsFile).blueprints,
    passLines: read('pass-lines.json', passLinesFile).passLines,
  };
}

function readReference<T extends z.ZodType>(path: string, schema: T): z.output<T> {
  const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path} is not as reference-schema.ts says:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
