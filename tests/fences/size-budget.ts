// The size budget: what a function's bundle and a page's scripts and styles may weigh (goals P1 and P5). Run directly, a step of the check.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { manifest } from '../../functions/entry/manifest.ts';
import { projectFiles, ROOT } from './files.ts';
import { pageWeight } from './page-weight.ts';

/** Bytes of a function's bundle, minified: what Lambda reads and compiles at a cold start. */
export const BUNDLE_MOST = 400_000;

/** The staff's and the trainers' functions miss P5 by a little: 290 kB are the SDK, zod and Hono, and nobody starts them in a crowd. See DECISIONS 20. */
const STAFF_BUNDLE_MOST = 445_000;

/** The examiners' function, as the staff's: it holds courses, units and papers, and nobody starts it in a crowd. */
const EXAMINER_BUNDLE_MOST = 440_000;

/** The documents' function draws PDFs and signs them: fontkit, pdfkit and jose are 430 kB of it, and only whoever issues or prints starts it. */
const DOCUMENTS_BUNDLE_MOST = 850_000;

/** The jobs' function speaks to the table, to SES and to mail servers: two clients and nodemailer are 360 kB of it, and one timer starts it. */
const JOBS_BUNDLE_MOST = 450_000;

/** What those load who count: opened by few, and rich in rules. */
const BUREAU_BUNDLE_MOST = 450_000;

/** Exam records: imports, the pass cycle, entry rules with their data. */
const EXAMS_BUNDLE_MOST = 440_000;

/** Those who count: no HTTP, no forms. The stream starts one of them after every write. */
const COUNTING_BUNDLE_MOST = 300_000;

/** One's own account: deleting it and merging it must know every kind of fact about a person; nobody starts it in a crowd. */
const ACCOUNT_BUNDLE_MOST = 405_000;

const BUNDLES_MOST: Readonly<Record<string, number>> = {
  account: ACCOUNT_BUNDLE_MOST,
  staff: STAFF_BUNDLE_MOST,
  trainer: STAFF_BUNDLE_MOST,
  examiner: EXAMINER_BUNDLE_MOST,
  station: STAFF_BUNDLE_MOST,
  bureau: BUREAU_BUNDLE_MOST,
  open: BUREAU_BUNDLE_MOST,
  exams: EXAMS_BUNDLE_MOST,
  documents: DOCUMENTS_BUNDLE_MOST,
  jobs: JOBS_BUNDLE_MOST,
  tally: COUNTING_BUNDLE_MOST,
  reckoner: COUNTING_BUNDLE_MOST,
};

/** Gzipped bytes of JavaScript and CSS of one page, all it may ever load: what a slow phone has to fetch and run. */
export const PAGE_MOST = 45_000;

/** The same for the pages of one's own data: opened now and then, and rich in words, for what is irrevocable is told in full. */
export const OWN_PAGE_MOST = 65_000;

/** The same for the pages of staff, who sit at a desk more often than not; the import page also brings readers of spreadsheets, on demand. */
export const STAFF_PAGE_MOST = 100_000;
const IMPORT_PAGE_MOST = 152_000;

/** The same for the page of a unit's hours: the ledger of a person as they see it themselves, and the writer of workbooks on demand. */
const HOURS_PAGE_MOST = 145_000;

