// Where the embedded provider stands and who its client is: what the provider, the server and the functions' environment agree on.

/** The provider's place under the site's own origin. */
export const MOUNT = '/idp';

/** The site, as the provider knows it. */
export const CLIENT_ID = 'zhuren';
