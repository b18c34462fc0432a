import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type Calendar, calendarText, type Event } from '../../../../functions/domain/calendar/calendar.ts';
import { instantOf } from '../../../../functions/domain/time.ts';

/** Properties of RFC 7986, which came later than the reader. */
Object.assign(ICAL.design.icalendar.property, { name: { defaultType: 'text' } });

/** The file as another program reads it. */
function read(calendar: Calendar) {
  const root = new ICAL.Component(ICAL.parse(calendarText(calendar)));
  const zone = new ICAL.Timezone(root.getFirstSubcomponent('vtimezone') as ICAL.Component);
  ICAL.TimezoneService.register(zone);
  return { root, zone, events: root.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)) };
}

function eventWith(more: Partial<Event> = {}): Event {
  return {
    ...{ id: 'course-a-001', sequence: 0, isCancelled: false, changedAt: '2026-02-01T08:30:15.250Z' },
    ...{ startsAt: '2026-05-23T01:00:00.000Z', endsAt: '2026-05-23T04:00:00.000Z', summary: '考前冲刺班：第一讲' },
    ...{ description: '主办：九江市社会工作协会\n授课：王老师', isFree: false },
    ...{ url: 'https://zhuren.example/course/?c=course-a', location: '九江市文化馆, 一号教室' },
    ...more,
  };
}

/** Text as the contract lets it through, with all that must be escaped. */
const text = fc
  .array(fc.constantFrom('社会工作', '𠅤', ',', ';', '\\', ':', '"', '\n', 'BEGIN:VEVENT', ' ', 'n', '=', 'é'), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));
const instant = fc.integer({ min: 1_700_000_000, max: 4_000_000_000 }).map((s) => instantOf(s * 1000));
const event = fc.record({
  id: fc.stringMatching(/^[0-9A-Za-z_-]{8,64}-\d{3}$/),
  ...{ sequence: fc.nat(1000), isCancelled: fc.boolean(), changedAt: instant, startsAt: instant, endsAt: instant },
  ...{ summary: text, location: text, description: text, isFree: fc.boolean() },
  url: fc.stringMatching(/^[0-9A-Za-z_-]{8,64}$/).map((id) => `https://zhuren.example/course/?c=${id}`),
});

describe('a calendar', () => {
  it('is read by another program as it was written', () => {
    fc.assert(
      fc.property(text, fc.array(event, { maxLength: 4 }), (name, events) => {
        const found = read({ name, events });
        expect(found.root.getFirstPropertyValue('name')).toBe(name);
        expect(found.events.map(seen)).toEqual(events.map(meant));
      }),
      { numRuns: 60 },
    );
  });

  it('has a time zone in which an hour in China is the instant that was meant', () => {
    const { events } = read({ name: '培训', events: [eventWith()] });
    expect(events[0]?.startDate.zone.tzid).toBe('Asia/Shanghai');
    expect(events[0]?.startDate.toJSDate().toISOString()).toBe('2026-05-23T01:00:00.000Z');
    expect(events[0]?.startDate.hour).toBe(9);
  });

  it('says that a session is off, and takes no time for it; nor for a recording', () => {
    const off = eventWith({ isCancelled: true, sequence: 3 });
    const { events } = read({ name: '培训', events: [off, eventWith({ isFree: true }), eventWith()] });
    const said = events.map(({ component }) =>
      ['status', 'transp', 'sequence'].map((name) => component.getFirstPropertyValue(name)),
    );
    expect(said).toEqual([
      ['CANCELLED', 'TRANSPARENT', 3],
      ['CONFIRMED', 'TRANSPARENT', 0],
      ['CONFIRMED', 'OPAQUE', 0],
    ]);
  });

  it('is a calendar without events, too', () => {
    expect(read({ name: '空', events: [] }).events).toEqual([]);
  });

  it('has nothing but lines of 75 octets, ended as the standard asks', () => {
    const file = calendarText({ name: '长'.repeat(90), events: [eventWith({ summary: '㛃䶮𬭩𠅤'.repeat(30) })] });
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});

function seen({ component, uid, sequence, summary, location, description, startDate, endDate }: ICAL.Event) {
  const value = (name: string) => String(component.getFirstPropertyValue(name));
  return {
    ...{ uid, sequence, summary, location, description, status: value('status'), url: value('url') },
    ...{ from: startDate.toJSDate().toISOString(), to: endDate.toJSDate().toISOString() },
    stamps: ['dtstamp', 'last-modified'].map((name) => value(name)),
  };
}

function meant({ id, sequence, summary, location, description, isCancelled, url, ...event }: Event) {
  const { startsAt: from, endsAt: to, changedAt } = event;
  const stamp = `${changedAt.slice(0, 19)}Z`;
  return {
    ...{ uid: `${id}@zhuren`, sequence, summary, location, description, url, from, to, stamps: [stamp, stamp] },
    status: isCancelled ? 'CANCELLED' : 'CONFIRMED',
  };
}
