// The security headers of every answer. CloudFront and the local server both send exactly this list.

/** Nothing inline, nothing from elsewhere: every script, style, image and request is this site's own. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  // Films of recorded lessons lie where their makers keep them.
  'media-src https:',
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const securityHeaders = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** How long each kind of static file may be kept: what stands under a hash for ever, everything else is asked for again. */
export const cacheControl = {
  immutable: 'public, max-age=31536000, immutable',
  revalidated: 'no-cache',
  api: 'no-store',
  /** What the API answers to everybody alike: half a minute, so that a rush costs one read. */
  shared: 'public, max-age=30',
  /** What is found by a secret: kept by the one who asked, and asked for again each time. */
  personal: 'private, no-cache',
} as const;

/** The paths of the API whose answers are the same for everybody who asks, and say themselves how long they may be kept. */
export const sharedPaths = ['/api/public/schedule', '/api/public/courses/*', '/api/public/calendars/*'] as const;

/** The folders of the site whose files stand under a content hash. */
export const immutablePrefixes = ['/packs/', '/_astro/'] as const;
