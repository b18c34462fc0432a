// A mail server as far as it is asked, under TLS by a shared key: no certificate has to lie in the repository for that.
import { createServer, type Server, type TLSSocket } from 'node:tls';
import { afterEach, expect, it } from 'vitest';
import { sendBySmtp } from '../../../functions/mail/smtp.ts';
import { parsed } from './parsed.ts';

const FROM = 'notice@zhuren.example';
const KEY = Buffer.alloc(16, 1);
const TLS = { ciphers: 'PSK', maxVersion: 'TLSv1.2', minVersion: 'TLSv1.2' } as const;
const CLIENT = { ...TLS, pskCallback: () => ({ psk: KEY, identity: 'test' }), checkServerIdentity: () => undefined };

const mail = {
  to: 'ada@mail.example',
  subject: '请确认你的邮箱',
  text: '你好：\n.\n一行只有一个点\n',
  messageId: '<a@zhuren.example>',
  headers: {},
};

interface FakeServer {
  said: string[];
  mails: string[];
  port: number;
}

let server: Server | undefined;
const sockets = new Set<TLSSocket>();
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  server?.close();
});

/** Answers each command by its first word; what it is given to say instead comes first. */
async function fakeServer(instead: Readonly<Record<string, string>> = {}): Promise<FakeServer> {
  const self: FakeServer = { said: [], mails: [], port: 0 };
  const usual: Record<string, string> = {
    EHLO: '250-mail.example\r\n250 AUTH PLAIN',
    AUTH: '235 in',
    MAIL: '250 ok',
    RCPT: '250 ok',
    DATA: '354 go on',
    QUIT: '221 bye',
  };
  server = createServer({ ...TLS, pskCallback: () => KEY }, (socket) => {
    sockets.add(socket);
    let body: string | undefined;
    socket.on('error', () => undefined);
    socket.write('220 mail.example\r\n');
    socket.on('data', (chunk) => {
      if (body !== undefined) {
        body += chunk.toString('latin1');
        if (!body.endsWith('\r\n.\r\n')) return;
        self.mails.push(body.slice(0, -3).replaceAll('\r\n..', '\r\n.'));
        body = undefined;
        socket.write(`${instead.BODY ?? '250 taken'}\r\n`);
        return;
      }
      const line = chunk.toString().trim();
      const [word = ''] = line.split(' ');
      self.said.push(line);
      const answer = instead[word] ?? usual[word] ?? '500 what';
      if (answer.startsWith('354')) body = '';
      socket.write(`${answer}\r\n`);
    });
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  self.port = (server.address() as { port: number }).port;
  return self;
}

const portTo = ({ port }: FakeServer) =>
  sendBySmtp(FROM, new URL(`smtps://user%40mail:pass%3Aword@127.0.0.1:${port}`), CLIENT);

it('signs in, names one reader, and hands over the whole mail', async () => {
  const fake = await fakeServer();
  expect(await portTo(fake).send(mail)).toBe('sent');
  const login = Buffer.from('\u0000user@mail\u0000pass:word').toString('base64');
  expect(fake.said.filter((line) => /^(AUTH|MAIL|RCPT)/.test(line))).toEqual([
    `AUTH PLAIN ${login}`,
    `MAIL FROM:<${FROM}>`,
    'RCPT TO:<ada@mail.example>',
  ]);
  const { head, body } = parsed(Buffer.from(fake.mails[0] ?? '', 'latin1'));
  expect([head.get('message-id'), head.get('subject'), body]).toEqual([mail.messageId, mail.subject, mail.text]);
});

it.each([
  ['an unknown reader', { RCPT: '550 nobody' }],
  ['a mail that is not wanted', { BODY: '554 no' }],
])('takes %s for refused', async (_what, instead) => {
  expect(await portTo(await fakeServer(instead)).send(mail)).toBe('refused');
});

it.each([
  ['a wrong password', { AUTH: '535 no' }],
  ['a reader who is asked for too often', { RCPT: '450 later' }],
  ['a full server', { BODY: '452 full' }],
])('takes %s for passing', async (_what, instead) => {
  await expect(portTo(await fakeServer(instead)).send(mail)).rejects.toThrow();
});

it('takes a server that is not there, or not the one it says, for passing', async () => {
  const fake = await fakeServer();
  const stranger = sendBySmtp(FROM, new URL(`smtps://127.0.0.1:${fake.port}`), {
    ...CLIENT,
    pskCallback: () => ({ psk: Buffer.alloc(16, 2), identity: 'test' }),
  });
  await expect(stranger.send(mail)).rejects.toThrow();
  expect(fake.said).toEqual([]);
  server?.close();
  await expect(portTo({ ...fake, port: 9 }).send(mail)).rejects.toThrow();
});
