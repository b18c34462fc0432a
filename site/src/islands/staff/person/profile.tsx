// Who somebody is, numbers masked; a number is shown whole for a minute, with a reason that is recorded.
import { useState } from 'preact/hooks';
import { dayOf } from '../../../../../functions/domain/time.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { CorrectPerson } from './correct-person.tsx';
import { OfferClaim } from './offer-claim.tsx';
import type { PartProps } from './part.ts';
import { UnmaskedNumber } from './unmask.tsx';
import { may } from './use-person.ts';

export function Profile({ known, onChanged }: PartProps) {
  const staff = useStaff();
  const { t, words } = staff;
  const [isCorrecting, setCorrecting] = useState(false);
  const { person } = known;
  const { education, isSocialWorkMajor, years } = person;
  const mayUnmask = may(staff, 'unmaskPerson', known);
  const studied = education && `${t.educations[education]}${isSocialWorkMajor ? t.person.ofMajor : ''}`;
  return (
    <section class="card" aria-labelledby="profile">
      <h2 id="profile">{t.person.profile}</h2>
      {person.deletedAt && <p class="soft">{t.person.deleted(words.date(dayOf(person.deletedAt)))}</p>}
      <dl class="facts">
        <div>
          <dt>{t.person.phone}</dt>
          <dd>
            <UnmaskedNumber person={person.id} field="phone" masked={person.phone} may={mayUnmask} />
          </dd>
        </div>
        <div>
          <dt>{t.person.idNumber}</dt>
          <dd>
            <UnmaskedNumber person={person.id} field="idNumber" masked={person.idNumber} may={mayUnmask} />
          </dd>
        </div>
        <div>
          <dt>{t.person.education}</dt>
          <dd class={studied ? undefined : 'soft'}>{studied ?? t.notGiven}</dd>
        </div>
        <div>
          <dt>{t.person.years}</dt>
          <dd>{t.person.yearsCount(years)}</dd>
        </div>
      </dl>
      {may(staff, 'changePerson', known) && person.deletedAt === undefined && (
        <div class="row">
          <button type="button" class="button plain" onClick={() => setCorrecting(true)}>
            {t.acts.correctPerson}
          </button>
          {!person.signsIn && <OfferClaim known={known} onChanged={onChanged} />}
        </div>
      )}
      {isCorrecting && <CorrectPerson known={known} onChanged={onChanged} onClose={() => setCorrecting(false)} />}
    </section>
  );
}
