// The embedded OpenID provider, under /idp of the site's own origin: a real one, so that signing in here is what it is on AWS.
// It knows one public client and the demo people, and asks for no password: it serves this machine alone.
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Configuration, interactionPolicy, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import { CLIENT_ID, MOUNT } from './identity.ts';
import type { DemoPerson } from './people.ts';
import { interaction } from './provider-interaction.ts';
import type { ProviderKeys } from './provider-keys.ts';
import { continuePage, errorPage, loggedOutPage, logoutPage } from './provider-pages.ts';
import { providerStore } from './provider-store.ts';

const SCOPE = 'openid profile';
const MINUTE = 60;
const HOUR = 60 * MINUTE;

export interface ProviderOptions {
  /** The site's address, `http://127.0.0.1:8080`. */
  origin: string;
  keys: ProviderKeys;
  people: readonly DemoPerson[];
  /** Told what is the provider's own fault; never what a request holds. */
  warn?(line: string): void;
}

export type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Answers every request under `/idp`; the issuer is `${origin}/idp`. */
export function makeProvider(options: ProviderOptions): Listener {
  const provider = new Provider(`${options.origin}${MOUNT}`, configuration(options));
  provider.use(withoutScripts);
  provider.on('server_error', (_ctx: unknown, error: Error) => options.warn?.(`identity provider: ${error.message}`));
  const protocol = provider.callback();
  const signIn = interaction(provider, options);
  const style = readFileSync(new URL('./provider.css', import.meta.url));

  return async (request, response) => {
    const path = new URL(request.url ?? '/', options.origin).pathname;
    response.setHeader('cache-control', 'no-store');
    if (path === `${MOUNT}/style.css`) return sendStyle(request, response, style);
    if (path.startsWith(`${MOUNT}/interaction/`)) return signIn(request, response);
    // The provider finds out where it is mounted by comparing the two (its documented contract with Connect-like servers).
    Object.assign(request, { originalUrl: request.url, url: (request.url ?? '').slice(MOUNT.length) || '/' });
    await protocol(request, response);
  };
}

function configuration({ origin, keys, people }: ProviderOptions): Configuration {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  return {
    clients: [
      {
        client_id: CLIENT_ID,
        token_endpoint_auth_method: 'none',
        redirect_uris: [`${origin}/api/public/callback`],
        post_logout_redirect_uris: [`${origin}/`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    clientAuthMethods: ['none'],
    responseTypes: ['code'],
    scopes: ['openid'],
    claims: { openid: ['sub', 'name'], profile: ['name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    adapter: providerStore,
    jwks: { keys: [keys.signing] },
    cookies: cookies(keys.cookie),
    ttl: ttl(),
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource },
    },
    interactions: { policy, url: (_ctx, { uid }) => `${MOUNT}/interaction/${uid}` },
    clientBasedCORS: () => false,
    findAccount: (_ctx, sub) => {
      const person = people.find((candidate) => candidate.sub === sub);
      return person && { accountId: sub, claims: () => ({ sub, name: person.name }) };
    },
    loadExistingGrant,
    renderError: (ctx, out) => html(ctx, errorPage(out.error, out.error_description ?? '')),
  };
}

function cookies(key: string): Configuration['cookies'] {
  const options = { httpOnly: true, sameSite: 'lax', signed: true } as const;
  return {
    names: { session: 'idp_session', interaction: 'idp_interaction', resume: 'idp_resume' },
    keys: [key],
    long: { ...options, path: MOUNT },
    short: options,
  };
}

/** In seconds. Everything here ends with the process at the latest. */
function ttl(): Configuration['ttl'] {
  const day = 24 * HOUR;
  return {
    AuthorizationCode: MINUTE,
    Interaction: 30 * MINUTE,
    AccessToken: 10 * MINUTE,
    IdToken: 10 * MINUTE,
    Session: day,
    Grant: day,
  };
}

/** The site is our own: signing in to it is the consent. */
async function loadExistingGrant({ oidc }: KoaContextWithOIDC) {
  const { client, session, provider } = oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const held = session.grantIdFor(client.clientId);
  const found = held === undefined ? undefined : await provider.Grant.find(held);
  if (found !== undefined) return found;
  const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
  grant.addOIDCScope(SCOPE);
  await grant.save();
  return grant;
}

/** Ends the session at once when this site itself sent the browser here; a stranger's link gets a page that asks. */
async function logoutSource(ctx: KoaContextWithOIDC, form: string): Promise<void> {
  if (ctx.get('sec-fetch-site') !== 'same-origin') return html(ctx, logoutPage(form));
  await ctx.oidc.session?.destroy();
  ctx.cookies.set(ctx.oidc.provider.cookieName('session'), null, { path: MOUNT });
  leave(ctx);
}

async function postLogoutSuccessSource(ctx: KoaContextWithOIDC): Promise<void> {
  html(ctx, loggedOutPage());
}

/**
 * The provider sends a browser on by a form that an inline script submits, which the content security policy forbids.
 * Where nothing is left to end, go on at once; otherwise the form gets a button.
 */
async function withoutScripts(ctx: KoaContextWithOIDC, next: () => Promise<unknown>): Promise<void> {
  await next();
  if (typeof ctx.body !== 'string' || !ctx.body.includes('document.forms[0].submit()')) return;
  if (ctx.oidc.route === 'end_session') return leave(ctx);
  const action = /<form method="post" action="([^"]*)">/.exec(ctx.body)?.[1] ?? '';
  const inputs = ctx.body.match(/<input type="hidden"[^>]*>/g) ?? [];
  html(ctx, continuePage(action, inputs.join('')));
}

/** To the address that the client registered for after signing out; the provider has compared it by now. */
function leave(ctx: KoaContextWithOIDC): void {
  const { post_logout_redirect_uri: to, state } = ctx.oidc.params ?? {};
  const location = new URL(typeof to === 'string' ? to : '/', ctx.oidc.issuer);
  if (typeof to === 'string' && typeof state === 'string') location.searchParams.set('state', state);
  ctx.status = 303;
  ctx.redirect(location.href);
}

function html(ctx: KoaContextWithOIDC, page: string): void {
  ctx.type = 'html';
  ctx.body = page;
}

function sendStyle(request: IncomingMessage, response: ServerResponse, style: Buffer): void {
  response.setHeader('cache-control', 'no-cache');
  response.setHeader('content-type', 'text/css; charset=utf-8');
  response.end(request.method === 'HEAD' ? undefined : style);
}
