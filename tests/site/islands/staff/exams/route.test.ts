// The addresses of the staff pages of exams.
import { expect, it } from 'vitest';
import { pathTo, placeFrom } from '../../../../../site/src/islands/staff/exams/route.ts';

it('holds the filters, and reads back what it wrote', () => {
  const place = {
    unit: 's-1',
    year: '2026',
    level: 'junior',
    state: 'declared',
    step: 'passed',
    isImport: false,
  } as const;
  const path = pathTo(place);
  expect(path).toBe('/staff/exams/?unit=s-1&year=2026&level=junior&state=declared&step=passed');
  expect(placeFrom(path.split('?')[1] ?? '')).toEqual(place);
});

it('holds the step whose names are asked for', () => {
  const place = { unit: 'b-1', below: 'valid', isMissing: true, isImport: false, step: 'all' } as const;
  const path = pathTo(place);
  expect(path).toBe('/staff/exams/?unit=b-1&below=valid&missing=true');
  expect(placeFrom(path.split('?')[1] ?? '')).toEqual(place);
  expect(placeFrom('?below=nothing&missing=true')).toEqual({ isImport: false, step: 'all' });
});

it('leaves out what has the wrong form', () => {
  expect(placeFrom('?unit=../x&year=99&level=top&state=x&step=y')).toEqual({ isImport: false, step: 'all' });
  expect(pathTo({ step: 'all', isImport: false })).toBe('/staff/exams/');
  expect(placeFrom(pathTo({ unit: 's-1', isImport: true }).split('?')[1] ?? '').isImport).toBe(true);
});
