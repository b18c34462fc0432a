// Why something failed, in words: every code and every reason, in both languages, and the field that is meant.
import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../../../site/src/api/client.ts';
import { faultsOf, problemText } from '../../../../site/src/islands/staff/problem-text.ts';
import { en } from '../../../../site/src/words/en.ts';
import { staffEn } from '../../../../site/src/words/en-staff.ts';
import { zh } from '../../../../site/src/words/zh.ts';
import { staffZh } from '../../../../site/src/words/zh-staff.ts';

const chinese = { words: zh, t: staffZh };
const english = { words: en, t: staffEn };
const body = { type: 'urn:zhuren:problem:refused', title: '', status: 422, code: 'refused', instance: 'r1' } as const;

describe('a problem in words', () => {
  it('says which rule refuses', () => {
    const problem = new ApiProblem('refused', { ...body, reason: 'has-members' });
    expect(problemText(problem, chinese)).toBe(staffZh.reasons['has-members']);
    expect(problemText(problem, english)).toBe(staffEn.reasons['has-members']);
  });

  it('promises staff no answers kept on the device', () => {
    for (const said of [chinese, english]) {
      const texts = Object.keys(zh.problems).map((code) => problemText({ code: code as 'offline' }, said));
      expect(texts.every((text) => text.length > 0)).toBe(true);
    }
    expect(problemText({ code: 'offline' }, chinese)).not.toBe(zh.problems.offline);
  });

  it('says of a number that is taken whether one may see whose it is', () => {
    const taken = { code: 'duplicate_person' } as const;
    for (const said of [chinese, english]) {
      expect(problemText({ ...taken, person: 'person-1' }, said)).toBe(said.t.knownPerson);
      expect(problemText(taken, said)).toBe(said.words.problems.duplicate_person);
    }
  });

  it('has a sentence for every reason in both languages', () => {
    expect(Object.keys(staffEn.reasons).sort()).toEqual(Object.keys(staffZh.reasons).sort());
  });
});

describe('the fields that an answer names', () => {
  const fields = ['name', 'phone', 'idNumber', 'number'];
  const faults = (path: string, message = 'x') => faultsOf({ errors: [{ path, message }] }, fields, chinese);

  it.each([
    ['name', { name: staffZh.form.invalid }],
    ['certificate.number', { number: staffZh.form.invalid }],
    ['elsewhere', {}],
    ['', {}],
  ])('are found by the last part of the path that the form knows: %s', (path, expected) => {
    expect(faults(path)).toEqual(expected);
  });

  it('are told what is wrong with a number', () => {
    expect(faults('idNumber', 'checksum')).toEqual({ idNumber: staffZh.idFaults.checksum });
    expect(faults('phone', 'not-mobile')).toEqual({ phone: staffZh.phoneFaults['not-mobile'] });
  });
});
