import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../../functions/domain/people/certificate.ts';
import type { Employment } from '../../../../functions/domain/people/employment.ts';
import { claimantOf, recordedFor } from '../../../../functions/domain/subsidies/claimant.ts';

const day = '2026-11-24';
const job: Employment = { unit: 's', post: 'community-worker', established: false, from: '2025-10-24' };
const junior: Certificate = { level: 'junior', number: 'A-1001', issued: '2024-06-01', registered: '2024-08-01' };
const intermediate: Certificate = { level: 'intermediate', number: 'B-1001', issued: '2026-06-01' };

describe('what a record says of somebody', () => {
  it('is about the certificate of the level', () => {
    const recorded = { employments: [job], certificates: [intermediate, junior] };
    expect(recordedFor(recorded, 'junior', day)).toEqual({
      ...{ issued: '2024-06-01', firstOfLevel: true, firstEver: true, registered: true },
      ...{ posts: ['community-worker'], established: false, socialWorkMonths: 13 },
    });
    expect(recordedFor(recorded, 'intermediate', day)).toMatchObject({ issued: '2026-06-01', firstEver: false });
  });

  it('never says that somebody has no certificate, is not registered, or never worked', () => {
    expect(recordedFor({ employments: [], certificates: [intermediate] }, 'junior', day)).toEqual({});
    expect(recordedFor({ employments: [], certificates: [intermediate] }, 'intermediate', day)).not.toHaveProperty(
      'registered',
    );
  });

  it('knows which of two of a level was the first', () => {
    const second = { ...junior, number: 'A-1002', issued: '2025-06-01' };
    expect(recordedFor({ employments: [], certificates: [second, junior] }, 'junior', day)).toMatchObject({
      ...{ issued: '2024-06-01', firstOfLevel: false },
    });
  });

  it('goes before what is typed; months and what was received are added to', () => {
    const recorded = { established: false, socialWorkMonths: 5, received: 100 };
    const answers = { established: true, appraised: true, socialWorkMonths: 20, received: 50 };
    expect(claimantOf(recorded, answers)).toEqual({
      established: false,
      appraised: true,
      socialWorkMonths: 20,
      received: 150,
    });
    expect(claimantOf({}, {})).toEqual({});
  });
});
