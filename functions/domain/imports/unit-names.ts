// From the name of a unit as people write it to the unit. Nothing is guessed: where two fit, or none, the candidates are named.

export interface NamedUnit {
  id: string;
  name: string;
  parent: string | null;
}

/** `candidates` are names with the parent's before it, for whoever has to mend the file. */
export type UnitFound =
  | { ok: true; id: string }
  | { ok: false; code: 'missing' | 'unit-unknown' | 'unit-ambiguous'; candidates: string[] };

const CANDIDATES_MOST = 5;

/** What names are often written without. The longest first. */
const SUFFIX =
  /(?:社会工作服务总站|社会工作服务中心|社会工作服务站|社会工作总站|社会工作站|社工服务站|社工总站|社工站|服务中心)$/;

/** Between a unit and the one above it: 濂溪区/莲花镇. Full-width signs are made plain first. */
const PATH = /[/>→]/;

/**
 * A finder over units. A name is compared exactly, then without spaces and the width of signs, then without its suffix; each time one unit
 * alone must fit. A path of names tells units of one name apart; an id is taken as well.
 */
export function unitFinder(units: readonly NamedUnit[]): (text: string) => UnitFound {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const steps = [trimmed, folded, short].map((form) => ({
    form,
    index: Map.groupBy(units, ({ name }) => form(name)),
  }));
  return (text) => {
    if (folded(text) === '') return { ok: false, code: 'missing', candidates: [] };
    const own = byId.get(text.trim());
    if (own !== undefined) return { ok: true, id: own.id };
    for (const { form, index } of steps) {
      const fits = [...(index.get(form(text)) ?? []), ...alongPath(text, form, index)];
      if (fits.length === 1 && fits[0] !== undefined) return { ok: true, id: fits[0].id };
      if (fits.length > 1) return { ok: false, code: 'unit-ambiguous', candidates: named(fits) };
    }
    return { ok: false, code: 'unit-unknown', candidates: named(near(text)) };
  };

  /** Units called by the last part of a path, below units called by the parts before it, not necessarily right below. */
  function alongPath(text: string, form: Form, index: ReadonlyMap<string, readonly NamedUnit[]>): NamedUnit[] {
    const parts = partsOf(text).map(form);
    if (parts.length < 2) return [];
    return (index.get(parts.at(-1) ?? '') ?? []).filter((unit) => isBelow(unit, parts.slice(0, -1), form));
  }

  function isBelow(unit: NamedUnit, parts: readonly string[], form: Form): boolean {
    const wanted = [...parts];
    const seen = new Set<string>();
    for (let at: NamedUnit | undefined = unit; at !== undefined && !seen.has(at.id); at = above(at)) {
      seen.add(at.id);
      if (at !== unit && form(at.name) === wanted.at(-1)) wanted.pop();
    }
    return wanted.length === 0;
  }

  function above({ parent }: NamedUnit): NamedUnit | undefined {
    return parent === null ? undefined : byId.get(parent);
  }

  /** Units whose name holds the text, or is held by it. */
  function near(text: string): NamedUnit[] {
    const core = short(partsOf(text).at(-1) ?? '');
    if (core.length < 2) return [];
    const fits = ({ name }: NamedUnit) =>
      short(name).includes(core) || (short(name).length > 1 && core.includes(short(name)));
    return units.filter(fits);
  }

  function named(found: readonly NamedUnit[]): string[] {
    return found.slice(0, CANDIDATES_MOST).map((unit) => {
      const parent = above(unit);
      return parent === undefined ? unit.name : `${parent.name}/${unit.name}`;
    });
  }
}

type Form = (name: string) => string;

function partsOf(path: string): string[] {
  return path.normalize('NFKC').split(PATH);
}

function trimmed(name: string): string {
  return name.trim();
}

function folded(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s()\u200b-\u200f]/g, '')
    .toLowerCase();
}

/** A name that is nothing but a suffix stays whole. */
function short(name: string): string {
  const whole = folded(name);
  return whole.replace(SUFFIX, '') || whole;
}
