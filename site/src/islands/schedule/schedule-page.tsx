// The schedule: a province's training of a month, as a list by day or as a grid of the month. Nobody has to be signed in.
import { useState } from 'preact/hooks';
import { dayOf } from '../../../../functions/domain/time.ts';
import { Choice, Notice, Select } from '../../shell/parts.tsx';
import { provincesIn } from '../../words/provinces.ts';
import { momentText } from '../me/moment.ts';
import { provinceCalendar } from '../training/calendar-address.ts';
import { problemText } from '../training/problem-text.ts';
import { deviceShelf } from '../training/shelf.ts';
import { useTraining } from '../training/training.tsx';
import { DayList } from './day-list.tsx';
import { ScheduleFilters } from './filters.tsx';
import { type Filters, fits, monthAfter, UNFILTERED } from './listed.ts';
import { MonthGrid } from './month-grid.tsx';
import { type Shown, useSchedule } from './use-schedule.ts';
import { addressOf, isFiltered, type View, viewFrom } from './view.ts';

/** The province that was chosen last, on this device. */
const PROVINCE = 'zhuren-province';

export function SchedulePage() {
  const { lang, words, t, page } = useTraining();
  const { view, show } = useView();
  return (
    <div class="stack">
      <div class="spread">
        <h1>{words.titles.training}</h1>
        <a href={page('/my-training/')}>{t.schedule.mine}</a>
      </div>
      <p class="soft">{t.schedule.lead}</p>
      <Where view={view} show={show} />
      {view.province === undefined ? (
        <div class="empty">
          <p>{t.schedule.chooseHint}</p>
        </div>
      ) : (
        <>
          <Month view={view} province={view.province} show={show} />
          <p>
            <a href={provinceCalendar(view.province, lang)}>{t.calendar.province}</a>
          </p>
        </>
      )}
    </div>
  );
}

type Show = (change: Partial<View>) => void;

function useView(): { view: View; show: Show } {
  const { now } = useTraining();
  const [view, setView] = useState<View>(() => {
    const province = deviceShelf.getItem(PROVINCE)?.match(/^[1-9]\d$/)?.[0];
    return viewFrom(new URLSearchParams(location.search), { month: dayOf(now()).slice(0, 7), province });
  });
  const show = (change: Partial<View>) => {
    const next = { ...view, ...change };
    if (change.province !== undefined) deviceShelf.setItem(PROVINCE, change.province);
    history.replaceState(history.state, '', addressOf(next));
    setView(next);
  };
  return { view, show };
}

/** A day belongs to its month: going on to another takes it away. */
function inMonth(view: View, by: number): Partial<View> {
  const { day: _, ...filters } = view.filters;
  return { month: monthAfter(view.month, by), filters };
}

function Where({ view, show }: { view: View; show: Show }) {
  const { lang, t } = useTraining();
  const provinces = provincesIn(lang).map(({ code, name }) => ({ value: code, text: name }));
  const none = { value: '', text: t.schedule.chooseProvince };
  return (
    <div class="schedule-where">
      <Select
        label={t.schedule.province}
        value={view.province ?? ''}
        options={view.province === undefined ? [none, ...provinces] : provinces}
        onPick={(province) => province !== '' && show({ province })}
      />
      <fieldset class="row month-steps" aria-label={t.month(view.month)}>
        <button type="button" class="tool" aria-label={t.schedule.earlier} onClick={() => show(inMonth(view, -1))}>
          ‹
        </button>
        <span class="mid" role="status">
          {t.month(view.month)}
        </span>
        <button type="button" class="tool" aria-label={t.schedule.later} onClick={() => show(inMonth(view, 1))}>
          ›
        </button>
      </fieldset>
      <Choice
        legend={t.schedule.view}
        name="view"
        options={['list', 'month'] as const}
        label={(shown) => t.schedule.views[shown]}
        value={view.shown}
        onPick={(shown) => show({ shown })}
      />
    </div>
  );
}

function Month({ view, province, show }: { view: View; province: string; show: Show }) {
  const { words, t } = useTraining();
  const loaded = useSchedule(province, view.month);
  const filter = (change: Partial<Filters>) => show({ filters: { ...view.filters, ...change } });
  return (
    <>
      <ScheduleFilters filters={view.filters} onChange={filter} />
      {loaded.state === 'loading' && <p class="waiting">{t.loading}</p>}
      {loaded.state === 'failed' && (
        <div class="stack-tight">
          <Notice trouble>
            {loaded.problem.code === 'offline' ? t.schedule.failed : problemText(loaded.problem, { words, t })}
          </Notice>
          <div>
            <button type="button" class="button plain" onClick={loaded.again}>
              {words.retry}
            </button>
          </div>
        </div>
      )}
      {loaded.state === 'ready' && <Sessions view={view} shown={loaded.answer} show={show} />}
    </>
  );
}

function Sessions({ view, shown, show }: { view: View; shown: Shown; show: Show }) {
  const { words, t, now } = useTraining();
  const { sessions, now: serverNow } = shown.answer;
  const at = shown.keptAt === undefined ? serverNow : now();
  const { day, ...others } = view.filters;
  const inMonthNow = sessions.filter((session) => fits(session, { ...others, past: true }, at));
  const found = sessions.filter((session) => fits(session, view.filters, at));
  const pick = (next: string | undefined) => show({ filters: next === undefined ? others : { ...others, day: next } });
  return (
    <>
      {shown.keptAt !== undefined && <Notice>{t.asOf(momentText(shown.keptAt, words))}</Notice>}
      {view.shown === 'month' && (
        <MonthGrid month={view.month} sessions={inMonthNow} today={dayOf(at)} day={day} onPick={pick} />
      )}
      <div class="spread" role="status">
        <p class="soft small">{t.schedule.found(found.length)}</p>
        {day !== undefined && (
          <button type="button" class="link" onClick={() => pick(undefined)}>
            {t.schedule.allDays}
          </button>
        )}
      </div>
      {found.length === 0 ? (
        <Nothing isFiltered={isFiltered(view.filters)} onClear={() => show({ filters: UNFILTERED })} />
      ) : (
        <DayList sessions={found} now={at} />
      )}
    </>
  );
}

function Nothing({ isFiltered: filtered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const { t } = useTraining();
  return (
    <div class="empty">
      <p>{filtered ? t.schedule.noneFit : t.schedule.none}</p>
      {filtered ? (
        <button type="button" class="button plain" onClick={onClear}>
          {t.schedule.clear}
        </button>
      ) : (
        <p>{t.schedule.noneHint}</p>
      )}
    </div>
  );
}
