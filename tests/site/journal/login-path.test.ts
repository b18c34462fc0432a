import { describe, expect, it } from 'vitest';
import { returnPath } from '../../../functions/contract/public/session.ts';
import { loginPath } from '../../../site/src/journal/login-path.ts';

function wayBack(path: string): string | null {
  return new URLSearchParams(loginPath(path).split('?')[1]).get('return');
}

describe('loginPath', () => {
  it.each(['/', '/practice/?chapter=4&kind=multiple', '/%E7%BB%83%E4%B9%A0/'])('comes back to %s', (path) => {
    expect(wayBack(path)).toBe(path);
  });

  it.each(['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example', '/练习', `/${'a'.repeat(300)}`])(
    'goes to the front page for %s, as the login route takes no such way back',
    (path) => {
      expect(wayBack(path)).toBe('/');
      expect(returnPath.safeParse(path).success).toBe(false);
    },
  );
});
