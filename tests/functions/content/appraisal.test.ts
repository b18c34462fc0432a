// The templates of appraisals that the product brings: sound as data, in both languages, and honest about what they are.
import { describe, expect, it } from 'vitest';
import { templates } from '../../../functions/content/appraisal/templates.ts';
import {
  CYCLES,
  EVIDENCE,
  FIGURES,
  GRADES,
  indicatorsOf,
  mostOf,
  type Text,
} from '../../../functions/domain/appraisal/template.ts';

const isSaid = ({ zh, en }: Text) =>
  zh.length > 1 && /\p{Script=Han}/u.test(zh) && en.length > 1 && !/\p{Script=Han}/u.test(en);

describe.each(templates.map((template) => [template.id, template] as const))('the template %s', (_id, template) => {
  const indicators = indicatorsOf(template);

  it('comes to a hundred points', () => {
    expect(mostOf(template)).toBe(200);
    for (const { id, most } of indicators) expect(Number.isInteger(most) && most > 0, id).toBe(true);
  });

  it('names every indicator once, in both languages', () => {
    expect(new Set(indicators.map(({ id }) => id)).size).toBe(indicators.length);
    const texts = [template.title, template.source, ...template.groups.map(({ title }) => title)];
    for (const text of [...texts, ...indicators.flatMap(({ title, criteria }) => [title, criteria])]) {
      expect(isSaid(text), text.zh).toBe(true);
    }
  });

  it('uses evidence, figures, cycle and grades that there are', () => {
    expect(CYCLES).toContain(template.cycle);
    for (const { id, evidence, figure } of indicators) {
      expect(EVIDENCE, id).toContain(evidence);
      expect(evidence === 'figure', id).toBe(figure !== undefined);
      if (figure === undefined) continue;
      expect(FIGURES, id).toContain(figure.name);
      expect(figure.full, id).toBeGreaterThan(0);
    }
    expect(template.grades.map(({ grade }) => grade)).toEqual(GRADES);
    const shares = template.grades.map(({ from }) => from);
    expect(shares).toEqual([...shares].sort((x, y) => y - x));
    expect(shares.at(-1)).toBe(0);
  });

  it('says that it was held against no official text', () => {
    expect(template.verified).toBe(false);
  });
});

it('keeps one template of each id and version', () => {
  expect(new Set(templates.map(({ id, version }) => `${id} ${version}`)).size).toBe(templates.length);
});
