// The typed client: paths and bodies as the contract has them, and every failure as one ApiProblem.
import { describe, expect, it, vi } from 'vitest';
import { client } from '../../../site/src/api/client.ts';

function answering(body: unknown, status = 200) {
  return vi.fn<typeof fetch>(
    async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }),
  );
}

describe('a call', () => {
  it('fills the path, writes the query and the body, and sends the cookie', async () => {
    const send = answering({ batches: [], more: false, now: '2026-11-23T01:00:00.000Z' });
    const call = client(send);
    await call('listBatches', { params: { person: 'person-one' }, query: { known: 'device-one.3,device-two.7' } });
    const batch = { device: 'device-one', first: 1, entries: [] };
    await call('addBatch', { params: { person: 'person-one' }, body: batch, keepalive: true });
    expect(send.mock.calls[0]?.[0]).toBe('/api/candidate/people/person-one/batches?known=device-one.3%2Cdevice-two.7');
    expect(send.mock.calls[1]).toMatchObject([
      '/api/candidate/people/person-one/batches',
      {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(batch),
        keepalive: true,
      },
    ]);
  });

  it('does not ask a request to outlive the page that is too large for it', async () => {
    const send = answering({});
    const text = '注'.repeat(1000);
    const at = '2026-11-23T01:00:00.000Z';
    const entries = Array.from({ length: 30 }, () => ({ kind: 'note' as const, at, question: 'q-1', text }));
    await client(send)('addBatch', {
      params: { person: 'person-one' },
      body: { device: 'device-one', first: 1, entries },
      keepalive: true,
    });
    expect(send.mock.calls[0]?.[1]?.keepalive).toBe(false);
  });

  it('tells a problem by its code, with its fields and request id', async () => {
    const body = {
      type: 'urn:zhuren:problem:invalid_input',
      title: 'no',
      status: 400,
      code: 'invalid_input',
      instance: 'request-7',
      errors: [{ path: 'entries.0.at', message: 'must be an instant' }],
    };
    await expect(client(answering(body, 400))('me')).rejects.toMatchObject({
      name: 'ApiProblem',
      code: 'invalid_input',
      requestId: 'request-7',
      errors: body.errors,
    });
  });

  it.each([
    ['a page of a gateway', '<html>502</html>', 502],
    ['a success that is no JSON', '<html>welcome</html>', 200],
    ['another’s problem', { type: 'about:blank', code: 'invalid_input' }, 400],
    ['a bare null', 'null', 500],
  ])('calls %s internal', async (_, body, status) => {
    await expect(client(answering(body, status))('me')).rejects.toMatchObject({ code: 'internal' });
  });

  it('calls a failed network offline, and an answer that does not come in time too', async () => {
    const broken = vi.fn<typeof fetch>(async () => {
      throw new TypeError('fetch failed');
    });
    await expect(client(broken)('me')).rejects.toMatchObject({ code: 'offline' });
    const silent: typeof fetch = (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      });
    await expect(client(silent, 1)('me')).rejects.toMatchObject({ code: 'offline' });
  });
});
