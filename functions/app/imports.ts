// Importing people: each row of a slice is judged by itself, with the right asked at its own unit, and written as adding or correcting a person
// would be, with its audit line. What was written is 'same' when it comes again, so a slice may be sent any number of times.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can } from '../domain/access/can.ts';
import { heard } from '../domain/imports/certificate-cells.ts';
import { type ChangedField, type Decision, decide, type Known } from '../domain/imports/decide.ts';
import { duplicatesIn } from '../domain/imports/duplicates.ts';
import { type PeopleRow, rowFaults, stated } from '../domain/imports/row-rules.ts';
import { withCertificate } from '../domain/people/certificate.ts';
import type { Day } from '../domain/time.ts';
import { ancestorsOn } from '../domain/units/tree.ts';
import type { Unit } from '../domain/units/unit.ts';
import type { PersonChange, PersonPut, Person as Record } from '../store/person-writes.ts';
import { dayWithin, type Person, type Standing, signedIn, standingFor, today } from './access.ts';
import { entryOf } from './audit.ts';
import type { StaffDeps } from './deps.ts';
import { inParallel } from './in-parallel.ts';
import { factsOf, hashOfNumber, mayRead, sealedNumber } from './person-records.ts';
import { gather } from './units-world.ts';

type Line = Answer<'importPeople'>['lines'][number];
type Reason = NonNullable<Line['reason']>;

/** Queues that are worked at once. */
const AT_ONCE = 8;

/** How often a row is judged anew when somebody else wrote the same person in between. */
const ATTEMPTS = 3;

interface Slice {
  me: Person;
  dry: boolean;
  /** The first day in post of new people whose row names none. */
  day: Day;
}

/** Says of each row what an import would do, or does it. Problem `not_found` when the unit of the path is not the actor's to import to. */
export function importPeople(deps: StaffDeps) {
  return async (actor: Actor, { params, body }: Input<'importPeople'>): Promise<Answer<'importPeople'>> => {
    const me = signedIn(actor);
    await standingFor(deps, actor)('importPeople', params.unit);
    const { dry, day } = body;
    const rows = body.rows.map(rowOf);
    const doubled = duplicatesIn(rows);
    const standings = await standingsOf(deps, me, { top: params.unit, ids: rows.map(({ unit }) => unit) });
    const lines = new Map<PeopleRow, Line>();
    await inParallel(AT_ONCE, queuesOf(rows, dry), async (queue) => {
      for (const row of queue) {
        const standing = standings.get(row.unit);
        const fault = faultOf(deps, { row, day, standing }) ?? doubledOf(row, doubled);
        lines.set(row, fault ?? (await lineFor(deps, { me, dry, day }, { row, ...(standing as Standing) })));
      }
    });
    return { lines: rows.map((row) => lines.get(row) as Line) };
  };
}

/** Rows that are written to one unit follow each other: they would only wait for its audit chain. Those that are only looked at need not. */
function queuesOf(rows: readonly PeopleRow[], dry: boolean): PeopleRow[][] {
  return dry ? rows.map((row) => [row]) : [...Map.groupBy(rows, ({ unit }) => unit).values()];
}

/** The units of the rows that lie under the path's unit, itself included, and to which the actor may import. All are read together. */
async function standingsOf(
  deps: StaffDeps,
  me: Person,
  { top, ids }: { top: string; ids: readonly string[] },
): Promise<Map<string, Standing>> {
  const day = today(deps);
  const { world, units } = await gather(deps, { ids, closing: [], day });
  const found = new Map<string, Standing>();
  for (const id of new Set(ids)) {
    const unit = units.get(id);
    if (unit === undefined) continue;
    const place = { ancestors: ancestorsOn(world.lookup, id, dayWithin(unit, day)) };
    if (place.ancestors.includes(top) && can.importPeople(me, place)) found.set(id, { unit, place });
  }
  return found;
}

interface Checked {
  row: PeopleRow;
  day: Day;
  standing: Standing | undefined;
}

/** Everything that is refused without a look at who is known. */
function faultOf(deps: StaffDeps, { row, day, standing }: Checked): Line | undefined {
  if (standing === undefined) return refusal(row, 'not-your-unit');
  if (closes(standing.unit)) return refusal(row, 'unit-not-open');
  const [fault] = rowFaults({ ...row, from: row.from ?? day }, today(deps));
  return fault && { ...refusal(row, 'invalid'), column: fault.column };
}

/** An employment without an end does not fit into a unit with one. */
function closes({ closed }: Unit): boolean {
  return closed !== undefined;
}

function doubledOf(row: PeopleRow, doubled: ReturnType<typeof duplicatesIn>): Line | undefined {
  const shared = doubled.get(row.line);
  return shared && { ...refusal(row, 'duplicate'), column: shared.column };
}

interface Work extends Standing {
  row: PeopleRow;
}

/** Judges a row, and writes what was judged unless the slice is dry. */
async function lineFor(deps: StaffDeps, slice: Slice, work: Work): Promise<Line> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const judged = await judge(deps, work.row);
    const { decision } = judged;
    if (decision.outcome === 'refused')
      return againstIt(deps, slice.me, { row: work.row, decision, found: judged.found });
    const line = viewOf(work.row, decision);
    if (slice.dry || decision.outcome === 'same') return line;
    const done = await write(deps, slice, { ...work, ...judged });
    if (done === 'done') return line;
    if (done === 'unit-not-open') return refusal(work.row, 'unit-not-open');
  }
  return refusal(work.row, 'changed-meanwhile');
}

