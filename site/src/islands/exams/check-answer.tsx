// What somebody may sit, level by level: by which rule, or what is lacking by each and from which year on; with the words of the rules and their source.
import type { Answer } from '../../../../functions/contract/index.ts';
import { useTraining } from '../training/training.tsx';
import { rulesWords } from './rules-words.ts';
import type { Said } from './said.ts';
import { pathOf } from './view.ts';

type Judged = Answer<'checkEligibility'>;
type JudgedLevel = Judged['levels'][number];
type Rule = JudgedLevel['rules'][number];

export function CheckAnswer({ answer, said }: { answer: Judged; said: Said }) {
  const { page } = useTraining();
  const { check: w } = rulesWords(said.lang);
  const { words } = said;
  return (
    <>
      <h2>{w.result(answer.year)}</h2>
      {answer.levels.map((judged) => (
        <LevelCard key={judged.level} judged={judged} said={said} />
      ))}
      <div class="small soft stack-tight">
        <p>
          {w.counted(words.date(answer.counted.to))} {!answer.counted.verified && answer.counted.source}
        </p>
        <p>{w.source(answer.source)}</p>
        <p>{answer.verified ? w.verified : w.unverified}</p>
      </div>
      <div class="no-print">
        <a class="button plain" href={page(pathOf('guide'))}>
          {w.toGuide}
        </a>
      </div>
    </>
  );
}

function LevelCard({ judged, said }: { judged: JudgedLevel; said: Said }) {
  const { check: w } = rulesWords(said.lang);
  const { level, may, held, earliest, rules } = judged;
  const title = `may-${level}`;
  const name = said.words.levelNames[level];
  const [first] = rules;
  return (
    <section class="card" aria-labelledby={title} data-may={may && !held ? 'yes' : 'no'}>
      <h3 id={title}>{held ? w.held(name) : may ? w.may(name) : w.mayNot(name)}</h3>
      {!may && !held && <p>{earliest === undefined ? w.noTime : w.earliest(earliest)}</p>}
      {!held && first && (
        <>
          {may && <p>{w.byRule}</p>}
          <ul class="rules-of">
            <RuleLine rule={first} said={said} />
          </ul>
        </>
      )}
      {!held && rules.length > 1 && (
        <details>
          <summary class="small">{w.others}</summary>
          <ul class="rules-of">
            {rules.slice(1).map((rule) => (
              <RuleLine key={rule.id} rule={rule} said={said} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function RuleLine({ rule, said }: { rule: Rule; said: Said }) {
  const { check: w } = rulesWords(said.lang);
  return (
    <li>
      {rule.words[said.lang]}
      <br />
      <span class="small soft">
        {rule.met ? w.met : said.w.listed(rule.lacks.map((lack) => lackText(lack, said)))}
        {rule.earliest !== undefined && !rule.met && `　${w.earliest(rule.earliest)}`}
      </span>
    </li>
  );
}

function lackText(lack: Rule['lacks'][number], { lang, words }: Said): string {
  const { lacks, educations } = rulesWords(lang).check;
  switch (lack.what) {
    case 'education':
      return lacks.education(educations[lack.need]);
    case 'major':
      return lacks.major;
    case 'certificate':
      return lacks.certificate(words.levelNames[lack.need]);
    default:
      return lacks.years(lack.need, lack.have) + (lack.since === undefined ? '' : lacks.since(words.date(lack.since)));
  }
}
