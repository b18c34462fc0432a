// The wire as an OpenAPI 3.1 document, made from routes, shapes and problems. For readers and tools outside: nothing deployed imports it.
// `node functions/contract/openapi.ts` writes openapi.json beside this file.
import { writeFileSync } from 'node:fs';
import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { type ProblemCode, problemCodes, problems } from './problems.ts';
import { audienceOf, methodAndPath, type RouteName, routes } from './routes.ts';
import type { Shape } from './shape.ts';
import { shapes } from './shapes.ts';

const SESSION = 'session';

const WRITE = 'A write carries the header `Origin` of this site.';

/** What each route is for, in a line. */
const summaries: Record<RouteName, string> = {
  me: 'Who is signed in here',
  login: 'Start a sign-in: go to the identity provider',
  callback: 'Come back from the identity provider, with a session when it agreed',
  logout: 'End the session',
  listBatches: 'The batches of the practice journal that the caller lacks',
  addBatch: 'Keep a batch of the practice journal; sending it again changes nothing',
  reportQuestion: 'Report a faulty question',
  acceptInvitation: 'Accept an invitation to a role, by its code',
  readSelf: 'One’s own record, masked',
  changeSelf: 'Correct one’s own record',
  exportSelf: 'All that is kept of oneself, whole; the practice journal is fetched by `listBatches`',
  deleteSelf: 'Delete one’s account: personal data goes, counted facts stay without it',
  acceptClaim: 'Take over the record that staff have made of oneself, by its code',
  staffMe: 'The roles one holds today, and what they let one do',
  listTree: 'The units that the caller may read, a parent before its children',
  readUnit: 'A unit with its history, its posts and its path',
  openUnit: 'Open a unit under a parent, from a day on',
  changeUnit: 'Rename, move, close, merge, split or correct a unit, or change who holds a post, from a day on',
  listPeople: 'The workers of a unit on a day, and who holds a role there',
  addPerson: 'Add a person who begins to work at a unit',
  importPeople: 'Judge, or write, a slice of the rows of a list of people',
  readPerson: 'A person, masked',
  changePerson: 'Correct a person, add or renew a certificate, enter or leave a pool, leave a post',
  transferPerson: 'Move a person to another unit or another post, from a day on',
  unmaskPerson: 'See a phone or an identity number whole; audited',
  offerClaim: 'Make a code by which a person takes over the record that staff have made of them',
  grantRole: 'Give a person a role at a unit, from a day on',
  endRole: 'End a role from a day on',
  invite: 'Make a code that gives whoever accepts it a role at a unit',
  listAudit: 'What was done at a unit, newest first',
  exportAudit: 'The lines of a unit, or of all below it, for taking along; leaves a line of its own',
  checkAudit: 'Whether the audit of a unit and of all below it is what was written',
};

const problem = z
  .strictObject({
    type: z.templateLiteral(['urn:zhuren:problem:', z.enum(problemCodes)]),
    title: z.string(),
    status: z.int(),
    code: z.enum(problemCodes).meta({ description: problemCodes.map(meaning).join('\n') }),
    instance: z.string().meta({ description: 'The request id, also in the header x-request-id.' }),
    errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
    reason: z.string().optional().meta({ description: 'With `refused`: which rule stands against it.' }),
    person: z
      .string()
      .optional()
      .meta({ description: 'With `duplicate_person`: whose number it is, if one may read them.' }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details' });

/** The whole document. */
export function openApi() {
  return createDocument({
    openapi: '3.1.0',
    info: { title: '助人学堂 (zhuren)', version: '1', license: { name: 'MIT', identifier: 'MIT' } },
    paths: paths(),
    components: {
      securitySchemes: {
        [SESSION]: { type: 'apiKey', in: 'cookie', name: '__Host-session', description: 'Set by signing in.' },
      },
    },
  });
}

/** The document as the file beside this one holds it. */
export function openApiText(): string {
  return `${JSON.stringify(openApi(), null, 2)}\n`;
}

function paths(): ZodOpenApiPathsObject {
  const all: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const name of Object.keys(routes) as RouteName[]) {
    const { method, path } = methodAndPath(name);
    const template = path.replace(/:(\w+)/g, '{$1}');
    all[template] = { ...all[template], [method.toLowerCase()]: operation(name, path) };
  }
  return all;
}

function operation(name: RouteName, path: string): ZodOpenApiOperationObject {
  const { params, query, body, answer }: Shape = shapes[name];
  const audience = audienceOf(path) ?? 'public';
  return {
    operationId: name,
    summary: summaries[name],
    tags: [audience],
    security: audience === 'public' ? [] : [{ [SESSION]: [] }],
    requestParams: {
      ...(params instanceof z.ZodObject ? { path: params } : {}),
      ...(query instanceof z.ZodObject ? { query } : {}),
    },
    ...(body === undefined ? {} : { requestBody: { required: true, description: WRITE, content: json(body) } }),
    responses: {
      ...success(answer),
      default: { description: 'What went wrong', content: { 'application/problem+json': { schema: problem } } },
    },
  };
}

/** A route that answers null sends a browser on. */
function success(answer: z.ZodType) {
  if (!(answer instanceof z.ZodNull)) return { 200: { description: 'Done', content: json(answer) } };
  const headers = { location: { description: 'Where to', required: true, schema: { type: 'string' as const } } };
  return { 302: { description: 'On to another page; a problem is named in its query', headers } };
}

function json(schema: z.ZodType) {
  return { 'application/json': { schema } };
}

function meaning(code: ProblemCode): string {
  return `- \`${code}\`: ${problems[code]}`;
}

if (import.meta.main) writeFileSync(new URL('./openapi.json', import.meta.url), openApiText());
