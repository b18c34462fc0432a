// The code that runs at CloudFront's edge before a page is fetched: a folder's address becomes its index.html, and an unknown address a 404.
//
// Why the 404 is answered here: CloudFront's custom error responses hold for the whole distribution, so mapping S3's 403 or 404 to a page
// would also replace the API's problem answers of the same status. There are none; the edge knows the list of pages instead.
import { securityHeaders } from '../functions/contract/headers.ts';

/** CloudFront refuses a function's code over 10 KB. */
const CODE_LIMIT_BYTES = 10 * 1024;

/** Leads to the site's own 404 page at once: that page itself may be larger than all the code may be. */
const MISSING_PAGE = [
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="robots" content="noindex">',
  '<meta http-equiv="refresh" content="0;url=/404.html"><title>没有这一页</title>',
  '<p>没有这一页。<a href="/404.html">继续</a></p></html>',
].join('');

/**
 * The function's code, for `files` of the site as paths from its root ('/practice/index.html'), those under a content hash left out.
 * Throws when the list has outgrown what CloudFront takes.
 */
export function pagesFunctionCode(files: string[]): string {
  const known = Object.fromEntries(files.map((file) => [file, 1]));
  const code = `var known = ${JSON.stringify(known)};
var missing = ${JSON.stringify(missingResponse())};
function handler(event) {
  var request = event.request;
  var uri = request.uri.endsWith('/') ? request.uri + 'index.html' : request.uri;
  if (known[uri] !== 1) uri = uri + '/index.html';
  if (known[uri] !== 1) return missing;
  request.uri = uri;
  return request;
}
`;
  if (Buffer.byteLength(code) > CODE_LIMIT_BYTES) {
    throw new Error(`The list of the site’s ${files.length} files has outgrown CloudFront's 10 KB of function code.`);
  }
  return code;
}

/** With the security headers, as no policy is sure to reach an answer that the function makes itself. */
function missingResponse(): object {
  const headers = { ...securityHeaders, 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' };
  return {
    statusCode: 404,
    statusDescription: 'Not Found',
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { value }])),
    body: { encoding: 'text', data: MISSING_PAGE },
  };
}
