// Certificates and how their registration stands today; adding one, and renewing a registration.
import { useState } from 'preact/hooks';
import { registrationState } from '../../../../../functions/domain/people/certificate.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { CertificateForm } from './certificate-form.tsx';
import type { PartProps } from './part.ts';
import { type Certificate, may } from './use-person.ts';

export function Certificates({ known, onChanged }: PartProps) {
  const staff = useStaff();
  const { t } = staff;
  const [open, setOpen] = useState<Certificate | 'new' | undefined>();
  const mayChange = may(staff, 'changePerson', known);
  const { certificates } = known.person;
  return (
    <section class="card" aria-labelledby="certificates">
      <h2 id="certificates">{t.person.certificates}</h2>
      {certificates.length === 0 && <p class="soft">{t.person.noCertificates}</p>}
      <ul class="list">
        {certificates.map((certificate) => (
          <li key={`${certificate.level} ${certificate.number}`} class="spread held">
            <Told certificate={certificate} />
            {mayChange && (
              <button
                type="button"
                class="link"
                aria-label={t.person.renewWhich(certificate.number)}
                onClick={() => setOpen(certificate)}
              >
                {t.acts.renew}
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <div>
          <button type="button" class="button plain" onClick={() => setOpen('new')}>
            {t.acts.addCertificate}
          </button>
        </div>
      )}
      {open && (
        <CertificateForm
          renewed={open === 'new' ? undefined : open}
          known={known}
          onChanged={onChanged}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}

function Told({ certificate }: { certificate: Certificate }) {
  const { t, words, today } = useStaff();
  const { level, number, issued, registered, registrationFrom, registrationTo } = certificate;
  const state = registrationState(
    {
      ...{ level, number, issued },
      ...(registered && { registered }),
      ...(registrationFrom && { registrationFrom }),
      ...(registrationTo && { registrationTo }),
    },
    today,
  );
  const day = 'by' in state ? state.by : 'to' in state ? state.to : state.since;
  return (
    <span class="stack-tight">
      <span>
        <span class="name">{words.levelNames[level]}</span> {number}
      </span>
      <span class="small soft">{t.person.issued(words.date(issued))}</span>
      <span class="small registration" data-state={state.state}>
        {t.registration[state.state](words.date(day))}
      </span>
    </span>
  );
}
