// After the hand-in: the review with its keys, one's own marks for words, the wrong book's questions, the practice journal. And before it: no key anywhere.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mockEdge } from '../../../functions/http/mock.ts';
import {
  answerTo,
  DEVICE,
  get,
  keyOf,
  passMs,
  post,
  resultOfSat,
  save,
  startOne,
  submit,
} from '../../support/exams.ts';
import { mockBank, mockEssaySubject, mockSubject } from '../../support/mock-bank.ts';
import { openWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.test.close());

describe('a review', () => {
  it('opens with the hand-in of a paper of one’s own, with keys, reasons and sources', async () => {
    const sat = await startOne(world);
    const path = `/api/mock/attempts/${sat.id}/review`;
    expect(await get(world, sat.who, path)).toMatchObject({ code: 'refused', reason: 'review-closed' });
    await submit(world, sat);
    const { questions } = await get(world, sat.who, path);
    expect(questions).toHaveLength(25);
    expect(questions[0]).toMatchObject({
      n: 1,
      key: ['B'],
      credited: false,
      corrected: false,
      chapter: expect.stringMatching(/^jc18/),
    });
    expect(questions[0].options[0]).toHaveProperty('why');
  });
});

describe('answers of a released result', () => {
  it('go into the practice journal once, as a device of their own', async () => {
    const sat = await startOne(world, { form: 'official' });
    const all = Array.from({ length: 80 }, (_, i) => answerTo(world, sat, i + 1, i === 0 ? 'A' : keyOf(sat, i + 1)));
    await save(world, sat, all);
    await submit(world, sat);
    const batches = () => world.deps.store.batches.list(sat.who.person, new Map(), 10);
    expect((await batches()).batches).toEqual([]);
    await resultOfSat(world, sat);
    await resultOfSat(world, sat);
    const found = (await batches()).batches;
    expect(found.map(({ device, first, entries }) => [device, first, entries.length])).toEqual([
      [`mock-${sat.id}`, 1, 50],
      [`mock-${sat.id}`, 51, 30],
    ]);
    expect(found[0]?.entries[0]).toMatchObject({
      kind: 'answer',
      question: sat.attempt.asked[0].id,
      earned: 0,
      possible: 2,
    });
    expect(await world.deps.store.attempts.get(sat.who.person, sat.id)).toMatchObject({ journaled: true });
  });

  it('can be read one by one for the wrong book, by whoever met them', async () => {
    const sat = await startOne(world);
    const ids = sat.attempt.asked.slice(0, 3).map(({ id }: { id: string }) => id);
    const ask = (who = sat.who) =>
      get(world, who, `/api/mock/people/${who.person}/reviewed?questions=${ids.join(',')},nobody-1`);
    expect((await ask()).questions).toEqual([]);
    await submit(world, sat);
    const { questions } = await ask();
    expect(questions.map(({ id }: { id: string }) => id).sort()).toEqual([...ids].sort());
    expect(questions[0]).toMatchObject({ key: ['B'], subject: 'junior-comprehensive' });
    expect((await ask(await world.signIn())).questions).toEqual([]);
  });

  it('stand beside those of earlier attempts, the newest first', async () => {
    const first = await startOne(world);
    await save(world, first, [answerTo(world, first, 1, keyOf(first, 1))]);
    await submit(world, first);
    passMs(world, 1_000);
    const second = await startOne(world, { who: first.who });
    await submit(world, second);
    const { result } = await resultOfSat(world, second);
    expect(result.earlier).toMatchObject([{ attempt: first.id, earned: 2, possible: 60, offline: false }]);
  });
});

