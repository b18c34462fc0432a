import { expect, it } from 'vitest';
import { ask, type Question } from '../../../../functions/domain/questions/question.ts';
import { packPath } from '../../../../functions/domain/questions/release.ts';

const question: Question = {
  id: 'jc-04-001',
  version: 2,
  kind: 'multiple',
  stem: '题干',
  options: [
    { id: 'A', text: '甲', why: 'CANARY-why' },
    { id: 'B', text: '乙', why: 'CANARY-why' },
  ],
  difficulty: 'easy',
  key: ['A', 'B'],
  explanation: 'CANARY-explanation',
  source: { type: 'syllabus', edition: '2018', point: 'CANARY-source' },
};

it('asks a question without its key, its reasons and whatever field comes later', () => {
  const later = { ...question, hint: 'CANARY-hint' };
  const asked = ask(later);
  expect(asked).toEqual({
    id: 'jc-04-001',
    version: 2,
    kind: 'multiple',
    stem: '题干',
    options: [
      { id: 'A', text: '甲' },
      { id: 'B', text: '乙' },
    ],
    difficulty: 'easy',
  });
  expect(JSON.stringify(asked)).not.toContain('CANARY');
});

it('serves a pack under its hash', () => {
  expect(packPath('abc')).toBe('/packs/abc.json');
});
