// Chinese: why a rule of courses or of enrolling stands against something, which the pages of candidates and of staff both say; and what was done.
import type { EnrolRefusal } from '../../../functions/domain/courses/enrolling.ts';
import type { CourseRefusal } from '../../../functions/domain/courses/moves.ts';

export const enrolmentReasonsZh = {
  'course-state': '这个培训班现在的状态不能这样做。请刷新后再看。',
  'session-unknown': '没有这一场。请刷新后再看。',
  'session-cancelled': '这一场已经取消。',
  'session-over': '这一场已经结束，不能再改。',
  'sessions-too-many': '一个培训班最多 44 场。请分成几个班。',
  'last-session': '已发布的班至少要留一场。如果不办了，请取消整个培训班。',
  'unit-not-eligible': '这个班只面向指定单位的人员，你所在的单位不在其中。',
  'post-not-eligible': '这个班只面向指定岗位的人员。',
  'level-not-eligible': '这个班对证书级别有要求，你目前不符合。',
  'course-cancelled': '这个培训班已经取消。',
  'course-closed': '这个培训班已经结束或还没有发布。',
  'enrolment-not-open': '报名还没有开始。',
  'enrolment-over': '报名已经截止。',
  'already-enrolled': '已经报过名了。',
  'unit-needed': '这个班要由单位同意，而你现在没有任职单位。请先联系单位登记任职。',
  'no-second-offer': '名额已满。你放弃过或错过了递补，不能再次候补；有空余名额时仍可报名。',
  'offer-over': '递补的时间已过，名额已让给下一位。',
  'enrolment-state': '报名的状态已经变了，现在不能这样做。请刷新后再看。',
} satisfies Record<CourseRefusal | EnrolRefusal, string>;

/** What was done about courses and enrolments, as the audit tells it. */
export const trainingActsZh = {
  createCourse: '新建培训班',
  copyCourse: '复制培训班',
  changeCourse: '修改培训班',
  publishCourse: '发布培训班',
  cancelCourse: '取消培训班',
  closeEnrolment: '截止报名',
  changeCapacity: '调整名额',
  addSessions: '增加场次',
  changeSession: '调整场次',
  cancelSession: '取消场次',
  enrolOthers: '代为报名',
  approveEnrolment: '同意报名',
  refuseEnrolment: '不同意报名',
  removeEnrolment: '移出培训班',
  mark: '登记或撤销签到',
  decideExcuse: '处理请假',
  decideSuspicion: '核实疑点',
  closeCourse: '结班',
  proposeCorrection: '提出更正签到',
  approveCorrection: '处理更正签到',
  issueCertificate: '发结业证书',
  changeCompletion: '撤销或换发结业证书',
};
