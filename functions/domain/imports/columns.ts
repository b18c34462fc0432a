// The columns of a list of people, by the headings that such lists have.
import type { Column } from './column-names.ts';
import { headingsOf, type Matched } from './headings.ts';

/** Headings of each column; the first is the one that the template has. */
export const HEADINGS: Readonly<Record<Column, readonly [string, ...string[]]>> = {
  unit: [
    '所在机构',
    '机构',
    '机构名称',
    '单位',
    '单位名称',
    '所在单位',
    '工作单位',
    '所属单位',
    '社工站',
    '站点',
    'unit',
  ],
  name: ['姓名', '名字', '人员姓名', '社工姓名', 'name'],
  phone: ['手机号', '手机', '手机号码', '电话', '电话号码', '联系电话', '联系方式', '移动电话', 'phone'],
  idNumber: ['身份证号', '身份证', '身份证号码', '公民身份号码', '公民身份证号码', '证件号', '证件号码', 'idnumber'],
  post: ['岗位', '岗位类别', '岗位名称', '职务', '职位', '人员类别', '人员类型', 'post'],
  established: ['是否在编', '在编', '编制', '有无编制', '是否有编制', '是否编制内', 'established'],
  education: ['学历', '最高学历', '文化程度', 'education'],
  isSocialWorkMajor: ['专业是否社会工作', '是否社会工作专业', '是否社工专业', '社会工作专业', '社工专业', 'major'],
  from: ['入职日期', '入职时间', '上岗日期', '上岗时间', '到岗日期', '到岗时间', '任职日期', '开始日期', 'from'],
  certificateLevel: ['证书级别', '证书等级', '持证级别', '社工证级别', '职业资格级别', 'certificatelevel'],
  certificateNumber: ['证书编号', '证书号', '证书号码', '证书管理号', '管理号', '社工证编号', 'certificatenumber'],
  issued: ['发证日期', '发证时间', '取证日期', '取证时间', '证书取得日期', '证书取得时间', '批准日期', 'issued'],
  registered: ['登记日期', '登记时间', '证书登记日期', '证书登记时间', 'registered'],
  registrationFrom: ['登记有效期起', '登记有效期开始', '登记有效期自', '登记起始日期', 'registrationfrom'],
  registrationTo: ['登记有效期止', '登记有效期结束', '登记有效期至', '登记截止日期', 'registrationto'],
};

/** Without these a row cannot become a person; besides, a phone or an identity number is needed. Without `unit` all work at one unit. */
export const NEEDED: readonly Column[] = ['name', 'post'];

const PEOPLE = headingsOf(HEADINGS);

/** The column of a heading: spaces, stars, remarks in brackets and the width of signs make no difference. */
export function columnOf(heading: string): Column | undefined {
  return PEOPLE.columnOf(heading);
}

/** Matches a row of headings; of two for one column the first counts. */
export function matchHeadings(headings: readonly string[]): Matched<Column> {
  return PEOPLE.match(headings);
}

/** Which of the first rows holds the headings: the one with the most known ones, two at least; undefined when there is none. */
export function headingRow(rows: readonly (readonly string[])[]): number | undefined {
  return PEOPLE.rowIn(rows);
}
