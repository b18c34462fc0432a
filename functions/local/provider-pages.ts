// The pages of the embedded provider: signing in as a demo person, signing out, and what went wrong. No script, no inline style.
import { MOUNT } from './identity.ts';
import { type DemoPerson, type Role, roleNames } from './people.ts';

const STYLE = `${MOUNT}/style.css`;

/** The login page: every demo person is a button, grouped by role. `action` is where the choice is posted. */
export function loginPage(people: readonly DemoPerson[], action: string): string {
  const groups = (Object.keys(roleNames) as Role[]).map((role) => group(role, people)).join('');
  return page(
    '演示登录',
    `<h1>您想以谁的身份登录？</h1>
<p class="note">这是本机的演示登录：没有密码，人员都是演示用的，数据只保存在这台电脑上。
<span lang="en">Demo sign-in of this machine: no password, no real people.</span></p>
<form method="post" action="${escaped(action)}">${groups}
<p class="leave"><button class="plain" name="cancel" value="yes">取消，不登录</button></p></form>`,
  );
}

function group(role: Role, people: readonly DemoPerson[]): string {
  const buttons = people
    .filter((person) => person.role === role)
    .map(
      ({ sub, name, about }) =>
        `<li><button name="sub" value="${escaped(sub)}"><strong>${escaped(name)}</strong><span>${escaped(about)}</span></button></li>`,
    );
  if (buttons.length === 0) return '';
  return `<section aria-labelledby="role-${role}"><h2 id="role-${role}">${roleNames[role]}</h2><ul>${buttons.join('')}</ul></section>`;
}

/** Asks before ending the provider's session. `form` is the provider's own, with the id `op.logoutForm`. */
export function logoutPage(form: string): string {
  return page(
    '退出登录',
    `<h1>要退出登录吗？</h1>
<p>退出后，再次登录时可以另选一位演示人员。</p>${form}
<p><button class="main" form="op.logoutForm" name="logout" value="yes">退出登录</button></p>
<p class="leave"><a href="/">返回首页</a></p>`,
  );
}

export function loggedOutPage(): string {
  return page('已退出登录', '<h1>已退出登录</h1><p><a href="/">返回首页</a></p>');
}

/** One step that a browser is to take by a button, because nothing here runs a script. `inputs` is HTML that is escaped already. */
export function continuePage(action: string, inputs: string): string {
  return page(
    '继续',
    `<h1>还差一步</h1><p>您正在换一个身份登录。</p>
<form method="post" action="${action}">${inputs}<p><button class="main">继续</button></p></form>`,
  );
}

/** What went wrong, in words for a person; `code` is the protocol's, for whoever looks into it. */
export function errorPage(code: string, detail: string): string {
  return page(
    '登录没有完成',
    `<h1>登录没有完成</h1><p>这次登录可能已过期，或不是从本站开始的。请返回首页，再登录一次。</p>
<p><a class="main" href="/">返回首页</a></p>
<p class="note" lang="en">${escaped(code)}: ${escaped(detail)}</p>`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${title} · 助人学堂</title><link rel="stylesheet" href="${STYLE}"></head>
<body><main><p class="site">助人学堂</p>${body}</main></body></html>
`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
