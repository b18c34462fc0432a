// Stands in for `@aws-sdk/credential-provider-node` inside the bundles. Lambda hands a function its credentials in the environment, and so
// does the local launcher; the SDK's default chain (sso, ini, process, token files, instance metadata) is 130 kB that never runs there.

/** The credentials of the environment, as the SDK asks for them. The environment of a function does not change while it lives. */
export function defaultProvider() {
  return async () => {
    const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token } = process.env;
    if (!id || !secret) throw new Error('the environment lacks AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY');
    return { accessKeyId: id, secretAccessKey: secret, ...(token ? { sessionToken: token } : {}) };
  };
}
