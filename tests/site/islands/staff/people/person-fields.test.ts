// The numbers of people, checked as they are typed.
import { describe, expect, it } from 'vitest';
import { numberFaults } from '../../../../../site/src/islands/staff/people/person-fields.tsx';
import { staffZh } from '../../../../../site/src/words/zh-staff.ts';

const faults = (phone: string, idNumber: string) =>
  numberFaults({ phone, idNumber }, { t: staffZh, today: '2026-11-23' });

describe('a number', () => {
  it('may be left out', () => {
    expect(faults('', ' ')).toEqual({});
  });

  it('may be typed as people type', () => {
    expect(faults('+86 138-0000-0000', '11010119900307 002x')).toEqual({});
  });

  it('that is wrong is told what is wrong with it', () => {
    expect(faults('1380000', '110101199003070020')).toEqual({
      phone: staffZh.phoneFaults.length,
      idNumber: staffZh.idFaults.checksum,
    });
  });
});
