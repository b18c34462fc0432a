// Wire answers of mock papers for the islands' tests.
import type { List, Past, Result, Reviewed, SetPaper } from '../../../../site/src/islands/mock/wire.ts';

export const NOW = '2026-11-24T02:00:00.000Z';

export function past(change: Partial<Past> = {}): Past {
  return {
    attempt: '0mwu00000-attempt-1',
    ...{ state: 'submitted', startedAt: '2026-11-20T01:00:00.000Z', deadline: '2026-11-20T03:00:00.000Z' },
    ...{ endedAt: '2026-11-20T02:30:00.000Z', graceMs: 120_000, holder: 'device-one', now: NOW },
    ...{ subject: 'one', form: 'short', blueprint: 'short-1', mode: 'relaxed', factor: 100, offline: false },
    ...{ questions: 25, earned: 30, possible: 60, marking: 'done', regraded: false },
    ...change,
  };
}

export function setPaper(change: Partial<SetPaper> = {}): SetPaper {
  return {
    ...{
      paper: 'paper-0001',
      title: '第一次模考',
      unit: '社工站',
      subject: 'one',
      form: 'official',
      mode: 'realistic',
    },
    ...{ questions: 80, minutes: 120, graceMs: 120_000, factor: 100, phase: 'open', ranking: 'off' },
    ...{ opensAt: '2026-11-24T01:00:00.000Z', closesAt: '2026-11-24T09:00:00.000Z' },
    ...change,
  };
}

export function list(change: Partial<List> = {}): List {
  const form = { answered: 'objective' as const, lacking: [] };
  const counts = { multiple: 20, single: 60 };
  return {
    subjects: [
      {
        ...{ id: 'one', level: 'junior', name: { zh: '第一科', en: 'One' } },
        forms: [
          { ...form, form: 'official', blueprint: 'official-1', counts, minutes: 120 },
          {
            ...{ ...form, form: 'short', blueprint: 'short-1', counts: { single: 20, multiple: 5 }, minutes: 30 },
            lacking: [{ kind: 'multiple', wanted: 5, have: 2 }],
          },
        ],
      },
    ],
    ...{ papers: [], attempts: [], localLines: [], now: NOW },
    ...change,
  };
}

export function line(n: number, change: Partial<Result['lines'][number]> = {}): Result['lines'][number] {
  return {
    ...{ n, id: `q-${n}`, kind: 'single', chapter: 'one-1', picked: ['A'], verdict: 'right' },
    ...{ earned: 2, possible: 2, spentS: 10 },
    ...change,
  };
}

export function reviewed(change: Partial<Reviewed> = {}): Reviewed {
  return {
    ...{ n: 1, id: 'q-1', version: 1, kind: 'multiple', stem: '题干', chapter: 'one-1', difficulty: 'easy' },
    options: ['C', 'A', 'B', 'E', 'D'].map((id) => ({ id, text: `选项${id}`, why: `因为${id}` })),
    ...{ key: ['A', 'C'], withheld: false, credited: false, corrected: false, explanation: '解析' },
    source: { type: 'syllabus', edition: '2018', point: '考点' },
    ...change,
  };
}
