// The audit's lines, as a table where there is room and as cards where there is not.
import { useStaff } from '../../../shell/staff.tsx';
import { useWays } from '../use-route.ts';
import { useWide } from '../use-wide.ts';
import type { Telling } from './fact.ts';
import { actionText, differences, fieldText, type Line, stampText, thingText, whoText } from './line.ts';

interface Props {
  lines: readonly Line[];
  telling: Telling;
}

export function AuditList({ lines, telling }: Props) {
  const isWide = useWide();
  return isWide ? <AuditTable lines={lines} telling={telling} /> : <AuditCards lines={lines} telling={telling} />;
}

function AuditTable({ lines, telling }: Props) {
  const { t } = useStaff();
  const [, at = '', who = '', , act = '', thing = '', changes = '', why = ''] = t.audit.columns;
  return (
    <div class="card table-card">
      <table class="grid audit">
        <caption class="visually-hidden">{t.tabs.audit}</caption>
        <thead>
          <tr>
            {[at, who, act, thing, changes, why].map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.seq}>
              <td class="stamp">{stampText(line.at, telling.words)}</td>
              <td>
                <Who line={line} telling={telling} />
              </td>
              <td>{actionText(line.action, t)}</td>
              <td>
                <Thing line={line} telling={telling} />
              </td>
              <td>
                <Changes line={line} telling={telling} />
              </td>
              <td>{line.why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AuditCards({ lines, telling }: Props) {
  const { t } = useStaff();
  return (
    <ol class="card list">
      {lines.map((line) => (
        <li key={line.seq} class="item">
          <span>
            <span class="name">{actionText(line.action, t)}</span> · <Thing line={line} telling={telling} />
          </span>
          <span class="small soft">
            {stampText(line.at, telling.words)} · <Who line={line} telling={telling} />
          </span>
          {line.why && <span class="small">{t.audit.because(line.why)}</span>}
          <Changes line={line} telling={telling} />
        </li>
      ))}
    </ol>
  );
}

function Who({ line, telling }: { line: Line; telling: Telling }) {
  const { t } = useStaff();
  return (
    <>
      {whoText(line, telling)}
      {line.as && <span class="small soft"> {t.roleNames[line.as.role]}</span>}
    </>
  );
}

function Thing({ line, telling }: { line: Line; telling: Telling }) {
  const { address } = useWays();
  const text = thingText(line, telling);
  const { type, id } = line.thing;
  if (type === 'person') return <a href={address({ page: 'person', person: id })}>{text}</a>;
  if (type === 'unit') return <a href={address({ page: 'units', unit: id })}>{text}</a>;
  return <>{text}</>;
}

function Changes({ line, telling }: { line: Line; telling: Telling }) {
  const { t } = useStaff();
  const all = differences(line, telling);
  if (all.length === 0) return null;
  return (
    <details class="changes small">
      <summary>{t.audit.changes(all.length)}</summary>
      <ul>
        {all.map(({ field, before, after }) => (
          <li key={field}>
            {fieldText(field, t)}：{before && <del>{before}</del>} {after && <ins>{after}</ins>}
          </li>
        ))}
      </ul>
    </details>
  );
}
