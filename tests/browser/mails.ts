// The mails that the product has sent: files, where a mail server would be.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, vi } from 'vitest';
import { type Parsed, parsed } from '../functions/mail/parsed.ts';

/** The timer looks every few seconds, and waits a moment for further changes of a course. */
const SENT_MS = 30_000;

/** All mails to an address, once there are as many, in no order. */
export function mailsTo(address: string, count: number): Promise<Parsed[]> {
  const look = () => {
    const found = all().filter(({ head }) => head.get('to') === address);
    expect(found).toHaveLength(count);
    return found;
  };
  return vi.waitFor(look, { timeout: SENT_MS, interval: 200 });
}

/** The path of the site that a mail's first link leads to, with its fragment. */
export function linkIn({ body }: Parsed): string {
  const [link] = /http:\S+/.exec(body) ?? [];
  if (link === undefined) throw new Error('the mail holds no link');
  return link.replace(inject('origin'), '');
}

/** A mail that is still being written has another name. */
function all(): Parsed[] {
  const folder = inject('mail');
  const names = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  return names.map((name) => parsed(readFileSync(join(folder, name))));
}
