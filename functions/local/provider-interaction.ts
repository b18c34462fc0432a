// Signing in at the embedded provider: shows the demo people, takes the one that was chosen. The choice is the proof: there is no password.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, type Provider } from 'oidc-provider';
import { MOUNT } from './identity.ts';
import type { DemoPerson } from './people.ts';
import { errorPage, loginPage } from './provider-pages.ts';

/** A choice is one short form field. */
const MOST_BYTES = 2000;

interface InteractionOptions {
  origin: string;
  people: readonly DemoPerson[];
}

/** Answers `/idp/interaction/:uid`: GET shows the page, POST takes the choice. */
export function interaction(provider: Provider, { origin, people }: InteractionOptions) {
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Beside the SameSite cookie: a page of another origin may not choose for the person.
    if (request.headers.origin !== origin)
      return send(response, 403, errorPage('foreign_origin', 'not from this site'));
    const form = await readForm(request);
    if (form === undefined) return send(response, 413, errorPage('too_large', 'the form is too large'));
    if (form.has('cancel')) {
      const refusal = { error: 'access_denied', error_description: 'the person did not sign in' };
      return provider.interactionFinished(request, response, refusal, { mergeWithLastSubmission: false });
    }
    const person = people.find(({ sub }) => sub === form.get('sub'));
    if (person === undefined) return send(response, 400, errorPage('unknown_person', 'no such demo person'));
    await provider.interactionFinished(request, response, { login: { accountId: person.sub } });
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const { uid } = await provider.interactionDetails(request, response);
      const action = `${MOUNT}/interaction/${uid}`;
      if (request.method === 'POST') return await take(request, response);
      send(response, 200, loginPage(people, action), request.method === 'HEAD');
    } catch (error) {
      if (!(error instanceof errors.SessionNotFound)) throw error;
      send(response, 400, errorPage('session_not_found', 'this sign-in has ended'));
    }
  };
}

/** The form of a request, or undefined when it is larger than a choice can be. */
async function readForm(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

function send(response: ServerResponse, status: number, page: string, headOnly = false): void {
  response.statusCode = status;
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(headOnly ? undefined : page);
}
