// Who may import whom: the rooms as a table, turned into dependency-cruiser's rules. What a row does not name is forbidden.
// Every room may import itself and the rules of the domain. Nobody imports tests.

/** Files of `functions/` by room, as regular expressions from the project's root. */
const room = (name) => `^functions/${name}/`;
const file = (path) => `^${path.replaceAll('.', '\\.')}$`;
const wire = ['routes', 'problems', 'headers'].map((name) => file(`functions/contract/${name}.ts`));
const [, problems, headers] = wire;
/** The table of all routes, and each audience's own. */
const routes = '^functions/contract/(routes|split-route|[a-z]+/routes)\\.ts$';
/** What functions know as data, bundled with them. */
const data = '^functions/content/(exam-data|subsidy-rules|appraisal/templates)\\.ts$';
const manifest = '^functions/entry/(manifest|function-entry)\\.ts$';
const deps = file('functions/deps.ts');
const schema = file('functions/store/schema.ts');
const signer = file('functions/papers/signer.ts');
const openapi = file('functions/contract/openapi.ts');
/** Where the site draws, reads and checks the codes of training. */
const codes = '^site/src/islands/(course/qr|door/read-qr|verify/check)\\.ts$';
/** Where the site deals with spreadsheets. */
const tables = ['^site/src/islands/staff/import/', '^site/src/pages/staff/(exams|import|station)/template'];
/** Where the site draws the door's codes, keeps marks that wait for a network, and writes lists as workbooks. */
const training = '^site/src/islands/staff/training/';
const awsSdk = ['@aws-sdk/client-dynamodb', '@aws-sdk/lib-dynamodb'];

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {string} from who imports
 * @property {string[]} [except] files of `from` that have a row of their own
 * @property {string[]} [values] what may be imported besides the room itself and the domain
 * @property {string[]} [types] what may be imported by `import type` alone
 * @property {string[]} [packages] packages of node_modules
 * @property {string[]} [typePackages] packages of which types alone may be imported
 * @property {boolean} [node] whether `node:*` may be imported
 */

/** @type {Row[]} */
export const rows = [
  { name: 'domain', from: room('domain') },
  { name: 'contract', from: room('contract'), except: [openapi], packages: ['zod'] },
  { name: 'openapi', from: openapi, values: [room('contract')], packages: ['zod', 'zod-openapi'], node: true },
  { name: 'content', from: room('content'), except: [room('content/checks')], packages: ['zod'], node: true },
  { name: 'checks', from: room('content/checks'), values: [room('content')] },
  { name: 'store', from: room('store'), packages: awsSdk, node: true },
  { name: 'app', from: room('app'), types: [room('contract'), room('store')] },
  {
    name: 'http',
    from: room('http'),
    values: [room('app'), room('contract')],
    packages: ['hono'],
    typePackages: ['zod'],
  },
  { name: 'identity', from: room('identity'), types: [room('app')], packages: ['openid-client'] },
  { name: 'papers', from: room('papers'), types: [room('app')], packages: ['pdfkit', 'uqr', 'jose'], node: true },
  {
    name: 'mail',
    from: room('mail'),
    types: [room('app')],
    packages: ['nodemailer', '@aws-sdk/client-sesv2'],
    node: true,
  },
  { name: 'jobs', from: room('jobs'), values: [room('app')], types: [room('contract'), room('store')] },
  { name: 'manifest', from: manifest, types: [room('contract')] },
  {
    name: 'entry',
    from: room('entry'),
    except: [manifest],
    values: [deps, room('http'), room('identity'), room('papers'), room('mail'), room('jobs'), room('app')],
    packages: ['hono'],
  },
  { name: 'deps', from: deps, values: [room('store'), room('identity'), data], types: [room('app')], node: true },
  {
    name: 'local',
    from: room('local'),
    // These stand in for what the stack creates and what the table does by itself on AWS: they speak to the engine.
    except: [file('functions/local/table.ts'), file('functions/local/sweeper.ts')],
    // The seed does what the stream's reader and the timer would do.
    values: [...wire, manifest, deps, signer, room('store'), room('content'), room('app'), room('jobs')],
    packages: ['esbuild', 'oidc-provider', '@hono/node-server'],
    node: true,
  },
  {
    name: 'engine',
    from: '^functions/local/(table|sweeper)\\.ts$',
    values: [room('local'), room('store')],
    packages: awsSdk,
    node: true,
  },
  {
    name: 'site',
    from: '^site/',
    except: ['^site/src/(journal|exam|build|worker)/', codes, ...tables, training, file('site/astro.config.ts')],
    values: ['^site/(src|public)/', routes, problems],
    types: [room('contract')],
    packages: ['preact', 'astro'],
  },
  // Reads the tables that people choose; its template is written at build time.
  {
    name: 'site-import',
    from: tables[0],
    values: ['^site/(src|public)/', routes, problems],
    types: [room('contract')],
    packages: ['preact', 'read-excel-file', 'csv-parse'],
  },
  {
    name: 'site-training',
    from: training,
    values: ['^site/(src|public)/', routes, problems],
    types: [room('contract')],
    packages: ['preact', 'idb', 'uqr', 'write-excel-file'],
  },
  { name: 'site-codes', from: codes, types: [room('contract')], packages: ['uqr', 'jsqr', 'jose'] },
  { name: 'site-template', from: tables[1], packages: ['write-excel-file'] },
  {
    name: 'journal',
    from: '^site/src/(journal|exam)/',
    values: ['^site/(src|public)/', routes, problems],
    types: [room('contract')],
    packages: ['preact', 'idb'],
  },
  // The service worker keeps for ever what the headers say may be kept for ever.
  { name: 'worker', from: '^site/src/worker/', values: ['^site/(src|public)/', routes, headers] },
  {
    name: 'site-build',
    from: '^site/(src/build/|astro\\.config\\.ts$)',
    values: ['^site/(src|public)/'],
    packages: ['astro', '@astrojs/preact', 'esbuild'],
    node: true,
  },
  {
    name: 'infra',
    from: '^infra/',
    values: ['^infra/', manifest, schema, routes, headers],
    types: ['^functions/'],
    packages: ['aws-cdk-lib', 'constructs', 'cdk-nag'],
    node: true,
  },
];

