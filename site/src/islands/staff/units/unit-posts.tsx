// Who heads a unit: head, deputies, liaisons of the day, and, for whoever may, appointing and relieving.
import { useState } from 'preact/hooks';
import { can } from '../../../../../functions/domain/access/can.ts';
import type { Day } from '../../../../../functions/domain/time.ts';
import type { Post } from '../../../../../functions/domain/units/unit.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { DayField, EndFields, PickField, WhyField } from '../forms/fields.tsx';
import { missing } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import { PersonField } from '../forms/person-field.tsx';
import { useWays } from '../use-route.ts';
import { AllPosts } from './all-posts.tsx';
import { type Holding, holdersOn, type UnitRead } from './history.ts';
import { POSTS } from './rectify-post.tsx';
import { placeOf } from './use-unit.ts';

interface Props {
  unit: UnitRead;
  day: Day | undefined;
  onChanged: () => Promise<void>;
}

export function UnitPosts({ unit, day, onChanged }: Props) {
  const { t, today, actor } = useStaff();
  const [isAppointing, setAppointing] = useState(false);
  const [relieved, setRelieved] = useState<Holding | undefined>();
  const holders = holdersOn(unit, day ?? today);
  const isOver = unit.closed !== undefined && unit.closed <= today;
  const may = day === undefined && !isOver && can.changeUnit(actor, placeOf(unit));
  return (
    <section class="card" aria-labelledby="posts">
      <h3 id="posts">{t.unit.posts}</h3>
      {holders.length === 0 && <p class="soft">{t.unit.noPosts}</p>}
      <ul class="list">
        {holders.map((held) => (
          <li key={`${held.post} ${held.person}`} class="spread held">
            <Held held={held} />
            {may && (
              <button
                type="button"
                class="link"
                aria-label={t.unit.relieveWho(held.name ?? '', t.posts[held.post])}
                onClick={() => setRelieved(held)}
              >
                {t.acts.relieve}
              </button>
            )}
          </li>
        ))}
      </ul>
      {may && (
        <button type="button" class="button plain" onClick={() => setAppointing(true)}>
          {t.acts.appoint}
        </button>
      )}
      <AllPosts unit={unit} may={may} onChanged={onChanged} />
      {isAppointing && <Appoint unit={unit} onChanged={onChanged} onClose={() => setAppointing(false)} />}
      {relieved && <Relieve unit={unit} held={relieved} onChanged={onChanged} onClose={() => setRelieved(undefined)} />}
    </section>
  );
}

function Held({ held }: { held: Holding }) {
  const { t, words } = useStaff();
  const { address } = useWays();
  return (
    <span>
      <span class="tag">{t.posts[held.post]}</span>{' '}
      {held.name === undefined ? t.gone : <a href={address({ page: 'person', person: held.person })}>{held.name}</a>}{' '}
      <span class="small soft">{t.since(words.date(held.from))}</span>
    </span>
  );
}

interface DialogProps {
  unit: UnitRead;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

function Appoint({ unit, onChanged, onClose }: DialogProps) {
  const { t, call, today } = useStaff();
  const { id, version } = unit;
  return (
    <FormDialog
      title={t.acts.appoint}
      start={{ day: today, post: 'head' as Post, person: '', why: '' }}
      check={(value) => missing(value, ['day', 'person', 'why'], t.form.missing)}
      submit={t.acts.appoint}
      send={(value) => call('changeUnit', { params: { unit: id }, body: { kind: 'appoint', version, ...value } })}
      done={t.done.appoint}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => (
        <>
          <DayField form={form} name="day" label={t.form.fromDay} />
          <PickField form={form} name="post" label={t.unit.post} options={POSTS} text={(post) => t.posts[post]} />
          <PersonField
            unit={id}
            label={t.person.one}
            fault={form.faults.person}
            value={form.value.person}
            onPick={(person) => form.set({ person })}
          />
          <WhyField form={form} />
        </>
      )}
    </FormDialog>
  );
}

function Relieve({ unit, held, onChanged, onClose }: DialogProps & { held: Holding }) {
  const { t, words, call, today } = useStaff();
  const { post, person, name = t.gone } = held;
  return (
    <FormDialog
      title={t.acts.relieve}
      start={{ day: today, why: '' }}
      tells={({ day }) => (day === '' ? undefined : t.tells.relieve(name, t.posts[post], words.date(day)))}
      check={(value) => missing(value, ['day', 'why'], t.form.missing)}
      submit={t.acts.relieve}
      isGrave
      send={(value) =>
        call('changeUnit', {
          params: { unit: unit.id },
          body: { kind: 'relieve', version: unit.version, post, person, ...value },
        })
      }
      done={t.done.relieve}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => <EndFields form={form} />}
    </FormDialog>
  );
}
