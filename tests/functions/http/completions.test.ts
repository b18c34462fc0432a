// Certificates of completion at the edges: issueCompletions, changeCompletion, listCompletions, listMyCompletions, completionFile, and for everybody
// verifyCompletion and listCompletionKeys.
import { compactVerify, importJWK } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hall, openHall, staffOf } from '../../support/door.ts';
import type { Came } from '../../support/staff.ts';
import { ORIGIN, type SignedIn } from '../../support/world.ts';

let hall: Hall;
let holder: SignedIn;
let absent: SignedIn;
const GUEST = { headers: { origin: ORIGIN } } as SignedIn;

beforeAll(async () => {
  hall = await openHall();
  [holder, absent] = [await hall.come(), await hall.come()];
  hall.at(-5);
  await hall.checkIn(holder, await hall.scan());
  hall.at(180);
  await hall.checkIn(holder, await hall.scan('out'));
  hall.at(600);
}, 60_000);
afterAll(() => hall.close());

const issue = (people: string[], who?: SignedIn) =>
  hall.send(`documents/courses/${hall.course}/completions`, { people }, who);
const close = async () => {
  const version = (await hall.world.deps.store.courses.get(hall.course))?.version;
  return hall.send(`trainer/courses/${hall.course}/closing`, { version });
};
const verify = (number: string) => hall.get(`public/completions/${number}`, GUEST);
const file = (number: string, who: SignedIn) =>
  hall.transport.send(`/api/documents/completions/${number}`, { headers: who.headers });

describe('issueCompletions', () => {
  it('is refused before the course is closed', async () => {
    expect(await issue([holder.person])).toMatchObject({ status: 422, reason: 'course-not-closed' });
  });

  it('issues one to whoever has hours, once, also when two ask at the same time', async () => {
    await close();
    const both = await Promise.all([issue([holder.person]), issue([holder.person, absent.person])]);
    const outcomes = both.flatMap(({ lines }) => lines).filter(({ person }: Came) => person === holder.person);
    expect(outcomes.map(({ outcome }: Came) => outcome).sort()).toEqual(['new', 'same']);
    expect(new Set(outcomes.map(({ number }: Came) => number)).size).toBe(1);
    expect(both[1].lines[1]).toEqual({ person: absent.person, outcome: 'refused', reason: 'no-hours' });
    const { completions } = await hall.get(`documents/courses/${hall.course}/completions`);
    expect(completions).toMatchObject([{ person: holder.person, minutes: 180, status: 'valid' }]);
  });
});

describe('verifyCompletion and listCompletionKeys', () => {
  it('tell anybody what a number says, with the name masked and no id in it', async () => {
    const { completions } = await hall.get(`candidate/people/${holder.person}/completions`, holder);
    const [{ number }] = completions;
    const shown = await verify(number);
    expect(shown).toMatchObject({ status: 'valid', name: '考*', minutes: 180, minutesPerHour: 45 });
    expect(JSON.stringify(shown)).not.toContain(holder.person);
    expect((await verify('2026-0000-0000-0000')).code).toBe('not_found');
  });

  it('let a signature be checked without asking us, and find a single changed sign', async () => {
    const [held] = await hall.world.deps.store.completions.ofPerson(holder.person);
    const { keys } = await hall.get('public/completion-keys', GUEST);
    expect(keys).toHaveLength(1);
    expect(JSON.stringify(keys)).not.toContain('"d"');
    const key = await importJWK(keys[0], 'ES256');
    const jws = held?.signature as string;
    const { payload, protectedHeader } = await compactVerify(jws, key);
    expect(protectedHeader.kid).toBe(keys[0].kid);
    expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({ n: held?.number, p: '考生', m: 180 });
    const [head, body, tail] = jws.split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
    const forged = Buffer.from(JSON.stringify({ ...claims, m: 181 })).toString('base64url');
    await expect(compactVerify(`${head}.${forged}.${tail}`, key)).rejects.toThrow();
  });
});

describe('completionFile', () => {
  it('is the holder’s and the issuer’s, and nobody else’s', async () => {
    const [held] = await hall.world.deps.store.completions.ofPerson(holder.person);
    const number = held?.number as string;
    for (const who of [holder, hall.trainer]) {
      const response = await file(number, who);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
      expect(new TextDecoder('latin1').decode((await response.arrayBuffer()).slice(0, 5))).toBe('%PDF-');
    }
    expect((await file(number, absent)).status).toBe(404);
    expect((await file(number, await staffOf(hall.world, 'trainer', '31'))).status).toBe(404);
  }, 60_000);
});

