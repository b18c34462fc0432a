import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createSocketServer, type Server as SocketServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { openMail } from '../../../functions/mail/mail.ts';
import { sendBySes } from '../../../functions/mail/ses.ts';
import { fakeCredentials } from '../../support/engine.ts';
import { parsed } from './parsed.ts';

const FROM = 'notice@zhuren.example';
const mail = {
  to: 'ada@mail.example',
  subject: '请确认你的邮箱',
  text: '你好：\n',
  messageId: '<a/../b+c@zhuren.example>',
  headers: {},
};

const undo: (() => void)[] = [];
afterEach(() => {
  for (const step of undo.splice(0)) step();
});

async function listening<S extends Server | SocketServer>(server: S): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  undo.push(() => server.close());
  return (server.address() as { port: number }).port;
}

it('puts a mail into a folder as one file, however often it is sent, and nowhere else', async () => {
  const root = mkdtempSync(join(tmpdir(), 'mail-'));
  undo.push(() => rmSync(root, { recursive: true }));
  const port = openMail({ url: pathToFileURL(join(root, 'mail')).href, from: FROM });
  for (let n = 0; n < 2; n += 1) expect(await port.send(mail)).toBe('sent');
  const [file, ...more] = readdirSync(join(root, 'mail'));
  expect(more).toEqual([]);
  expect(file).toBe('a..bc@zhuren.example.eml');
  const { head, body } = parsed(readFileSync(join(root, 'mail', file ?? '')));
  expect([head.get('subject'), body]).toEqual([mail.subject, mail.text]);
  expect(readdirSync(root)).toEqual(['mail']);
});

it('knows no other way, and does not quote the address, which may hold a password', () => {
  const open = () => openMail({ url: 'imap://user:secret@host', from: FROM });
  expect(open).toThrow('MAIL_URL must begin with ses:, smtps:, smtp: or file:');
});

/** What stands in for SES: answers with a status and a kind of error, and keeps what came. */
async function fakeSes(status: number, kind = '') {
  const came: { path: string; body: { Content: { Raw: { Data: string } }; Destination: object } }[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    came.push({ path: request.url ?? '', body: JSON.parse(text) });
    response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': kind });
    response.end(JSON.stringify(status === 200 ? { MessageId: '1' } : { message: 'no' }));
  });
  const endpoint = `http://127.0.0.1:${await listening(server)}`;
  const config = { endpoint, region: 'us-east-1', credentials: fakeCredentials, maxAttempts: 1 };
  return { came, port: sendBySes(FROM, config) };
}

it('hands SES the whole mail, with its own name and for one address', async () => {
  const { came, port } = await fakeSes(200);
  expect(await port.send(mail)).toBe('sent');
  expect(came).toHaveLength(1);
  const { path, body } = came[0] ?? {};
  expect(path).toBe('/v2/email/outbound-emails');
  expect(body?.Destination).toEqual({ ToAddresses: ['ada@mail.example'] });
  const { head } = parsed(Buffer.from(body?.Content.Raw.Data ?? '', 'base64'));
  expect([head.get('message-id'), head.get('subject')]).toEqual([mail.messageId, mail.subject]);
});

it('takes a mail that SES cannot read for refused, and all else for passing', async () => {
  expect(await (await fakeSes(400, 'BadRequestException')).port.send(mail)).toBe('refused');
  const passing = [
    [400, 'MessageRejected'],
    [429, 'TooManyRequestsException'],
    [403, 'AccessDeniedException'],
    [500, 'InternalFailure'],
  ] as const;
  for (const [status, kind] of passing) {
    await expect((await fakeSes(status, kind)).port.send(mail), kind).rejects.toThrow();
  }
});

it('sends nothing by a mail server that has no TLS', async () => {
  const said: string[] = [];
  const server = createSocketServer((socket) => {
    socket.write('220 plain.example\r\n');
    socket.on('data', (chunk) => {
      said.push(chunk.toString());
      socket.write(chunk.toString().startsWith('EHLO') ? '250 plain.example\r\n' : '502 not here\r\n');
    });
    socket.on('error', () => undefined);
  });
  const port = openMail({ url: `smtp://user:secret@127.0.0.1:${await listening(server)}`, from: FROM });
  await expect(port.send(mail)).rejects.toThrow();
  expect(said.join()).not.toMatch(/AUTH|MAIL|secret/);
});
