// The door as its keepers have it: listMarks, addMarks, relayMarks, listSuspicions, decideSuspicion, and leave: askExcuse, decideExcuse, listExcuses.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf, msOf } from '../../../functions/domain/time.ts';
import { freshRequest, MORNING } from '../../support/courses.ts';
import { type Hall, openHall, staffOf } from '../../support/door.ts';
import type { Came } from '../../support/staff.ts';
import type { SignedIn } from '../../support/world.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await openHall({ plan: { walkIns: true } });
});
afterAll(() => hall.close());

const path = (end: string) => `trainer/sessions/${hall.session}/${end}`;
const minute = (minutes: number) => instantOf(msOf(MORNING.startsAt) + minutes * 60_000);
const byHand = (marks: object[], more = {}) =>
  hall.send(path('marks'), { request: freshRequest(), why: '手机没电', marks, ...more });
const marksOf = (person: string) => hall.world.deps.store.marks.ofPerson(hall.session, person);

describe('listMarks', () => {
  it('counts who came, who is in and who has left, and brings what is new since a cursor', async () => {
    hall.at(0);
    const before: Came = await hall.get(path('marks'));
    const [a, b] = [await hall.come(), await hall.come()];
    for (const who of [a, b]) await hall.checkIn(who, await hall.scan());
    hall.at(1);
    await hall.checkIn(b, await hall.scan('out'));
    const { counts, marks, cursor } = await hall.get(path('marks'));
    expect(counts).toEqual({
      came: before.counts.came + 2,
      in: before.counts.in + 1,
      left: before.counts.left + 1,
    });
    hall.at(2);
    await hall.checkIn(b, await hall.scan());
    const fresh = await hall.get(`${path('marks')}?since=${cursor}`);
    expect(fresh.marks.map(({ person, n }: Came) => [person, n])).toEqual([
      [b.person, 2],
      [b.person, 3],
    ]);
    expect(marks.length).toBeGreaterThan(fresh.marks.length);
    expect(fresh.counts.in).toBe(counts.in + 1);
  });

  it('names a walk-in, who is on no roster', async () => {
    hall.at(3);
    const stranger = await staffOf(hall.world, 'candidate');
    expect(await hall.checkIn(stranger, await hall.scan())).toMatchObject({ stored: 'new', walkIn: true });
    const { marks } = await hall.get(path('marks'));
    expect(marks.find(({ person }: Came) => person === stranger.person).walkIn).toBe('考生');
  });
});

describe('addMarks', () => {
  it('marks many by hand, line by line, each with who, when and why in the audit', async () => {
    hall.at(30);
    const [a, b] = [await hall.come(), await hall.come()];
    await hall.checkIn(b, await hall.scan());
    const lines = [a, b].map(({ person }) => ({ kind: 'in', person, at: minute(5) }));
    const nobody = { kind: 'in', person: 'nobody-at-all' };
    hall.at(31);
    const done = await byHand([...lines, nobody]);
    // Whoever is in at 09:05 is not known to be so at 09:30 alone: the earlier arrival is a fact of its own.
    expect(done.lines).toEqual([
      { line: 0, outcome: 'new', n: 1 },
      { line: 1, outcome: 'new', n: 2 },
      { line: 2, outcome: 'refused', reason: 'not-enrolled' },
    ]);
    const [mark] = await marksOf(a.person);
    expect(mark).toMatchObject({
      how: 'manual',
      by: hall.trainer.person,
      why: '手机没电',
      at: minute(5),
      receivedAt: minute(31),
    });
    const { lines: audit } = await hall.world.deps.store.audit.list('21', { limit: 5 });
    expect(audit.filter(({ action }) => action === 'mark').map(({ why }) => why)).toEqual(['手机没电', '手机没电']);
  });

  it('changes nothing when it is sent again, and refuses another body under the same request', async () => {
    hall.at(32);
    const { person } = await hall.come();
    const request = freshRequest();
    const marks = [{ kind: 'in', person }];
    expect((await byHand(marks, { request })).lines).toEqual([{ line: 0, outcome: 'new', n: 1 }]);
    expect((await byHand(marks, { request })).lines).toEqual([{ line: 0, outcome: 'same', n: 1 }]);
    expect(await byHand([{ kind: 'out', person }], { request })).toMatchObject({ status: 422, code: 'request_reused' });
  });

  it('takes a mark back by another mark, and the code of what was taken back opens nothing again', async () => {
    hall.at(33);
    const who = await hall.come();
    const code = await hall.scan();
    await hall.checkIn(who, code);
    const taken = [{ kind: 'void', person: who.person, of: 1 }];
    expect((await byHand(taken)).lines).toEqual([{ line: 0, outcome: 'new', n: 2 }]);
    expect((await byHand(taken)).lines).toEqual([{ line: 0, outcome: 'same', n: 2 }]);
    expect((await hall.checkIn(who, code)).reason).toBe('code-used');
    expect((await byHand([{ kind: 'void', person: who.person, of: 7 }])).lines[0].reason).toBe('no-such-mark');
  });

  it('refuses what is yet to come', async () => {
    hall.at(34);
    const { person } = await hall.come();
    expect((await byHand([{ kind: 'in', person, at: minute(35) }])).lines[0]).toMatchObject({
      reason: 'mark-in-future',
    });
  });
});

