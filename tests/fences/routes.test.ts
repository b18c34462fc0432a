// Every route has a shape, a handler and a test; every problem code has a status, a sentence in each language and a place that raises it.
import { describe, expect, it } from 'vitest';
import type {
  BureauDeps,
  Deps,
  DocumentDeps,
  ExamDeps,
  ExaminerDeps,
  LedgerDeps,
  MockDeps,
  StaffDeps,
  StationDeps,
} from '../../functions/app/deps.ts';
import { type ProblemCode, problemCodes } from '../../functions/contract/problems.ts';
import { type RouteName, routes } from '../../functions/contract/routes.ts';
import { shapes } from '../../functions/contract/shapes.ts';
import { accountHandlers } from '../../functions/http/account.ts';
import { bureauHandlers } from '../../functions/http/bureau.ts';
import { candidateHandlers } from '../../functions/http/candidate.ts';
import { documentsHandlers } from '../../functions/http/documents.ts';
import { examinerHandlers } from '../../functions/http/examiner.ts';
import { examsHandlers } from '../../functions/http/exams.ts';
import { ledgerHandlers } from '../../functions/http/ledger.ts';
import { mockHandlers } from '../../functions/http/mock.ts';
import { openHandlers } from '../../functions/http/open.ts';
import { problemResponse } from '../../functions/http/problems.ts';
import { publicHandlers } from '../../functions/http/public.ts';
import { staffHandlers } from '../../functions/http/staff.ts';
import { stationHandlers } from '../../functions/http/station.ts';
import { trainerHandlers } from '../../functions/http/trainer.ts';
import { projectFiles, textOf } from './files.ts';

const routeNames = Object.keys(routes) as RouteName[];

/** Never called: a handler's maker only keeps what it is given. */
const nothing = {} as StationDeps &
  Deps &
  StaffDeps &
  DocumentDeps &
  LedgerDeps &
  MockDeps &
  ExaminerDeps &
  ExamDeps &
  BureauDeps;
const handlers: { [route: string]: unknown } = {
  ...publicHandlers(nothing),
  ...candidateHandlers(nothing),
  ...accountHandlers(nothing),
  ...staffHandlers(nothing),
  ...documentsHandlers(nothing),
  ...trainerHandlers(nothing),
  ...ledgerHandlers(nothing),
  ...mockHandlers(nothing),
  ...examinerHandlers(nothing),
  ...examsHandlers(nothing),
  ...stationHandlers(nothing),
  ...bureauHandlers(nothing),
  ...openHandlers(nothing),
};

const textUnder = (folder: string, leaveOut: readonly string[] = []) =>
  projectFiles(folder)
    .filter((path) => /\.tsx?$/.test(path) && !leaveOut.includes(path))
    .map(textOf)
    .join('\n');

const httpTests = textUnder('tests/functions/http');
const raising = textUnder('functions', ['functions/contract/problems.ts', 'functions/contract/openapi.ts']);

/** Whether a source names a word, and not only a longer word that holds it. */
function names(source: string, word: string): boolean {
  return new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(source);
}

describe.each(routeNames)('the route %s', (route) => {
  it('has a shape', () => {
    expect(shapes[route]).toHaveProperty('answer');
  });

  it('has a handler', () => {
    expect(handlers[route]).toBeTypeOf('function');
  });

  it('is named in a test of the edge', () => {
    expect(names(httpTests, route)).toBe(true);
  });
});

it('handles no route that the contract does not name', () => {
  expect(Object.keys(handlers).sort()).toEqual([...routeNames].sort());
});

/** What those meet alone who come with a key to open data. */
const PROGRAMS_ONLY: readonly ProblemCode[] = ['too_many'];

describe.each(problemCodes)('the problem %s', (code: ProblemCode) => {
  it('has a status', () => {
    expect(problemResponse(code, 'request').status).toBeGreaterThanOrEqual(400);
  });

  it.each(['zh', 'en'])('has a sentence in %s, if a page may meet it', (language) => {
    if (PROGRAMS_ONLY.includes(code)) return;
    expect(textOf(`site/src/words/${language}.ts`)).toMatch(new RegExp(`\\b${code}:\\s*['"\`(]`));
  });

  it('is raised somewhere', () => {
    expect(names(raising, `'${code}'`)).toBe(true);
  });
});

describe('the search for names', () => {
  it('does not take a part for the whole', () => {
    expect(names("call('menu')", 'me')).toBe(false);
    expect(names("call('me')", 'me')).toBe(true);
  });
});
