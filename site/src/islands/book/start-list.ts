// A drill over a list from the book. Its questions go into the drill's record, not into the address: there may be hundreds.
import type { Order } from '../../../../functions/domain/practice/drill.ts';
import type { Drill } from '../../journal/drill-record.ts';
import type { Shell } from '../../shell/shell.tsx';
import { newDrill, startOver } from '../drill/start.ts';
import type { Tab } from './view.ts';

const ORDERS: Record<Tab, Order> = { wrong: 'wrong', favourite: 'favourite', note: 'sequential', flag: 'sequential' };

/** What an address holds when no record can be kept. */
const ADDRESS_MOST = 100;

/** Keeps a new drill over the questions; answers the page that opens it. Where nothing is kept it is in the address, cut to 100 questions. */
export async function startList(shell: Shell, questions: readonly string[], tab: Tab): Promise<string> {
  const { journal, page } = shell;
  const drill = drillOver(shell, questions, tab);
  const isKept =
    journal.kept &&
    drill !== undefined &&
    (await journal.saveDrill(drill).then(
      () => true,
      () => false,
    ));
  return page(`/practice/drill/${isKept ? `?id=${drill.id}` : startOver(questions.slice(0, ADDRESS_MOST))}`);
}

function drillOver({ bank, journal, now, newId }: Shell, questions: readonly string[], tab: Tab): Drill | undefined {
  const by = { state: journal.state, seed: 0, id: newId(), now: now() };
  const drill = newDrill(new URLSearchParams(startOver(questions)), bank, by);
  if (drill === undefined) return undefined;
  const subjects = [...new Set(questions.flatMap((id) => bank.placeOf(id)?.subject ?? []))];
  const title = subjects.length > 1 ? subjects.map((subject) => subject.name) : drill.title;
  return { ...drill, title, order: ORDERS[tab] };
}
