// The identity provider, any OpenID Connect issuer: only here the protocol's library. Code flow with PKCE, state and nonce; a public client.
import * as oidc from 'openid-client';
import type { IdentityPort, PendingSignIn, ProvenIdentity } from '../app/deps.ts';

export interface IssuerConfig {
  /** The issuer's identifier; its metadata is read from `<issuer>/.well-known/openid-configuration`. */
  issuer: string;
  clientId: string;
  /** The address of this site, without a slash at the end. */
  origin: string;
}

/** What the provider's answer may fail with that is the answer's fault: refused, forged, repeated, or for another sign-in. */
const REFUSALS = [oidc.AuthorizationResponseError, oidc.ResponseBodyError, oidc.WWWAuthenticateChallengeError];

/** What a provider that is down, or a proxy in front of it, makes of a request: no word on the answer that was to be redeemed. */
const OUTAGES = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
]);

export function openIdentity({ issuer, clientId, origin }: IssuerConfig): IdentityPort {
  const redirectUri = `${origin}/api/public/callback`;
  let discovered: Promise<oidc.Configuration> | undefined;

  /** The issuer's metadata, asked for once in a function's life, and again after a failure. */
  function configuration(): Promise<oidc.Configuration> {
    discovered ??= discover(issuer, clientId).catch((error: unknown) => {
      discovered = undefined;
      throw error;
    });
    return discovered;
  }

  return {
    async begin() {
      const config = await configuration();
      const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
      const location = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid profile',
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { location: location.href, state, nonce, verifier };
    },

    async complete(answer: URL, pending: PendingSignIn) {
      const config = await configuration();
      const current = new URL(redirectUri);
      current.search = answer.search;
      try {
        const tokens = await oidc.authorizationCodeGrant(config, current, {
          pkceCodeVerifier: pending.verifier,
          expectedState: pending.state,
          expectedNonce: pending.nonce,
          idTokenExpected: true,
        });
        return proven(tokens.claims());
      } catch (error) {
        if (isRefusal(error)) return undefined;
        throw error;
      }
    },

    async endSession() {
      const config = await configuration();
      if (config.serverMetadata().end_session_endpoint === undefined) return undefined;
      const back = `${origin}/`;
      // Cognito publishes the page but asks for `logout_uri`, which others pass over.
      const parameters = { post_logout_redirect_uri: back, logout_uri: back, client_id: clientId };
      return oidc.buildEndSessionUrl(config, parameters).href;
    },
  };
}

function discover(issuer: string, clientId: string): Promise<oidc.Configuration> {
  const server = new URL(issuer);
  // Only the embedded provider of `npm start` is reached without TLS, and only on this machine.
  const loopback = server.protocol === 'http:' && server.hostname === '127.0.0.1';
  const execute = loopback ? [oidc.allowInsecureRequests] : [];
  return oidc.discovery(server, clientId, undefined, oidc.None(), { execute, timeout: 5 });
}

/** What somebody is called whose provider tells no name: never the provider's own id for them. */
const UNNAMED = '学员';

function proven(claims: oidc.IDToken | undefined): ProvenIdentity | undefined {
  if (claims === undefined) return undefined;
  const names = [claims.name, claims.nickname, claims.preferred_username];
  const name = names.find((n): n is string => typeof n === 'string' && n.trim() !== '');
  return { issuer: claims.iss, subject: claims.sub, name: (name ?? UNNAMED).trim().slice(0, 60) };
}

function isRefusal(error: unknown): boolean {
  if (REFUSALS.some((kind) => error instanceof kind)) return true;
  // The library's own checks (state, nonce, issuer, signature) fail as a ClientError; a network failure is a TypeError or a timeout.
  return error instanceof oidc.ClientError && !OUTAGES.has(error.code ?? '');
}