describe('changeCompletion', () => {
  const change = (number: string, kind: string) =>
    hall.send(`documents/completions/${number}/changes`, { kind, why: '姓名有误' });

  it('puts another in its place, and keeps the history of both', async () => {
    const [before] = await hall.world.deps.store.completions.ofPerson(holder.person);
    const number = before?.number as string;
    const { replacement, status } = await change(number, 'reissue');
    expect(status).toBe('replaced');
    expect(await verify(number)).toMatchObject({ status: 'replaced' });
    expect(await verify(replacement)).toMatchObject({ status: 'valid' });
    expect((await change(number, 'reissue')).reason).toBe('completion-state');
    const { completions } = await hall.get(`candidate/people/${holder.person}/completions`, holder);
    expect(completions.map(({ number: one, replacedBy }: Came) => [one, replacedBy])).toEqual([
      [replacement, undefined],
      [number, replacement],
    ]);
    expect(await issue([holder.person])).toMatchObject({ lines: [{ outcome: 'same', number: replacement }] });
  });

  it('revokes, with who and why in the audit; what is revoked is printed no more', async () => {
    const own = await hall.world.deps.store.completions.ofPerson(holder.person);
    const { number } = own.find(({ status }) => status === 'valid') as { number: string };
    expect(await change(number, 'revoke')).toMatchObject({ status: 'revoked' });
    expect(await verify(number)).toMatchObject({ status: 'revoked', endedOn: '2026-04-01' });
    expect((await file(number, holder)).status).toBe(422);
    const { lines } = await hall.world.deps.store.audit.list('21', { limit: 1 });
    expect(lines[0]).toMatchObject({ action: 'changeCompletion', why: '姓名有误', after: { status: 'revoked' } });
  });
});

describe('courseCompletionsFile', () => {
  const part = (who: SignedIn, from?: string) => {
    const query = from === undefined ? '' : `?from=${encodeURIComponent(from)}`;
    return hall.transport.send(`/api/documents/courses/${hall.course}/completions/file${query}`, {
      headers: who.headers,
    });
  };
  const pagesIn = async (response: Response) =>
    (await response.arrayBuffer().then((bytes) => Buffer.from(bytes).toString('latin1'))).match(/\/Type \/Page\b/g)
      ?.length;

  it('is refused when none holds, and is not there for whoever does not issue', async () => {
    expect((await (await part(hall.trainer)).json()).reason).toBe('no-completions');
    expect((await part(holder)).status).toBe(404);
  });

  it('is one PDF of all that hold, part after part; names that cannot be drawn are told', async () => {
    const { completions } = hall.world.deps.store;
    const [before] = await completions.ofPerson(holder.person);
    if (before === undefined) throw new Error('no completion');
    const { ended: _, replaces: _r, ...statement } = before;
    const NAMES = ['王\uE000', ...Array<string>(51).fill('王小明')];
    for (const [i, name] of NAMES.entries()) {
      const number = `2026-0000-0001-${String(i).padStart(4, '0')}`;
      const person = `printed-${String(i).padStart(4, '0')}`;
      await completions.put({ added: { ...statement, person, n: 1, name, number, status: 'valid' } }, []);
    }
    const first = await part(hall.trainer);
    const { headers } = first;
    expect([first.status, headers.get('content-type'), headers.get('zhuren-pages')]).toEqual([
      200,
      'application/pdf',
      '49',
    ]);
    expect(headers.get('zhuren-unprinted')).toBe('2026-0000-0001-0000');
    expect(await pagesIn(first)).toBe(49);
    const last = await part(hall.trainer, headers.get('zhuren-next') as string);
    expect([last.headers.get('zhuren-pages'), last.headers.get('zhuren-next')]).toEqual(['2', null]);
    expect(await pagesIn(last)).toBe(2);
  }, 120_000);
});

it('shows one’s own to oneself alone', async () => {
  expect((await hall.get(`candidate/people/${holder.person}/completions`, absent)).status).toBe(404);
});