describe('relayMarks', () => {
  const relay = (marks: object[], sentAt = hall.world.clock.now) =>
    hall.send(path('relays'), { device: 'door-device-1', sentAt, marks });

  it('keeps what a device without network has written down, once', async () => {
    hall.at(90);
    const [a, b] = [await hall.come(), await hall.come()];
    const marks = [
      { seq: 1, person: a.person, kind: 'in', at: minute(-5) },
      { seq: 2, person: b.person, kind: 'in', at: minute(89) },
    ];
    const first = await relay(marks);
    expect(first).toMatchObject({ clockOffMs: 0, lines: [{ outcome: 'new' }, { outcome: 'new' }] });
    hall.at(95);
    expect((await relay(marks)).lines).toEqual([
      { line: 0, outcome: 'same', n: 1 },
      { line: 1, outcome: 'same', n: 1 },
    ]);
    expect((await marksOf(a.person)).map(({ how, at }) => [how, at])).toEqual([['offline', minute(-5)]]);
    expect((await marksOf(b.person)).map(({ how }) => how)).toEqual(['relayed']);
  });

  it('keeps it once also when both deliveries come at the same time', async () => {
    hall.at(96);
    const { person } = await hall.come();
    const marks = [{ seq: 20, person, kind: 'in', at: minute(90) }];
    const both = await Promise.all([relay(marks), relay(marks)]);
    expect(both.flatMap(({ lines }) => lines.map(({ outcome }: Came) => outcome)).sort()).toEqual(['new', 'same']);
    expect(await marksOf(person)).toHaveLength(1);
  });

  it('refuses a number that stood for another mark', async () => {
    hall.at(97);
    const { person } = await hall.come();
    const marks = [{ seq: 1, person, kind: 'in', at: minute(80) }];
    expect((await relay(marks)).lines).toEqual([{ line: 0, outcome: 'refused', reason: 'number-reused' }]);
  });

  it('says how far the device’s clock is off, and puts its marks right', async () => {
    hall.at(100);
    const { person } = await hall.come();
    const marks = [{ seq: 30, person, kind: 'in', at: minute(100 + 60) }];
    const done = await relay(marks, minute(100 + 70));
    expect(done).toMatchObject({ clockOffMs: 70 * 60_000, lines: [{ outcome: 'new' }] });
    expect((await marksOf(person))[0]).toMatchObject({ at: minute(90), claimedAt: minute(160) });
  });
});

describe('listSuspicions', () => {
  it('tells of one phone that marked several people, and of nobody else', async () => {
    hall.at(110);
    const [a, b, honest] = [await hall.come(), await hall.come(), await hall.come()];
    const phone = { device: 'the-phone-of-both' };
    await hall.checkIn(a, await hall.scan(), phone);
    await hall.checkIn(b, await hall.scan(), phone);
    await hall.checkIn(honest, await hall.scan(), { device: 'a-phone-of-ones-own' });
    const { suspicions } = await hall.get(path('suspicions'));
    const about = (person: string) => suspicions.filter((one: Came) => one.person === person);
    expect(about(a.person)).toMatchObject([{ code: 'shared-device', people: [b.person] }]);
    expect(about(b.person)).toMatchObject([{ code: 'shared-device', people: [a.person] }]);
    expect(about(honest.person)).toEqual([]);
  });
});

