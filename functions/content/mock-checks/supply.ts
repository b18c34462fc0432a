// A subject that is offered has enough items for an official paper and for two short ones that share nothing. What is written is held to it; what is
// reviewed so far gets a warning.
import { ITEM_KINDS, type ItemKind } from '../../domain/papers/blueprint.ts';
import { type Candidate, type Finding, overall, type Refs } from '../bank.ts';

const SHORT_PAPERS = 2;

export function supply(candidates: readonly Candidate[], refs: Refs): Finding[] {
  return [...Map.groupBy(candidates, (c) => c.file.subject)].flatMap(([subject, all]) => {
    const form = refs.subjects.find((s) => s.id === subject)?.form;
    const wanted = wantedOf(refs, form);
    const lacking = short(all, wanted);
    if (lacking !== undefined) return [overall('supply', `${subject} has ${lacking} for its papers; write more.`)];
    const unreviewed = short(
      all.filter((c) => c.reviewed),
      wanted,
    );
    if (unreviewed === undefined) return [];
    return [overall('supply', `${subject} has ${unreviewed} that are reviewed; papers lack them.`, 'warning')];
  });
}

/** How many of each kind the papers of a form take. */
function wantedOf({ blueprints }: Refs, form: 'objective' | 'essay' | undefined): Map<ItemKind, number> {
  const papers = blueprints.filter((b) => b.answered === form);
  const most = (kind: ItemKind): number =>
    Math.max(0, ...papers.map((b) => (b.counts[kind] ?? 0) * (b.form === 'short' ? SHORT_PAPERS : 1)));
  return new Map(ITEM_KINDS.map((kind) => [kind, most(kind)]));
}

function short(candidates: readonly Candidate[], wanted: ReadonlyMap<ItemKind, number>): string | undefined {
  const lacking = [...wanted].flatMap(([kind, count]) => {
    const has = candidates.filter(({ item }) => item.kind === kind).length;
    return has < count ? [`${has} of ${count} ${kind}`] : [];
  });
  return lacking.length === 0 ? undefined : lacking.join(', ');
}
