// Correcting one's own record: what is wrong with the form, and that nothing is sent but what is different.
import { describe, expect, it } from 'vitest';
import {
  type Correction,
  changesIn,
  faultsIn,
  faultsOf,
  startOf,
} from '../../../../site/src/islands/profile/correction.ts';
import { profileEn } from '../../../../site/src/words/en-profile.ts';
import { profileZh } from '../../../../site/src/words/zh-profile.ts';
import { own } from './builders.ts';

const TODAY = '2026-11-23';
const changed = (change: Partial<Correction>, of = own()) => changesIn(of, { ...startOf(of), ...change });

describe('the changes', () => {
  it('are none as long as the form stands as it was opened', () => {
    for (const record of [
      own(),
      own({ education: 'college' }),
      own({ education: 'college', isSocialWorkMajor: false }),
      own({ education: 'master', isSocialWorkMajor: true }),
    ]) {
      expect(changed({}, record)).toBeUndefined();
    }
  });

  it.each<[Partial<Correction>, object]>([
    [{ name: ' 乙 ' }, { name: '乙' }],
    [{ phone: ' 138 0000 0000 ' }, { phone: '138 0000 0000' }],
    [{ dropsPhone: true, phone: '13800000000' }, { phone: null }],
    [{ dropsId: true }, { idNumber: null }],
    [{ education: 'bachelor' }, { education: 'bachelor' }],
    [
      { education: 'bachelor', isSocialWorkMajor: true },
      { education: 'bachelor', isSocialWorkMajor: true },
    ],
  ])('of %j are %j', (change, expected) => {
    expect(changed(change)).toEqual(expected);
  });

  it('take the major away with the education', () => {
    const record = own({ education: 'bachelor', isSocialWorkMajor: true });
    expect(changed({ education: '' }, record)).toEqual({ education: null, isSocialWorkMajor: null });
    expect(changed({ isSocialWorkMajor: false }, record)).toEqual({ isSocialWorkMajor: false });
  });
});

describe('the faults', () => {
  const faults = (change: Partial<Correction>) => faultsIn({ ...startOf(own()), ...change }, profileZh, TODAY);

  it.each<[Partial<Correction>, object]>([
    [{}, {}],
    [{ name: ' ' }, { name: profileZh.correct.missing }],
    [{ name: '甲\u202e' }, { name: profileZh.correct.nameFault }],
    [{ name: '甲'.repeat(61) }, { name: profileZh.correct.nameFault }],
    [{ phone: '1380000000' }, { phone: profileZh.phoneFaults.length }],
    [{ phone: '1380000000', dropsPhone: true }, {}],
    [{ idNumber: '11010119900101123X' }, { idNumber: profileZh.idFaults.checksum }],
    [{ idNumber: '11010119900101123X', dropsId: true }, {}],
  ])('of %j are %j', (change, expected) => {
    expect(faults(change)).toEqual(expected);
  });

  it('that the server finds stand at their fields, and others at none', () => {
    const errors = [
      { path: 'idNumber', message: 'checksum' },
      { path: 'phone', message: 'x' },
      { path: 'version', message: 'x' },
    ];
    expect(faultsOf(errors, profileEn)).toEqual({
      idNumber: profileEn.idFaults.checksum,
      phone: profileEn.correct.invalid,
    });
    expect(faultsOf(undefined, profileEn)).toEqual({});
  });
});
