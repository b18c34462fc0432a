// The columns that a bureau's list of an exam may have: who, which year and level, where, and a column for each paper.
import type { Level } from '../questions/release.ts';
import { headingsOf } from './headings.ts';

/** 姓名、身份证号、手机号；考试年度、级别、考区考点、准考证号；各科；报考情况（没有各科时）. */
export const EXAM_COLUMNS = [
  'name',
  'idNumber',
  'phone',
  'year',
  'level',
  'site',
  'ticket',
  'comprehensive',
  'practice',
  'law',
  'overall',
] as const;

export type ExamColumn = (typeof EXAM_COLUMNS)[number];

/** The columns of papers. */
export type PaperColumn = 'comprehensive' | 'practice' | 'law';

/** Level → its papers, by their columns, in the order of the timetable's subjects. */
export const PAPERS_OF: Readonly<Record<Level, readonly { column: PaperColumn; subject: string }[]>> = {
  junior: [
    { column: 'comprehensive', subject: 'junior-comprehensive' },
    { column: 'practice', subject: 'junior-practice' },
  ],
  intermediate: [
    { column: 'comprehensive', subject: 'intermediate-comprehensive' },
    { column: 'practice', subject: 'intermediate-practice' },
    { column: 'law', subject: 'law-and-policy' },
  ],
  senior: [{ column: 'practice', subject: 'senior-practice' }],
};

/** Headings of each column; the first is the one that the template has. */
export const EXAM_HEADINGS: Readonly<Record<ExamColumn, readonly [string, ...string[]]>> = {
  name: ['姓名', '考生姓名', '名字', 'name'],
  idNumber: ['身份证号', '身份证', '身份证号码', '公民身份号码', '证件号', '证件号码', '有效证件号码', 'idnumber'],
  phone: ['手机号', '手机', '手机号码', '电话', '联系电话', '移动电话', 'phone'],
  year: ['考试年度', '年度', '年份', '考试年份', '报考年度', 'year'],
  level: ['级别', '报考级别', '考试级别', '报考等级', '等级', '报名级别', 'level'],
  site: ['考区', '考点', '考区考点', '考试地点', '报名点', '报考地区', '考点名称', 'site'],
  ticket: ['准考证号', '准考证', '准考证号码', 'ticket'],
  comprehensive: [
    '综合能力',
    '社会工作综合能力',
    '综合能力成绩',
    '社会工作综合能力成绩',
    '综合成绩',
    '综合',
    'comprehensive',
  ],
  practice: ['实务', '社会工作实务', '实务成绩', '社会工作实务成绩', 'practice'],
  law: ['法规与政策', '社会工作法规与政策', '法规与政策成绩', '社会工作法规与政策成绩', '法规', '法规成绩', 'law'],
  overall: ['报考情况', '考试情况', '考试结果', '合格情况', '是否合格', '总评', '结果', 'result'],
};

export const examHeadings = /* @__PURE__ */ headingsOf(EXAM_HEADINGS);
