// Indicators of staff and certificates: stocks at the end of a month (人员配备、登记、持证在岗、持证率、万人持证数), and who was newly certified in the months.
import type { Post } from '../people/employment.ts';
import type { Figure } from '../reports/content.ts';
import type { Months } from '../reports/terms.ts';
import type { Shelves } from './additions.ts';
import { flowOf, type Indicator, stockOf } from './indicator.ts';
import { LEVELS } from './indicators-exam.ts';
import { endMonthOf } from './periods.ts';

/** Posts that are filled for pay; volunteers are counted by what they do. */
export const PAID_POSTS: readonly Post[] = ['social-worker', 'community-worker', 'grid-worker', 'supervisor', 'other'];

/** The shelf on which whoever reads figures lays what a bureau said of its population: the first day on which it holds → how many. */
export const POPULATION_SHELF = 'population';

const SHELF = 'staff';
const stock = { group: 'staff', span: 'end', shelves: () => [SHELF] } as const;

export const STAFF: readonly Indicator[] = [
  people('workers', 'workers', workersOf(PAID_POSTS)),
  ...PAID_POSTS.map((post) => people(`workers:${post}`, 'workers', workersOf([post]))),
  people('established', 'established', (sums, months) => stockOf(sums, { what: 'e', months })),
  people('certified', 'certified', certifiedOf({ posts: PAID_POSTS })),
  ...LEVELS.map((level) => people(`certified:${level}`, 'certified', certifiedOf({ posts: PAID_POSTS, level }))),
  rate('certified-rate', PAID_POSTS),
  ...PAID_POSTS.map((post) => rate(`certified-rate:${post}`, [post])),
  people('certificate-registered', 'certificate-registered', (sums, months) => stockOf(sums, { what: 'r', months })),
  ...LEVELS.map((level) =>
    people(`certificate-registered:${level}`, 'certificate-registered', (sums, months) =>
      stockOf(sums, { what: 'r', months, isPart: (part) => part === level }),
    ),
  ),
  newly('newly-certified'),
  ...LEVELS.map((level) => newly(`newly-certified:${level}`, level)),
  {
    ...{ group: 'staff', span: 'end', id: 'certified-per-10000', rule: 'certified-per-10000', measure: 'per-10000' },
    shelves: () => [SHELF, POPULATION_SHELF],
    read: perTenThousand,
  },
];

type Read = (sums: Shelves[string] | undefined, months: Months) => number;

function people(id: string, rule: string, read: Read): Indicator {
  return { ...stock, id, rule, measure: 'people', read: (shelves, months) => ({ n: read(shelves[SHELF], months) }) };
}

function newly(id: string, level?: string): Indicator {
  const isPart = (part: string) => level === undefined || part === level;
  return {
    ...{ ...stock, span: 'months', id, rule: 'newly-certified', measure: 'people' },
    read: (shelves, months) => ({ n: flowOf(shelves[SHELF], { what: 'new', months, isPart }) }),
  };
}

function rate(id: string, posts: readonly Post[]): Indicator {
  const [certified, workers] = [certifiedOf({ posts }), workersOf(posts)];
  return {
    ...{ ...stock, id, rule: 'certified-rate', measure: 'percent' },
    read: (shelves, months) => ({ n: certified(shelves[SHELF], months), of: workers(shelves[SHELF], months) }),
  };
}

function workersOf(posts: readonly Post[]): Read {
  return (sums, months) => stockOf(sums, { what: 'w', months, isPart: (post) => isOneOf(posts, post) });
}

/** By the highest level held: parts are `<level>:<post>`. */
function certifiedOf({ posts, level }: { posts: readonly Post[]; level?: string }): Read {
  const isPart = (part: string) => {
    const [held, post = ''] = part.split(':');
    return (level === undefined || held === level) && isOneOf(posts, post);
  };
  return (sums, months) => stockOf(sums, { what: 'c', months, isPart });
}

/** Not known as long as nobody has said how many live there. */
function perTenThousand(shelves: Shelves, months: Months): Figure | null {
  const end = `${endMonthOf(months)}-31`;
  const said = Object.entries(shelves[POPULATION_SHELF] ?? {})
    .filter(([day]) => day <= end)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const population = said.at(-1)?.[1];
  if (population === undefined) return null;
  return { n: certifiedOf({ posts: PAID_POSTS })(shelves[SHELF], months), of: population };
}

function isOneOf(posts: readonly Post[], post: string): boolean {
  return (posts as readonly string[]).includes(post);
}
