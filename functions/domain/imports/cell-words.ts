// The words and days that stand in the cells of lists, and what they mean here. A word that is not in the table is an error, not a guess.

import { halfWidth } from '../people/digits.ts';
import type { Post } from '../people/employment.ts';
import { EDUCATIONS, type Education } from '../people/person.ts';
import { isDay } from '../period.ts';
import type { Level } from '../questions/release.ts';
import { addDays, type Day } from '../time.ts';

/** Posts by their words; the first of each is how this product says it. */
export const POST_WORDS: Readonly<Record<Post, readonly string[]>> = {
  'social-worker': ['社工', '社会工作者', '专职社工', '驻站社工', '社工站社工', '一线社工', '专职社会工作者'],
  'community-worker': ['社区工作者', '社区专职工作者', '专职社区工作者', '社区干部', '社工岗'],
  'grid-worker': ['网格员', '专职网格员', '网格长', '社区网格员'],
  supervisor: ['督导', '督导员', '社工督导', '督导人才', '头雁'],
  volunteer: ['志愿者', '志愿服务者', '义工'],
  other: ['其他', '其它', '其他岗位'],
};

/** Degrees by their words. */
export const EDUCATION_WORDS: Readonly<Record<Education, readonly string[]>> = {
  secondary: ['高中或中专', '高中', '中专', '职高', '技校', '中技', '高中/中专', '高中(中专)', '中职'],
  college: ['大专', '专科', '大学专科', '高职', '高职高专'],
  bachelor: ['本科', '大学本科', '大学', '学士', '全日制本科', '在职本科'],
  master: ['硕士', '研究生', '硕士研究生', '硕士学位'],
  doctor: ['博士', '博士研究生', '博士学位'],
};

/** Levels of the certificate by their words. */
export const LEVEL_WORDS: Readonly<Record<Level, readonly string[]>> = {
  junior: ['初级', '助理社会工作师', '助理社工师', '初级社会工作师', '初级社工师', '助理社会工作师(初级)', '助理级'],
  intermediate: ['中级', '社会工作师', '社工师', '中级社会工作师', '中级社工师', '社会工作师(中级)'],
  senior: ['高级', '高级社会工作师', '高级社工师', '高级社会工作师(高级)'],
};

/** What people write of somebody without a certificate. */
const UNCERTIFIED = ['无证', '无证书', '未取得', '未持证', '未考取', '没有'];

const YES = ['是', '有', '在编', '编制内', '有编制', '事业编', '√', '✓', '对', 'y', 'yes', 'true', '1'];
const NO = [
  '否',
  '无',
  '不是',
  '没有',
  '不在编',
  '非在编',
  '未在编',
  '编制外',
  '无编制',
  '×',
  '✗',
  'n',
  'no',
  'false',
  '0',
];

/** What people write to say that there is nothing. */
const BLANK = ['', '-', '--', '—', '——', '/', '\\', '无', '暂无', 'n/a', 'null'];

const POSTS = byWord(POST_WORDS, Object.keys(POST_WORDS) as Post[]);
const LEVELS = byWord(LEVEL_WORDS, Object.keys(LEVEL_WORDS) as Level[]);
const EDUCATED = byWord(EDUCATION_WORDS, EDUCATIONS);

/** Whether a cell says nothing; 「无」 does, except where it answers a question. */
export function isBlank(text: string): boolean {
  return BLANK.includes(folded(text));
}

export function postOf(text: string): Post | undefined {
  return POSTS.get(folded(text));
}

export function educationOf(text: string): Education | undefined {
  return EDUCATED.get(folded(text));
}

export function levelOf(text: string): Level | undefined {
  return LEVELS.get(folded(text));
}

/** Whether a cell says that there is no certificate. */
export function isUncertified(text: string): boolean {
  return isBlank(text) || UNCERTIFIED.includes(folded(text));
}

/** 是、否 and their kin. */
export function yesOrNo(text: string): boolean | undefined {
  const word = folded(text);
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : undefined;
}

/** `form`: no way of writing a day · `part`: a year and a month alone · `calendar`: no such day. */
export type ReadDay = { ok: true; day: Day } | { ok: false; reason: 'form' | 'part' | 'calendar' };

const DAY = /^(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?(?:T?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/;
const EIGHT = /^(\d{4})(\d{2})(\d{2})$/;
const MONTH = /^(?:\d{4})(?:年|[-/.])(?:\d{1,2})月?$/;

/** A spreadsheet's own count of days (1900 system), where a cell lost its format: from 1954 to 2119. */
const SERIAL = /^[2-7]\d{4}(?:\.\d+)?$/;

/** The day before serial number 1, moved back by the 29 February 1900 that spreadsheets count and that never was (ECMA-376-1 §18.17.4.1). */
const SERIAL_ZERO: Day = '1899-12-30';

/** Reads 2024-03-01, 2024/3/1, 2024.3.1, 2024年3月1日, 20240301 and serial numbers; a time of day behind it is left out. */
export function readDay(text: string): ReadDay {
  const plain = halfWidth(text).replace(/\s/g, '');
  if (SERIAL.test(plain)) return { ok: true, day: addDays(SERIAL_ZERO, Math.floor(Number(plain))) };
  const [, year, month = '', day = ''] = DAY.exec(plain) ?? EIGHT.exec(plain) ?? [];
  if (year === undefined) return { ok: false, reason: MONTH.test(plain) ? 'part' : 'form' };
  const read = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(read) ? { ok: true, day: read } : { ok: false, reason: 'calendar' };
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}

function byWord<T extends string>(words: Readonly<Record<T, readonly string[]>>, all: readonly T[]): Map<string, T> {
  return new Map(all.flatMap((one) => [one, ...words[one]].map((word) => [folded(word), one] as const)));
}
