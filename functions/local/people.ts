// The demo people of a machine: who the embedded provider lets in. Named by what they are, so nobody takes them for somebody real.

export type Role = 'candidate' | 'trainer' | 'bureau';

export interface DemoPerson {
  /** The provider's subject. */
  sub: string;
  name: string;
  role: Role;
  /** One sentence for the login page: what can be seen as this person. */
  about: string;
}

export const roleNames: Record<Role, string> = { candidate: '考生', trainer: '培训老师', bureau: '主管部门' };

export const demoPeople: DemoPerson[] = [
  {
    sub: 'demo-candidate-practised',
    name: '考生（演示·有学习记录）',
    role: 'candidate',
    about: '已练习过一些题目，可以看到进度和错题本。',
  },
  { sub: 'demo-candidate-new', name: '考生（演示·新用户）', role: 'candidate', about: '第一次登录，还没有任何记录。' },
  { sub: 'demo-trainer', name: '培训老师（演示）', role: 'trainer', about: '发布并组织培训的人。' },
  { sub: 'demo-bureau', name: '县级主管部门（演示）', role: 'bureau', about: '查看本地区统计的人。' },
];
