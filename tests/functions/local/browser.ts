// A browser's part in a sign-in: keeps cookies by path, follows redirects one at a time, posts forms.
import { ask, type Heard } from './ask.ts';

interface Cookie {
  value: string;
  path: string;
}

export function makeBrowser(origin: string) {
  const jar = new Map<string, Cookie>();

  function keep(header: string): void {
    const [pair = '', ...attributes] = header.split('; ');
    const [name = '', value = ''] = pair.split('=');
    const read = (key: string) => attributes.find((one) => one.toLowerCase().startsWith(key))?.slice(key.length);
    const path = read('path=') ?? '/';
    if (value === '' || read('expires=')?.includes('1970')) jar.delete(`${path} ${name}`);
    else jar.set(`${path} ${name}`, { value, path });
  }

  async function go(url: string, form?: Record<string, string>, extra: Record<string, string> = {}): Promise<Heard> {
    const { pathname, search } = new URL(url, origin);
    const cookies = [...jar].filter(
      ([, { path }]) => pathname === path || pathname.startsWith(path.replace(/\/?$/, '/')),
    );
    const cookie = cookies.map(([key, { value }]) => `${key.split(' ')[1]}=${value}`).join('; ');
    const headers = { accept: 'text/html', ...(cookie && { cookie }) };
    const post = { origin, 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await ask(origin, {
      path: pathname + search,
      method: form ? 'POST' : 'GET',
      headers: { ...headers, ...(form && post), ...extra },
      ...(form && { body: new URLSearchParams(form).toString() }),
    });
    for (const header of answer.headers['set-cookie'] ?? []) keep(header);
    return answer;
  }

  return { go, cookies: () => [...jar.keys()].map((key) => key.split(' ')[1]) };
}
