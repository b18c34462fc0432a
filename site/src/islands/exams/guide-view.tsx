// The way from registering at the national site to the certificate: its steps with their days, as far as they are announced; papers and pass lines.
import { useState } from 'preact/hooks';
import type { Answer } from '../../../../functions/contract/index.ts';
import { marksText } from '../../../../functions/domain/grading/grade.ts';
import { Notice, Select } from '../../shell/parts.tsx';
import { regionName } from '../../words/regions.ts';
import { useTraining } from '../training/training.tsx';
import { useLoad } from '../training/use-load.ts';
import { rulesWords } from './rules-words.ts';
import { problemText, type Said, subjectsText, subjectText } from './said.ts';
import { pathOf } from './view.ts';

type Guide = Answer<'readGuide'>;
type Step = Guide['steps'][number];

export function GuideView({ said }: { said: Said }) {
  const { call } = useTraining();
  const { guide: w } = rulesWords(said.lang);
  const [year, setYear] = useState('');
  const loaded = useLoad(`guide ${year}`, () => call('readGuide', { query: (year === '' ? {} : { year }) as never }));
  return (
    <>
      <p class="soft">{w.lead}</p>
      {loaded.state === 'failed' && (
        <Notice trouble>
          <p>{problemText(loaded.problem, { ...said, w: { ...said.w, problems: {} } })}</p>
          <button type="button" class="link start" onClick={loaded.again}>
            {said.words.retry}
          </button>
        </Notice>
      )}
      {loaded.state === 'loading' && <p class="waiting">{said.words.loading}</p>}
      {loaded.state === 'ready' && <Shown guide={loaded.answer} said={said} onYear={setYear} />}
    </>
  );
}

function Shown({ guide, said, onYear }: { guide: Guide; said: Said; onYear: (year: string) => void }) {
  const { page } = useTraining();
  const { guide: w } = rulesWords(said.lang);
  return (
    <>
      <div class="no-print">
        <Select
          label={w.year}
          value={String(guide.year)}
          options={guide.years.map((year) => ({ value: String(year), text: said.w.year(year) }))}
          onPick={onYear}
        />
      </div>
      <section class="card" aria-labelledby="guide-steps">
        <h2 id="guide-steps">{said.words.home.countdown(guide.year)}</h2>
        <p class="mid">{daysText(guide, said)}</p>
        <p>
          {w.site}：
          <a href={guide.site} target="_blank" rel="noopener">
            {guide.site.replace(/^https?:\/\/|\/$/g, '')}
          </a>
        </p>
        <ol class="timeline">
          {guide.steps.map((step, nth) => (
            <StepLine key={step.id} step={step} nth={nth + 1} today={guide.today} said={said} />
          ))}
        </ol>
        <div class="no-print">
          <a class="button plain" href={page(pathOf('check'))}>
            {w.toCheck}
          </a>
        </div>
      </section>
      <Lines guide={guide} said={said} />
    </>
  );
}

function daysText({ days }: Guide, { lang, words, w }: Said): string {
  const { guide } = rulesWords(lang);
  return days === undefined ? guide.unannouncedDays : guide.days(w.listed(days.map((day) => words.day(day))));
}

function StepLine({ step, nth, today, said }: { step: Step; nth: number; today: string; said: Said }) {
  const { guide: w } = rulesWords(said.lang);
  const { from, to = from } = step;
  const isOver = to !== undefined && to < today;
  const isNow = from !== undefined && from <= today && !isOver;
  return (
    <li data-over={isOver || undefined} data-ahead={isOver || isNow ? undefined : true}>
      <p class="row">
        <strong>
          {nth}. {step.name[said.lang]}
        </strong>
        <span class={from === undefined ? 'soft' : undefined}>{whenText(step, said)}</span>
        {isNow && <span class="ledger-tag">{w.now}</span>}
        {isOver && <span class="small soft">{w.over}</span>}
      </p>
      <p>{step.what[said.lang]}</p>
      {step.source !== undefined && (
        <p class="small soft">
          {w.source(step.source)}
          {!step.verified && w.unverified}
        </p>
      )}
    </li>
  );
}

function whenText({ from, to }: Step, { lang, words }: Said): string {
  const { guide } = rulesWords(lang);
  if (from === undefined) return guide.unannounced;
  if (to === undefined) return guide.from(words.date(from));
  return from === to ? words.date(from) : guide.span(words.date(from), words.date(to));
}

function Lines({ guide, said }: { guide: Guide; said: Said }) {
  const { guide: w } = rulesWords(said.lang);
  return (
    <section class="card" aria-labelledby="guide-papers">
      <h2 id="guide-papers">{w.papers}</h2>
      <dl class="stack-tight">
        {guide.levels.map(({ level, subjects }) => {
          const lines = guide.lines.filter((line) => line.level === level);
          return (
            <div key={level}>
              <dt class="name">
                {said.words.levelNames[level]}：
                {subjectsText(
                  subjects.map(({ id }) => id),
                  said,
                )}
              </dt>
              {lines.length === 0 && <dd class="soft">{w.noLines}</dd>}
              {lines.map((line) => (
                <dd class="row" key={`${line.scope} ${line.subject ?? ''} ${line.mark}`}>
                  {lineText(line, said)}
                  <span class="small soft">
                    {line.source}
                    {!line.verified && w.unverified}
                  </span>
                </dd>
              ))}
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function lineText({ subject, mark, scope, regions = [] }: Guide['lines'][number], said: Said): string {
  const { guide } = rulesWords(said.lang);
  const places = said.w.listed(regions.map((code) => regionName(code, said.lang)));
  const text = scope === 'national' ? guide.national(marksText(mark)) : guide.local(places, marksText(mark));
  return subject === undefined ? text : guide.lineOf(subjectText(subject, said), text);
}
