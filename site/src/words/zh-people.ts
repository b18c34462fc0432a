// What is said of people on the staff's pages and on one's own alike, in Chinese: posts, roles, certificates, and what is wrong with a number.
import type { IdNumberFault } from '../../../functions/domain/people/id-number.ts';
import type { PhoneFault } from '../../../functions/domain/people/phone.ts';

export const peopleZh = {
  notGiven: '未填写',
  since: (day: string) => `${day} 起`,
  span: (from: string, to: string) => `${from} 至 ${to}`,
  workPosts: {
    'social-worker': '社工',
    'community-worker': '社区工作者',
    'grid-worker': '网格员',
    supervisor: '督导',
    volunteer: '志愿者',
    other: '其他',
  },
  educations: { secondary: '高中或中专', college: '大专', bachelor: '本科', master: '硕士', doctor: '博士' },
  pools: { expert: '专家库', talent: '人才库', supervisor: '督导人才（头雁）' },
  roleNames: {
    candidate: '考生',
    worker: '社工',
    trainer: '培训老师',
    liaison: '联络员',
    'unit-manager': '单位管理员',
    'bureau-reader': '主管部门查阅',
    'bureau-manager': '主管部门管理',
    auditor: '审计',
    operator: '运维',
  },
  registration: {
    due: (day: string) => `未登记，请在 ${day} 前办理`,
    late: (day: string) => `未登记，已过 ${day} 的期限`,
    valid: (day: string) => `登记有效至 ${day}`,
    renewable: (day: string) => `登记 ${day} 到期，现在可以办理延续`,
    lapsed: (day: string) => `登记已于 ${day} 失效`,
  },
  phoneFaults: {
    empty: '请填写手机号。',
    characters: '手机号只能有数字。',
    length: '手机号是 11 位数字。',
    'not-mobile': '这不是大陆手机号。',
  } satisfies Record<PhoneFault, string>,
  idFaults: {
    empty: '请填写身份证号。',
    'fifteen-digits': '15 位的旧号码已经停用，请填写 18 位号码。',
    length: '身份证号是 18 位。',
    characters: '身份证号是 17 位数字，最后一位是数字或 X。',
    birthday: '号码里的出生日期不存在，请核对。',
    unborn: '号码里的出生日期还没有到，请核对。',
    checksum: '最后一位校验不对，可能有一位填错了。',
  } satisfies Record<IdNumberFault, string>,
};

/** Everything said of people; every other language says all of it. */
export type PeopleWords = typeof peopleZh;
