// What one's own data says of the address one is written to, in Chinese.
import type { RefusalReason } from '../../../functions/contract/problems.ts';
import type { EmailFault } from '../../../functions/domain/people/email.ts';

export const emailZh = {
  title: '邮箱',
  lead: '留一个邮箱，报了名的培训改时间、换地点、取消，轮到你递补，报名审核有结果，或者结业证书开出时，会发邮件告诉你。可以不留：「我的培训」里也看得到。',
  only: '只有你自己看得到，单位看不到。不用来登录，也不给别人。',
  field: '邮箱地址',
  hint: '会往这个地址发一封信，打开信里的链接才算数。',
  send: '发确认邮件',
  faults: {
    empty: '请填写邮箱地址。',
    length: '邮箱地址太长：@ 前面最多 64 个字符，一共最多 254 个。',
    characters: '邮箱地址里有不能用的字符，例如空格或汉字。',
    form: '邮箱地址的格式不对，应像 name@example.com。',
  } satisfies Record<EmailFault, string>,
  waiting: (email: string) => `等待确认：${email}`,
  waitingText: (when: string) => `确认邮件已发出。请在 ${when} 之前打开信里的链接；没收到的话，也看看垃圾邮件。`,
  overText: '信里的链接已过期，这个邮箱还没有确认。需要时再发一次。',
  stillOld: '新邮箱确认之前，邮件仍发到这里。',
  confirmed: (email: string) => `已确认：${email}`,
  since: (day: string) => `${day} 确认`,
  notices: '培训有变动时发邮件给我',
  noticesOff: '现在不发邮件。变动请到「我的培训」看。',
  again: '再发一次',
  change: '换一个邮箱',
  stay: '不换了',
  cancel: '取消',
  remove: '删除邮箱',
  removeText: (email: string) =>
    `删除后，不再给 ${email} 发邮件，我们也不再保存它。报名和「我的培训」里的通知不受影响。`,
  removeSure: '删除',
  removeNot: '不删除',
  sent: '确认邮件已发出。',
  removed: '邮箱已删除。',
  stayed: '邮箱没有换。',
  turnedOn: '以后有变动会发邮件给你。',
  turnedOff: '以后不再发邮件。',
  confirming: '正在确认邮箱…',
  done: '邮箱已确认。',
  guest: '登录后就能确认这个邮箱。请用填写它的那个账号登录。',
  problems: {
    conflict: '邮箱刚刚在别处被改过。请再试一次。',
    offline: '没有连上服务器，邮箱没有改动。请检查网络后再试。',
  },
  reasons: {
    'mail-code-unknown': '这个链接不能用：可能已发过更新的链接，邮箱已删除，或者填写这个邮箱的是另一个账号。',
    'mail-code-expired': '这个链接已过期（24 小时内有效）。请再发一次确认邮件。',
    'mails-most': '一小时内最多发 3 封确认邮件。请过一会儿再试，也看看垃圾邮件。',
    'person-deleted': '账号已注销，不能再留邮箱。',
  } satisfies { [R in RefusalReason]?: string },
};

/** What the address of one's own says; every other language says all of it. */
export type EmailWords = typeof emailZh;
