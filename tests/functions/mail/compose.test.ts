import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Mail } from '../../../functions/app/deps.ts';
import { compose } from '../../../functions/mail/compose.ts';
import { parsed } from './parsed.ts';

const FROM = 'notice@zhuren.example';

const mail: Mail = {
  to: 'ada@mail.example',
  subject:
    '【助人学堂】「考前冲刺班」有变动 · 考前冲刺班 has changed, and this line is far longer than a line of a mail may be',
  text: '你好：\n\n原来: 2026年4月1日（周三） 09:00–12:00 一号教室\n㛃䶮𬭩𠅤\n',
  messageId: '<abc@zhuren.example>',
  headers: { 'Auto-Submitted': 'auto-generated', 'List-Unsubscribe': '<https://zhuren.example/profile/>' },
};

it('writes a head in ASCII, each line short, and reads back as what it was', async () => {
  const bytes = await compose(FROM, mail);
  const text = bytes.toString('latin1');
  expect(text.replaceAll(/[\r\n\t]/g, '')).toMatch(/^[\x20-\x7e]*$/);
  expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);
  const { head, body } = parsed(bytes);
  expect(head.get('subject')).toBe(mail.subject);
  expect(head.get('from')).toBe(`助人学堂 <${FROM}>`);
  expect(head.get('to')).toBe('ada@mail.example');
  expect(head.get('message-id')).toBe('<abc@zhuren.example>');
  expect(head.get('auto-submitted')).toBe('auto-generated');
  expect(head.get('list-unsubscribe')).toBe('<https://zhuren.example/profile/>');
  expect(head.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(body).toBe(mail.text);
});

it('lets no text make a line of the head of its own, nor another address', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
      const subject = `a\r\nBcc: thief@mail.example\r\n${text}`;
      const { head } = parsed(await compose(FROM, { ...mail, subject }));
      expect([...head.keys()].sort()).toEqual(
        [
          ...['auto-submitted', 'content-transfer-encoding', 'content-type', 'date', 'from', 'list-unsubscribe'],
          ...['message-id', 'mime-version', 'subject', 'to'],
        ].sort(),
      );
      expect(head.get('to')).toBe('ada@mail.example');
    }),
    { numRuns: 60 },
  );
});
