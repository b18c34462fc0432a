// The demo people of a machine: who the embedded provider lets in. Named by what they are, so nobody takes them for somebody real.
// What each may do is given to them by the seed (seed-demo.ts).

export type Role = 'candidate' | 'worker' | 'trainer' | 'station' | 'bureau' | 'auditor' | 'operator';

export interface DemoPerson {
  /** The provider's subject. */
  sub: string;
  name: string;
  role: Role;
  /** One sentence for the login page: what can be seen as this person. */
  about: string;
}

export const roleNames: Record<Role, string> = {
  candidate: '考生',
  worker: '社工',
  trainer: '培训老师',
  station: '社工站',
  bureau: '主管部门',
  auditor: '审计',
  operator: '平台运维',
};

export const demoPeople: DemoPerson[] = [
  {
    sub: 'demo-candidate-practised',
    name: '考生（演示·有学习记录）',
    role: 'candidate',
    about: '已练习过一些题目，可以看到进度和错题本。',
  },
  { sub: 'demo-candidate-new', name: '考生（演示·新用户）', role: 'candidate', about: '第一次登录，还没有任何记录。' },
  { sub: 'demo-trainer', name: '培训老师（演示）', role: 'trainer', about: '发布并组织培训的人，在九江市。' },
  { sub: 'demo-liaison', name: '社工站联络员（演示）', role: 'station', about: '管理九江市一个乡镇社工站的人员。' },
  { sub: 'demo-bureau', name: '县级主管部门（演示）', role: 'bureau', about: '查看和县的机构、人员和统计，不能改动。' },
  {
    sub: 'demo-bureau-city',
    name: '市级主管部门（演示·九江）',
    role: 'bureau',
    about: '管理九江市全部机构和人员：192 个乡镇社工站、13 个县级总站。',
  },
  {
    sub: 'demo-bureau-county',
    name: '县级主管部门（演示·和县·补贴）',
    role: 'bureau',
    about: '管理和县的机构和人员，办理持证补贴：列入公示、发放。',
  },
  { sub: 'demo-auditor', name: '审计（演示）', role: 'auditor', about: '查看江西省的机构、人员和操作日志，不能改动。' },
  { sub: 'demo-operator', name: '平台运维（演示）', role: 'operator', about: '查看和管理全部省份的机构和角色。' },
  {
    sub: 'demo-worker-county',
    name: '社工（演示·和县）',
    role: 'worker',
    about: '在和县一个乡镇社工站，取得助理社会工作师不久，可以申请持证补贴。',
  },
  {
    sub: 'demo-worker',
    name: '社工（演示·已持证）',
    role: 'worker',
    about: '在九江市一个乡镇社工站，已登记为助理社会工作师，可以看到继续教育还差多少学时。',
  },
];