describe('an answer in words', () => {
  const paper = { subject: 'intermediate-practice', form: 'official', mode: 'relaxed' } as const;
  const text = (n: number, part: string, seq: number, words: string) => ({ n, part, seq, text: words });

  it('is kept part by part, the newest, and comes back to every device', async () => {
    const sat = await startOne(world, paper);
    passMs(world, 60_000);
    const write = (texts: object[]) => save(world, sat, [], { texts });
    expect((await write([text(1, '1', 20_000, '第二稿')])).outcomes).toEqual([
      { n: 1, part: '1', seq: 20_000, outcome: 'counted' },
    ]);
    expect((await write([text(1, '1', 10_000, '第一稿')])).outcomes[0]).toMatchObject({ outcome: 'superseded' });
    const read = await get(world, sat.who, `/api/mock/attempts/${sat.id}`);
    expect(read.texts).toEqual([text(1, '1', 20_000, '第二稿')]);
    expect(read.asked[0]).toMatchObject({ kind: 'case', options: [], parts: [{ id: '1', possible: 20 }, { id: '2' }] });
    expect(JSON.stringify(read)).not.toContain('model');
  });

  it('is marked by oneself point by point, and the marks sum up', async () => {
    const sat = await startOne(world, paper);
    await save(world, sat, [], { texts: [text(1, '1', 5, '健康与参与')] });
    await submit(world, sat);
    const waiting = await resultOfSat(world, sat);
    expect(waiting.result).toMatchObject({ marking: 'waiting', possible: 200, selfMarking: true });
    const mark = (marks: object) => post(world, sat.who, `/api/mock/attempts/${sat.id}/marks`, { marks });
    const full = { '1': { a: 10, b: 4 }, '2': { a: 0, b: 10 } };
    expect(await mark({ '1': full })).toMatchObject({ earned: 24, marking: 'waiting' });
    expect(await mark({ '2': full, '3': full, '4': full, '5': full })).toMatchObject({ earned: 120, marking: 'done' });
    expect(await mark({ '1': { '1': { a: 11 } } })).toMatchObject({
      code: 'invalid_input',
      errors: [{ path: 'marks.1.1.a' }],
    });
    expect((await resultOfSat(world, sat)).result).toMatchObject({ earned: 120, marking: 'done' });
    const { questions } = await get(world, sat.who, `/api/mock/attempts/${sat.id}/review`);
    expect(questions[0].parts[0]).toMatchObject({
      written: '健康与参与',
      given: { a: 10, b: 4 },
      model: expect.stringContaining('需要'),
    });
    expect(await world.deps.store.attempts.get(sat.who.person, sat.id)).toMatchObject({ sum: { earned: 120 } });
  });
});

describe('before a hand-in', () => {
  it('no answer of any route holds a key, an explanation or a reason, and after it the review does', async () => {
    const canary = (what: string) => `CANARY-${what}-7f3a`;
    const subject = mockSubject();
    const planted = {
      ...subject,
      items: subject.items.map((item) =>
        'key' in item
          ? {
              ...item,
              explanation: canary('explanation'),
              options: item.options.map((option) => ({ ...option, why: canary('why') })),
              source: { type: 'syllabus' as const, edition: '2018', point: canary('source') },
            }
          : item,
      ),
    };
    const essays = mockEssaySubject();
    const plantedEssays = {
      ...essays,
      items: essays.items.map((item) =>
        'parts' in item
          ? {
              ...item,
              explanation: canary('explanation'),
              parts: item.parts.map((part) => ({
                ...part,
                model: canary('model'),
                points: part.points.map((point) => ({ ...point, text: canary('point') })),
              })),
            }
          : item,
      ),
    };
    const mock = mockEdge({ ...world.deps, mockBank: mockBank([planted, plantedEssays]) });
    const seen: string[] = [];
    const listening: World = {
      ...world,
      mock: Object.assign(Object.create(mock), {
        request: async (...args: Parameters<typeof mock.request>) => {
          const response = await mock.request(...args);
          const text = await response.clone().text();
          seen.push(`${JSON.stringify([...response.headers])}${text}`);
          return response;
        },
      }),
    };
    for (const subjectId of ['junior-comprehensive', 'intermediate-practice']) {
      const sat = await startOne(listening, { subject: subjectId });
      const { who, id } = sat;
      const at = `/api/mock/attempts/${id}`;
      await get(listening, who, at);
      await post(listening, who, `${at}/holder`, { device: 'device-two' });
      await save(listening, sat, [answerTo(listening, sat, 1, 'B')]);
      await post(listening, who, `${at}/moves`, { kind: 'pause', device: DEVICE });
      await post(listening, who, `${at}/moves`, { kind: 'resume', device: DEVICE });
      for (const path of [`${at}/result`, `${at}/review`]) await get(listening, who, path);
      await post(listening, who, `${at}/marks`, { marks: {} });
      await get(listening, who, `/api/mock/people/${who.person}/mock`);
      const ids = sat.attempt.asked.map(({ id: question }: { id: string }) => question).join(',');
      await get(listening, who, `/api/mock/people/${who.person}/reviewed?questions=${ids}`);
      const taken = {
        request: `offline-${subjectId}-1`,
        device: DEVICE,
        subject: subjectId,
        form: 'short',
        factor: 100,
      };
      await post(listening, who, `/api/mock/people/${who.person}/offline-papers`, taken);
      expect(seen.filter((text) => /CANARY|"key":|"why":|"model":/.test(text))).toEqual([]);
      expect(seen.length).toBeGreaterThan(10);
      await submit(listening, sat);
      expect(seen.at(-1)).not.toContain('CANARY');
      await resultOfSat(listening, sat);
      expect(seen.at(-1)).not.toContain('CANARY');
      await get(listening, who, `${at}/review`);
      expect(seen.at(-1)).toContain(canary('explanation'));
      seen.length = 0;
    }
    expect(world.lines.join('\n')).not.toContain('CANARY');
  });
});
