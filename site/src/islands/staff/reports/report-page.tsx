// One report: what it says, who signed it, what has become another since, and what one can do now. On paper it has a head and lines to sign on.
import { useEffect, useMemo } from 'preact/hooks';
import { contentFrom } from '../../../../../functions/domain/reports/content.ts';
import { Notice } from '../../../shell/parts.tsx';
import { useStaff } from '../../../shell/staff.tsx';
import { Trouble, Waiting } from '../parts.tsx';
import { SaveButtons } from '../training/export/save-buttons.tsx';
import { momentOf } from '../training/moments.ts';
import { useLoad } from '../use-load.ts';
import { useHeadingFocus } from '../use-route.ts';
import { Adjustments } from './adjustments.tsx';
import type { Read, Shown } from './answers.ts';
import { Brief } from './brief.tsx';
import { FigureTables } from './figure-tables.tsx';
import { useIndicatorText } from './indicator-text.ts';
import { ReportActs } from './report-acts.tsx';
import { Proof, Signatures, Steps } from './report-facts.tsx';
import { addressOf } from './route.ts';
import { reportSheets } from './sheets.ts';
import { useBriefWords, useReportsWords } from './words.ts';

export function ReportPage({ unit, report }: { unit: string; report: string }) {
  const { call, page, words } = useStaff();
  const w = useReportsWords();
  const { value, problem, reload } = useLoad(`report ${unit} ${report}`, () =>
    call('readReport', { params: { unit, edition: report } }),
  );
  useHeadingFocus(value === undefined);
  useEffect(() => {
    if (value)
      document.title = `${value.unit.name} ${w.period(value.report.months)} ${w.templates[value.report.template]}`;
  }, [value]);
  return (
    <div class="stack">
      <a class="link start no-print" href={page(addressOf({ view: 'list', unit }))}>
        {w.back}
      </a>
      {value === undefined && <h1>{words.loading}</h1>}
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {value === undefined && !problem && <Waiting />}
      {value && <Whole value={value} reload={reload} />}
    </div>
  );
}

function Whole({ value, reload }: { value: Read; reload: () => Promise<void> }) {
  const shown = useShown(value);
  return (
    <>
      <Head value={value} />
      <ReportActs value={value} onChanged={reload} />
      <Brief shown={shown} value={value} />
      <FigureTables shown={shown} root={value.unit.id} />
      {shown.note !== '' && <Note text={shown.note} />}
      {value.made && <Adjustments key={value.version} value={value} units={shown.units} />}
      <Exports value={value} shown={shown} />
      <Signatures value={value} />
      {value.made && <Proof value={value} />}
      <Steps value={value} />
    </>
  );
}

function useShown({ text, live, indicators, note }: Read): Shown {
  return useMemo(
    () => (text === undefined ? { indicators, note, units: live.units, figures: live.figures } : contentFrom(text)),
    [text, live],
  );
}

function Head({ value }: { value: Read }) {
  const { words, page } = useStaff();
  const w = useReportsWords();
  const { report, unit, made, live, sentTo, replacedBy } = value;
  return (
    <header class="stack-tight">
      <p class="soft small">{unit.name}</p>
      <h1 tabIndex={-1} data-arrive>
        {w.period(report.months)} {w.templates[report.template]}
        {report.edition > 1 && <span class="soft small"> {w.edition(report.edition)}</span>}
      </h1>
      <p>
        <span class="tag">{w.states[report.state]}</span> {made && w.made(momentOf(made.cutOff, words))}
        {sentTo && ` · ${w.sentTo(sentTo.name)}`}
      </p>
      {report.state === 'draft' && <p class="small soft">{w.live(momentOf(live.asOf, words))}</p>}
      {report.state === 'made' && <p class="small soft no-print">{w.madeNote}</p>}
      {replacedBy && (
        <Notice>
          <p>{w.replacedBy}</p>
          <a class="link start" href={page(addressOf({ view: 'list', unit: unit.id, report: replacedBy }))}>
            {w.openNewer}
          </a>
        </Notice>
      )}
    </header>
  );
}

function Note({ text }: { text: string }) {
  const w = useReportsWords();
  return (
    <section>
      <h2>{w.note}</h2>
      <p class="pre-line">{text}</p>
    </section>
  );
}

function Exports({ value, shown }: { value: Read; shown: Shown }) {
  const { words } = useStaff();
  const [w, brief, text] = [useReportsWords(), useBriefWords(), useIndicatorText()];
  const name = `${value.unit.name} ${w.period(value.report.months)} ${w.templates[value.report.template]}`;
  return (
    <div class="row no-print">
      <SaveButtons
        file={name}
        sheets={() => reportSheets({ value, shown }, { w, brief, text, words })}
        words={w.exports}
      />
      <button type="button" class="tool" onClick={() => print()}>
        {w.print}
      </button>
    </div>
  );
}