const OURS = '^(functions|site|infra|tests)/';

/** @param {Row} row */
function rulesOf({ name, from, except = [], values = [], types = [], packages = [], typePackages = [], node = false }) {
  const who = { path: from, pathNot: except };
  const always = [from, room('domain')];
  const inPackages = (names) => names.map((name) => `^node_modules/(@types/)?${name}/`);
  const rule = (end, comment, to) => ({ name: `${name}-${end}`, comment, severity: 'error', from: who, to });
  return [
    rule('files', 'This room may not import that file, not even its types.', {
      path: OURS,
      pathNot: [...always, ...values, ...types],
    }),
    rule('types', 'This room may import types of that file, not its values.', {
      path: OURS,
      pathNot: [...always, ...values],
      dependencyTypesNot: ['type-only'],
    }),
    rule('packages', 'This room may not import that package.', {
      path: '^node_modules/',
      pathNot: inPackages([...packages, ...typePackages]),
    }),
    rule('package-types', 'This room may import types of that package, not its values.', {
      path: '^node_modules/',
      pathNot: inPackages(packages),
      dependencyTypesNot: ['type-only'],
    }),
    ...(node ? [] : [rule('node', 'This room runs without Node.', { dependencyTypes: ['core'] })]),
  ];
}

/** @type {import('dependency-cruiser').IConfiguration} */
// biome-ignore lint/style/noDefaultExport: dependency-cruiser reads its configuration from the default export.
export default {
  forbidden: [
    ...rows.flatMap(rulesOf),
    {
      name: 'no-circle',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unknown',
      comment: 'The import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^astro:', '\\.astro$'] },
    },
    {
      name: 'openapi-is-a-tool',
      comment: 'The emitter and its 500 kB library stay out of everything that is deployed.',
      severity: 'error',
      from: { pathNot: ['^tests/', openapi] },
      to: { path: openapi },
    },
  ],
  options: {
    doNotFollow: { path: '^node_modules/' },
    extraExtensionsToScan: ['.astro', '.css', '.json'],
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    // `exports` is what packages are entered by; `.ts` is how our own files are named in imports.
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
