// The papers one can draw: by subject, the whole one and a short one; and honestly what the bank still lacks for it.
import { useShell } from '../../shell/shell.tsx';
import { countTexts, lackTexts } from './names.ts';
import { useMockWords } from './use-mock-words.ts';
import type { Form, List, Subject } from './wire.ts';

export function Subjects({ list }: { list: List }) {
  const t = useMockWords();
  const subjects = list.subjects.filter(({ forms }) => forms.length > 0);
  return (
    <section class="card" aria-labelledby="free">
      <h2 id="free">{t.free.title}</h2>
      <p class="small soft">{subjects.length === 0 ? t.free.none : t.free.lead}</p>
      <div class="mock-subjects">
        {subjects.map((subject) => (
          <OneSubject key={subject.id} subject={subject} />
        ))}
      </div>
    </section>
  );
}

function OneSubject({ subject }: { subject: Subject }) {
  const { words, lang } = useShell();
  return (
    <div class="mock-subject">
      <h3>
        {subject.name[lang]} <span class="small soft">{words.levels[subject.level]}</span>
      </h3>
      <ul class="stack-tight">
        {subject.forms.map((form) => (
          <li key={form.form}>
            <OneForm subject={subject} form={form} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function OneForm({ subject, form }: { subject: Subject; form: Form }) {
  const { lang, page } = useShell();
  const t = useMockWords();
  const isLacking = form.lacking.length > 0;
  const said = t.listed([...countTexts(form.counts, t), t.minutes(form.minutes)]);
  return (
    <div class="mock-form">
      <div>
        <p>
          {t.forms[form.form]} <span class="small soft">{t.formHints[form.form]}</span>
        </p>
        <p class="small soft">{said}</p>
        {isLacking && <p class="small">{t.free.lacking(lackTexts(form.lacking, t))}</p>}
      </div>
      {!isLacking && (
        <a
          class="button plain"
          href={page(`/mock/start/?subject=${subject.id}&form=${form.form}`)}
          aria-label={t.free.startOf(subject.name[lang], t.forms[form.form])}
        >
          {t.free.start}
        </a>
      )}
    </div>
  );
}