describe('decideSuspicion', () => {
  /** Two with one phone, and the sign about each. */
  async function pair(device: string) {
    const [a, b] = [await hall.come(), await hall.come()];
    for (const who of [a, b]) await hall.checkIn(who, await hall.scan(), { device });
    return { a, b };
  }
  const signsOf = async (person: string, who?: SignedIn) => {
    const { suspicions, names } = await hall.get(path('suspicions'), who);
    return { own: suspicions.filter((one: Came) => one.person === person), names };
  };
  const decide = (id: string, body: object, who?: SignedIn) =>
    hall.send(
      path(`suspicions/${id}/decisions`),
      { version: 0, decision: 'dismissed', why: '夫妻共用手机', ...body },
      who,
    );

  it('is a fact for all who run the door, with who, when and why, in the audit too', async () => {
    hall.at(120);
    const { a } = await pair('phone-of-a-couple-1');
    const [sign] = (await signsOf(a.person)).own;
    expect(sign).toMatchObject({ stands: true, steps: [], version: 0 });
    const step = { decision: 'dismissed', by: hall.trainer.person, at: minute(120), why: '夫妻共用手机' };
    expect(await decide(sign.suspicion, {})).toEqual({
      status: 200,
      suspicion: sign.suspicion,
      steps: [step],
      version: 1,
    });
    const { lines } = await hall.world.deps.store.audit.list('21', { limit: 1 });
    const after = { person: a.person, code: 'shared-device', decision: 'dismissed' };
    expect(lines[0]).toMatchObject({ action: 'decideSuspicion', why: '夫妻共用手机', after });
    const another = await staffOf(hall.world, 'unit-manager');
    const seen = await signsOf(a.person, another);
    expect(seen.own).toMatchObject([{ suspicion: sign.suspicion, steps: [step], version: 1 }]);
    expect(Object.keys(seen.names)).toContain(hall.trainer.person);
    // Of two who decide at once, the later one has not seen the earlier one's word.
    expect((await decide(sign.suspicion, {}, another)).code).toBe('conflict');
    const second = await decide(sign.suspicion, { version: 1, decision: 'confirmed', why: '当面核实' }, another);
    expect(second.steps.map(({ decision, by }: Came) => [decision, by])).toEqual([
      ['dismissed', hall.trainer.person],
      ['confirmed', another.person],
    ]);
  });

  it('keeps what was confirmed when its marks are taken back, and asks anew about new marks', async () => {
    hall.at(125);
    const { a, b } = await pair('phone-of-a-couple-2');
    const [[ofA], [ofB]] = [(await signsOf(a.person)).own, (await signsOf(b.person)).own];
    await decide(ofB.suspicion, { decision: 'confirmed', why: '代签' });
    await decide(ofA.suspicion, {});
    await byHand([{ kind: 'void', person: b.person, of: 1 }]);
    expect((await signsOf(b.person)).own).toMatchObject([{ suspicion: ofB.suspicion, stands: false, version: 1 }]);
    hall.at(130);
    await hall.checkIn(b, await hall.scan(), { device: 'phone-of-a-couple-2' });
    const again = (await signsOf(b.person)).own;
    expect(again.map(({ stands, version }: Came) => [stands, version])).toEqual([
      [true, 0],
      [false, 1],
    ]);
    expect((await signsOf(a.person)).own).toMatchObject([{ suspicion: ofA.suspicion, version: 1 }]);
  });

  it('is refused for a sign that is not there, and about oneself', async () => {
    expect((await decide('0'.repeat(22), {})).reason).toBe('suspicion-gone');
    hall.at(135);
    const keeper = await staffOf(hall.world, 'trainer');
    const other = await hall.come();
    for (const who of [keeper, other]) await hall.checkIn(who, await hall.scan(), { device: 'phone-of-the-keeper' });
    const [sign] = (await signsOf(keeper.person)).own;
    expect((await decide(sign.suspicion, {}, keeper)).reason).toBe('suspicion-own');
    expect((await decide(sign.suspicion, {})).version).toBe(1);
  });
});

describe('the names of staff', () => {
  it('stand beside marks by hand and decisions, and candidates’ do not', async () => {
    hall.at(140);
    const { person } = await hall.come();
    await byHand([{ kind: 'in', person }]);
    await hall.send(path(`excuses/${person}/decisions`), { version: 0, decision: 'granted', why: '来电请假' });
    const mine = (await hall.world.deps.store.people.get(hall.trainer.person))?.name;
    const [marks, excuses] = [await hall.get(path('marks')), await hall.get(path('excuses'))];
    const report = await hall.get(`trainer/courses/${hall.course}/attendance`);
    for (const { names } of [marks, excuses, report]) {
      expect(names[hall.trainer.person]).toBe(mine);
      expect(names).not.toHaveProperty(person);
    }
  });
});

describe('askExcuse, listExcuses and decideExcuse', () => {
  it('lead from a wish to a decision, with who and why', async () => {
    hall.at(-600);
    const who = await hall.come();
    const ask = (body: object) => hall.send(`candidate/sessions/${hall.session}/excuse`, body, who);
    const decide = (body: object) => hall.send(path(`excuses/${who.person}/decisions`), body);
    expect(await ask({ state: 'asked', why: '值班', version: 0 })).toMatchObject({ state: 'asked', version: 1 });
    expect((await ask({ state: 'asked', why: '值班', version: 0 })).code).toBe('conflict');
    expect((await decide({ version: 0, decision: 'granted', why: '同意' })).code).toBe('conflict');
    expect(await decide({ version: 1, decision: 'granted', why: '同意' })).toMatchObject({
      state: 'granted',
      version: 2,
    });
    const { excuses } = await hall.get(path('excuses'));
    const own = excuses.find(({ person }: Came) => person === who.person);
    expect(own.steps.map(({ state, by, why }: Came) => [state, by, why])).toEqual([
      ['asked', who.person, '值班'],
      ['granted', hall.trainer.person, '同意'],
    ]);
    expect((await decide({ version: 2, decision: 'granted', why: '再次' })).reason).toBe('excuse-state');
    hall.at(200);
    expect((await ask({ state: 'taken-back', why: '来了', version: 2 })).reason).toBe('session-over');
  });

  it('are for those who have a seat', async () => {
    hall.at(-600);
    const stranger = await staffOf(hall.world, 'candidate');
    const body = { state: 'asked', why: '值班', version: 0 };
    expect((await hall.send(`candidate/sessions/${hall.session}/excuse`, body, stranger)).reason).toBe('not-enrolled');
  });
});