/** The same for the pages of training, opened now and then; the door also brings a reader of codes for browsers that have none, on demand. */
export const COURSE_PAGE_MOST = 69_500;
const DOOR_PAGE_MOST = 110_000;
const COURSE_PAGES = ['training', 'course', 'my-training', 'verify'];
/** The ledger explains itself line by line, in two languages. */
const LEDGER_PAGE_MOST = 71_000;
/** Rules of subsidies are explained condition by condition, in two languages; who decides also writes workbooks, on demand. */
const SUBSIDY_PAGE_MOST = 82_000;
const STAFF_SUBSIDIES_PAGE_MOST = 149_000;
/** Mock papers explain their rules and results in full, in two languages, and bring the storage of a sitting along. */
const MOCK_PAGE_MOST = 66_000;
/** The page that a mock paper is sat on: its words in two languages are a quarter of what it brings itself, and it says what became of every answer. */
const EXAM_PAGE_MOST = 58_000;
/** Trainers' pages, on top of the staff's: the door, its QR codes and the writer of workbooks come when they are asked for, and are counted all the same. */
const TRAINING_PAGE_MOST = 182_000;
/** The exam's pages: one's own with the rules and the guide, in two languages; those of staff with readers of workbooks, on demand. */
const EXAM_RECORD_PAGE_MOST = 85_000;
const STAFF_EXAMS_PAGE_MOST = 185_000;
/** The names and rules of all indicators, in two languages, and the charts, on top of the staff's. */
const FIGURES_PAGE_MOST = 127_000;
/** Reports and station work, on top of the staff's: readers and writers of workbooks on demand. */
const REPORTS_PAGE_MOST = 152_000;
const STATION_PAGE_MOST = 169_000;
/** Examiners' pages, on top of the staff's: the board, marking, statistics and the writer of workbooks, each on demand; words in two languages. */
const PAPERS_PAGE_MOST = 170_000;

export interface Weighed {
  what: string;
  bytes: number;
  most: number;
}

/** Every bundle and every page of dist/ with its budget. */
export async function weighAll(root: string = ROOT): Promise<Weighed[]> {
  const bundles = manifest.map(({ name }) => ({
    what: `function ${name}`,
    bytes: statSync(join(root, 'dist/functions', name, 'index.mjs')).size,
    most: BUNDLES_MOST[name] ?? BUNDLE_MOST,
  }));
  const site = join(root, 'dist/site');
  const pages = projectFiles('', site).filter((path) => path.endsWith('.html'));
  const weights = await Promise.all(pages.map((page) => pageWeight(site, page)));
  return [...bundles, ...weights.map(({ page, bytes }) => ({ what: `page ${page}`, bytes, most: mostFor(page) }))];
}

/** `en/staff/people/index.html` is a page of staff. */
function mostFor(page: string): number {
  const [first, second] = page.replace(/^en\//, '').split('/');
  if (first === 'profile' || first === 'invitation') return OWN_PAGE_MOST;
  if (first === 'door') return DOOR_PAGE_MOST;
  if (first === 'ledger') return LEDGER_PAGE_MOST;
  if (first === 'subsidy') return SUBSIDY_PAGE_MOST;
  if (first === 'exam') return EXAM_RECORD_PAGE_MOST;
  if (first === 'mock') return second === 'sit' ? EXAM_PAGE_MOST : MOCK_PAGE_MOST;
  if (COURSE_PAGES.includes(first ?? '')) return COURSE_PAGE_MOST;
  if (first !== 'staff') return PAGE_MOST;
  const own: Readonly<Record<string, number>> = {
    figures: FIGURES_PAGE_MOST,
    ...{ import: IMPORT_PAGE_MOST, hours: HOURS_PAGE_MOST, training: TRAINING_PAGE_MOST, papers: PAPERS_PAGE_MOST },
    ...{ exams: STAFF_EXAMS_PAGE_MOST, reports: REPORTS_PAGE_MOST, station: STATION_PAGE_MOST },
    subsidies: STAFF_SUBSIDIES_PAGE_MOST,
  };
  return own[second ?? ''] ?? STAFF_PAGE_MOST;
}

/** What is over its budget, each as a sentence. */
export function overweight(weighed: readonly Weighed[]): string[] {
  return weighed
    .filter(({ bytes, most }) => bytes > most)
    .map(({ what, bytes, most }) => `${what} weighs ${bytes} bytes, ${bytes - most} more than its ${most}.`);
}

if (import.meta.main) {
  const weighed = await weighAll();
  const over = overweight(weighed);
  if (!weighed.some(({ what }) => what.startsWith('page practice/'))) over.push('There is no practice page to weigh.');
  for (const sentence of over) console.log(sentence);
  process.exitCode = over.length === 0 ? 0 : 1;
}
