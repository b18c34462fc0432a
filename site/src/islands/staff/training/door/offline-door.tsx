// The door for when the network is gone: names to tap, what waits to be sent, what was not taken.
import { useState } from 'preact/hooks';
import type { CodeKind } from '../../../../../../functions/domain/door/codes.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import { Framed } from '../../forms/fields.tsx';
import { reasonText, useTeachWords } from '../use-words.ts';
import type { RosterRow } from '../whole-course.ts';
import type { Offline } from './use-offline.ts';

/** Names that are shown at once. */
const SHOWN = 8;
const MINUTE_MS = 60_000;

interface Props {
  people: readonly RosterRow[];
  offline: Offline;
  kind: CodeKind;
}

export function OfflineDoor({ people, offline, kind }: Props) {
  const { me } = useStaff();
  const w = useTeachWords();
  const waiting = offline.waiting.filter(({ refused }) => refused === undefined);
  const isOthers = waiting.some(({ by }) => by !== me.person);
  const off = Math.round(Math.abs(offline.clockOffMs) / MINUTE_MS);
  return (
    <details class="card fold" open={waiting.length > 0}>
      <summary>
        <h2>{w.door.offline}</h2>
        {waiting.length > 0 && <span class="tag">{w.door.waiting(waiting.length)}</span>}
      </summary>
      <div class="stack">
        <p class="small soft">{w.door.offlineHint}</p>
        {isOthers && <p class="notice">{w.door.otherPerson}</p>}
        {off > 0 && <p class="notice">{w.door.clock(off)}</p>}
        <Names people={people} offline={offline} kind={kind} />
        <Refused people={people} offline={offline} />
      </div>
    </details>
  );
}

function Names({ people, offline, kind }: Props) {
  const { toast } = useStaff();
  const w = useTeachWords();
  const [text, setText] = useState('');
  const wanted = text.trim();
  const found = wanted === '' ? [] : people.filter(({ name }) => name.includes(wanted));
  const note = async ({ person, name }: RosterRow) => {
    const isKept = await offline.note(person, kind);
    toast(isKept ? w.door.kept(name, w.kindNames[kind]) : w.door.notKept);
    if (isKept) setText('');
  };
  return (
    <>
      <Framed label={w.door.search} hint={undefined} fault={undefined}>
        {(tied) => (
          <input
            {...tied}
            type="text"
            autoComplete="off"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Framed>
      {wanted !== '' && found.length === 0 && <p class="soft">{w.door.noneFound}</p>}
      <div class="row">
        {found.slice(0, SHOWN).map((row) => (
          <button key={row.person} type="button" class="tool" onClick={() => void note(row)}>
            {w.door.markAs(row.name, w.kindNames[kind])}
          </button>
        ))}
      </div>
    </>
  );
}

function Refused({ people, offline }: Omit<Props, 'kind'>) {
  const { t } = useStaff();
  const w = useTeachWords();
  const refused = offline.waiting.filter((mark) => mark.refused !== undefined);
  if (refused.length === 0) return null;
  const nameOf = (id: string) => people.find(({ person }) => person === id)?.name ?? w.suspicions.unknown;
  return (
    <div class="notice trouble" role="alert">
      <p>{w.door.failed(refused.length)}</p>
      <ul class="list">
        {refused.map((mark) => (
          <li key={mark.seq} class="row">
            <span>
              {nameOf(mark.person)}：{reasonText(mark.refused, t, w)}
            </span>
            <button type="button" class="link" onClick={() => void offline.dismiss(mark)}>
              {w.door.dismiss}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