interface Against {
  row: PeopleRow;
  decision: Extract<Decision, { outcome: 'refused' }>;
  found: readonly Record[];
}

/** The refusal of a row by what is known of somebody; who that is stands in it for whoever may read them, and for nobody else. */
async function againstIt(deps: StaffDeps, me: Person, { row, decision, found }: Against): Promise<Line> {
  const line = refusal(row, decision.reason);
  const person = found.find(({ id }) => id === decision.person);
  return person !== undefined && (await mayRead(deps, me, person)) ? { ...line, person: person.id } : line;
}

interface Judged {
  decision: Decision;
  /** Who has a number of the row. */
  found: Record[];
  /** Whom a row changes. */
  before?: Record | undefined;
}

async function judge(deps: StaffDeps, row: PeopleRow): Promise<Judged> {
  const marks = {
    phone: row.phone === undefined ? undefined : hashOfNumber(deps, 'phone', row.phone),
    idNumber: row.idNumber === undefined ? undefined : hashOfNumber(deps, 'idNumber', row.idNumber),
  };
  const { people } = deps.store;
  const [byId, byPhone] = await Promise.all([
    marks.idNumber === undefined ? undefined : people.findByIdHash(marks.idNumber),
    marks.phone === undefined ? undefined : people.findByPhoneHash(marks.phone),
  ]);
  const [first, second] = await Promise.all([read(byId), byPhone === byId ? undefined : read(byPhone)]);
  const held = { byId: first, byPhone: byPhone === byId ? first : second };
  const decision = decide({
    row: { ...row, ...marks },
    byId: held.byId && knownOf(held.byId),
    byPhone: held.byPhone && knownOf(held.byPhone),
    today: today(deps),
  });
  const found = [held.byId, held.byPhone].filter((one) => one !== undefined);
  return { decision, found, before: found[0] };

  async function read(id: string | undefined): Promise<Record | undefined> {
    return id === undefined ? undefined : people.get(id);
  }
}

function knownOf({ phone, idNumber, ...known }: Record): Known {
  const { id, name, education, isSocialWorkMajor, employments, certificates } = known;
  const marks = { phone: phone?.hash, idNumber: idNumber?.hash };
  return { id, name, ...marks, education, isSocialWorkMajor, employments, certificates };
}

/** Writes what was decided, on the person as they were read: what came between is told, and judged anew. */
async function write(
  deps: StaffDeps,
  slice: Slice,
  { row, place, decision, before }: Work & Judged,
): Promise<PersonPut> {
  const correcting = before && 'fields' in decision ? { before, fields: decision.fields } : undefined;
  const after = correcting === undefined ? added(deps, row, slice.day) : corrected(deps, row, correcting);
  const thing = { type: 'person', id: after.id };
  const facts = { ...(correcting && { before: factsOf(correcting.before) }), after: factsOf(after) };
  const entry = entryOf(deps, { me: slice.me, right: 'importPeople', place, thing, ...facts });
  return deps.store.people.put({ before: correcting?.before, after }, [entry]);
}

interface Correcting {
  before: Record;
  fields: readonly ChangedField[];
}

function added(deps: StaffDeps, row: PeopleRow, day: Day): PersonChange['after'] {
  const id = deps.newId();
  const { unit, post, established = false, from = day } = row;
  const employments = [{ unit, post, established, from }];
  const certificates = row.certificate === undefined ? [] : [row.certificate];
  const now = deps.now();
  return { id, createdAt: now, changedAt: now, certificates, pools: [], employments, ...profileOf(deps, row, id) };
}

/** What the row does not say, and what it says no differently, stays as it is; employments are never touched. */
function corrected(deps: StaffDeps, row: PeopleRow, { before, fields }: Correcting): PersonChange['after'] {
  const { version: _, ...kept } = before;
  const said = Object.entries(profileOf(deps, row, before.id)).filter(([field]) =>
    fields.includes(field as ChangedField),
  );
  const facts = { certificates: certificatesOf(row, before), changedAt: deps.now() };
  return { ...kept, ...Object.fromEntries(said), ...facts };
}

/** The certificates with the row's, where it says anything new of one. */
function certificatesOf({ certificate }: PeopleRow, { certificates }: Record): Record['certificates'] {
  const told = certificate && heard(certificates, certificate);
  return told?.ok && told.isNews ? withCertificate(certificates, told.certificate) : certificates;
}

type Profile = Pick<Record, Exclude<ChangedField, 'certificate'>>;

function profileOf(deps: StaffDeps, row: PeopleRow, person: string): Profile {
  const { name, phone, idNumber, education, isSocialWorkMajor } = row;
  return {
    name,
    ...(phone === undefined ? {} : { phone: sealedNumber(deps, 'phone', { typed: phone, person }) }),
    ...(idNumber === undefined ? {} : { idNumber: sealedNumber(deps, 'idNumber', { typed: idNumber, person }) }),
    ...(education === undefined ? {} : { education }),
    ...(isSocialWorkMajor === undefined ? {} : { isSocialWorkMajor }),
  };
}

/** The row of the wire without what is undefined, as the domain has it. */
function rowOf(row: Input<'importPeople'>['body']['rows'][number]): PeopleRow {
  return stated({ ...row, certificate: row.certificate && stated(row.certificate) }) as PeopleRow;
}

function viewOf({ line }: PeopleRow, { outcome, ...more }: Exclude<Decision, { outcome: 'refused' }>): Line {
  return outcome === 'changed' && 'fields' in more ? { line, outcome, fields: more.fields } : { line, outcome };
}

function refusal({ line }: PeopleRow, reason: Reason): Line {
  return { line, outcome: 'refused', reason };
}
