import { expect, it } from 'vitest';
import { ownText } from '../../../../site/src/islands/my-training/own-text.ts';
import { trainingEn } from '../../../../site/src/words/en-training.ts';
import { trainingZh } from '../../../../site/src/words/zh-training.ts';

/** 08:52 and 11:58 in China. */
const [CAME, WENT] = ['2026-05-23T00:52:00.000Z', '2026-05-23T03:58:00.000Z'];

it('says since when one is in, when one left, and what is missing', () => {
  expect(ownText({ state: 'in', in: CAME }, undefined, trainingZh)).toBe('已签到 08:52，还没有签退');
  expect(ownText({ state: 'out', in: CAME, out: WENT }, undefined, trainingZh)).toBe('08:52 签到，11:58 签退');
  expect(ownText({ state: 'out', out: WENT }, undefined, trainingZh)).toBe('已签退 11:58，没有签到');
  expect(ownText({ state: 'no-sign-out', in: CAME }, undefined, trainingEn)).toContain('08:52');
});

it('calls nobody absent who had leave', () => {
  expect(ownText({ state: 'absent' }, 'granted', trainingZh)).toBe('');
  expect(ownText({ state: 'absent' }, 'refused', trainingZh)).toBe('缺勤');
  expect(ownText({ state: 'absent' }, undefined, trainingEn)).toBe('Absent');
});
