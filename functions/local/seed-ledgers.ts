// The ledgers of continuing education at the station of the demo liaison: somebody half a year before the end who lacks 18 hours, one who lacks more
// and has two months, one who has reached it by a degree. Handed in by the liaison, decided by the city's manager, through the capabilities that people use.

import type { LedgerDeps } from '../app/deps.ts';
import { addEntry, moveEntry } from '../app/ledger-entries.ts';
import { changePerson } from '../app/people.ts';
import { Problem } from '../app/problem.ts';
import type { Actor } from '../domain/access/can.ts';
import { dayIn } from '../domain/hours/entries.ts';
import { addMonths } from '../domain/period.ts';
import { addDays, type Day, dayOf } from '../domain/time.ts';
import { hour } from './seed-courses.ts';
import type { Body } from './seed-plan.ts';
import { stationId } from './seed-units.ts';
import type { Writer } from './seed-write.ts';

type NewEntry = Body<typeof addEntry>;

interface PlannedEntry {
  what:
    | Omit<Extract<NewEntry, { kind: 'training' }>, 'request'>
    | Omit<Extract<NewEntry, { kind: 'degree' }>, 'request'>;
  /** Missing: it waits. */
  decision?: { move: 'approve' | 'refuse'; why?: string };
}

interface PlannedLedger {
  person: string;
  /** First day of the registration as 助理社会工作师. */
  registered: Day;
  entries: PlannedEntry[];
}

/** Who hands in, who decides, and what the entries are kept by. */
export interface Keepers {
  liaison: Actor;
  manager: Actor;
  entries: LedgerDeps['store']['ledgerEntries'];
}

export const LEDGER_STATION = stationId('360402100');

/** Decided a week after the day that is proved. */
const DECIDED_DAYS = 7;

/** Seeds the ledgers of the station, that of `worker` among them. What is there already is left. */
export async function seedLedgers(writer: Writer, worker: string, keepers: Keepers): Promise<void> {
  for (const ledger of plannedLedgers(worker, dayOf(writer.deps.now()))) {
    await register(writer, ledger);
    for (const [n, entry] of ledger.entries.entries()) {
      await hand(writer, keepers, { person: ledger.person, id: `demo-hours-${ledger.person}-${n + 1}`, entry });
    }
  }
}

/** Counted back from a day, so that the deadlines are always ahead. */
function plannedLedgers(worker: string, today: Day): PlannedLedger[] {
  const ago = (months: number) => addMonths(today, -months);
  const waiting = { what: training(addDays(today, -10), 6, '个案工作督导') };
  const notProved = { ...waiting, what: training(ago(3), 3, '线上专题讲座') };
  return [
    {
      ...{ person: worker, registered: ago(30) },
      entries: [
        ...[0, 1, 2, 3, 4].map((n) => approved(training(addDays(ago(24), n), 8, `社会工作实务研修（第 ${n + 1} 天）`))),
        ...[0, 1].map((n) => approved(training(addDays(ago(12), n), 7, `社区治理专题培训（第 ${n + 1} 天）`))),
        { ...notProved, decision: { move: 'refuse', why: '演示：证明没有盖章' } },
        waiting,
      ],
    },
    {
      ...{ person: `${LEDGER_STATION}-02`, registered: ago(34) },
      entries: [0, 1, 2, 3].map((n) => approved(training(addDays(ago(18), n), 7.5, `小组工作坊（第 ${n + 1} 天）`))),
    },
    {
      ...{ person: `${LEDGER_STATION}-03`, registered: ago(20) },
      entries: [
        approved({
          ...{ kind: 'degree', day: ago(8), title: '社会工作本科（成人高等教育）', organiser: '某大学（演示）' },
          evidence: [proof('学士学位证书.pdf')],
        }),
      ],
    },
  ];
}

function training(day: Day, hours: number, title: string): PlannedEntry['what'] {
  const organiser = '社会工作协会（演示）';
  return { kind: 'training', when: { day, minutes: hours * 60 }, title, organiser, evidence: [proof('结业证明.pdf')] };
}

/** The files are with nobody: their hashes are of nothing. */
function proof(name: string) {
  return { name: `演示-${name}`, bytes: 180_224, sha256: '0'.repeat(64) };
}

function approved(what: PlannedEntry['what']): PlannedEntry {
  return { what, decision: { move: 'approve' } };
}

/** Gives somebody the certificate that is registered, unless they have it. */
async function register({ deps, actor }: Writer, { person, registered }: PlannedLedger): Promise<void> {
  const held = await deps.store.people.get(person);
  if (held === undefined || held.certificates.length > 0) return;
  const number = `DEMO-L-${(await deps.digest(person)).replace(/[^0-9A-Za-z]/g, '').slice(0, 8)}`;
  const certificate = { level: 'junior', number, issued: addDays(registered, -60), registered } as const;
  const body = { kind: 'certificate', certificate, version: held.version } as const;
  await changePerson(deps)(actor, { params: { person }, query: undefined, body });
}

interface Handing {
  person: string;
  id: string;
  entry: PlannedEntry;
}

/** Hands an entry in, and has it decided; each as far as it is not done. */
async function hand({ deps }: Writer, { liaison, manager, entries }: Keepers, { person, id, entry }: Handing) {
  const { what, decision } = entry;
  const usual = hour(addDays(dayIn(what) ?? dayOf(deps.now()), DECIDED_DAYS), 10);
  const now = () => (usual < deps.now() ? usual : deps.now());
  const means: LedgerDeps = { ...deps, now, newId: () => id, store: { ...deps.store, ledgerEntries: entries } };
  const body = { request: `propose-${id}`, ...what };
  await addEntry(means)(liaison, { params: { person }, query: undefined, body }).catch(doneBefore);
  if (decision === undefined) return;
  const input = { params: { person, entry: id }, query: undefined };
  const request = `decide-${id}`;
  await moveEntry(means)(manager, { ...input, body: { request, ...decision } }).catch(doneBefore);
}

/** Another port has people of its own, who find the station's entries as the first ones have left them. */
function doneBefore(error: unknown): void {
  const isDone = error instanceof Problem && (error.code === 'conflict' || error.more.reason === 'entry-state');
  if (!isDone) throw error;
}
