// People on the wire, as staff see them: phones and identity numbers go in whole and come out masked. Only an unmasking gives a value, one at a time.
import * as z from 'zod';
import { CERTIFICATE_NUMBER } from '../../domain/people/certificate.ts';
import { EDUCATIONS } from '../../domain/people/person.ts';
import { cursor, day, name, personId, role, unitId, version, why } from './forms.ts';

const education = z.enum(EDUCATIONS);
const post = z.enum(['social-worker', 'community-worker', 'grid-worker', 'supervisor', 'volunteer', 'other']);
const pool = z.enum(['expert', 'talent', 'supervisor']);

/** As typed: spaces, dashes and full-width signs are allowed, and what it must be is the domain's to say. */
const typed = z.string().min(1).max(40);

const certificate = z.strictObject({
  level: z.enum(['junior', 'intermediate', 'senior']),
  number: z.string().regex(CERTIFICATE_NUMBER, 'must be a certificate number'),
  issued: day,
  registered: day.optional(),
  registrationFrom: day.optional(),
  registrationTo: day.optional(),
});

const params = z.strictObject({ person: personId });

export const listPeople = {
  params: z.strictObject({ unit: unitId }),
  query: z.strictObject({
    /** Today when missing. */
    day: day.optional(),
    /** Everybody who ever worked there, whatever the day: those who have left and those who are yet to begin. */
    all: z.literal('true').optional(),
    cursor: cursor.optional(),
  }),
  /** First the unit's workers of the day, page by page, then those who hold a role there. */
  answer: z.strictObject({
    workers: z.array(
      z.strictObject({
        person: personId,
        name: z.string(),
        phone: z.string().optional(),
        post,
        established: z.boolean(),
        from: day,
        to: day.optional(),
      }),
    ),
    grants: z.array(
      z.strictObject({
        id: z.string(),
        person: personId,
        name: z.string().optional(),
        role,
        from: day,
        to: day.optional(),
      }),
    ),
    cursor: cursor.optional(),
  }),
};

export const addPerson = {
  params: z.strictObject({ unit: unitId }),
  body: z.strictObject({
    name,
    phone: typed.optional(),
    /** Only where a certificate or a report needs it. */
    idNumber: typed.optional(),
    education: education.optional(),
    isSocialWorkMajor: z.boolean().optional(),
    post,
    established: z.boolean(),
    /** The first day in post. */
    from: day,
    why: why.optional(),
  }),
  answer: z.strictObject({ person: personId, version }),
};

const profile = {
  id: personId,
  name: z.string(),
  phone: z.string().optional(),
  idNumber: z.string().optional(),
  education: education.optional(),
  isSocialWorkMajor: z.boolean().optional(),
  /** Whether somebody signs in as this person; until then the record may be claimed. */
  signsIn: z.boolean(),
  /** When the account was deleted: the name is a placeholder then, and no number is kept. */
  deletedAt: z.iso.datetime().optional(),
  /** Whole years of social work up to today. */
  years: z.int(),
  employments: z.array(
    z.strictObject({
      /** null: a unit that the caller may not read. */
      unit: unitId.nullable(),
      unitName: z.string().optional(),
      post,
      established: z.boolean(),
      from: day,
      to: day.optional(),
    }),
  ),
  /** A number is empty once the account is deleted. */
  certificates: z.array(certificate.extend({ number: z.string() })),
  pools: z.array(
    z.strictObject({
      pool,
      from: day,
      to: day.optional(),
      selection: z.strictObject({ day, by: unitId.nullable(), byName: z.string().optional(), basis: z.string() }),
    }),
  ),
  grants: z.array(
    z.strictObject({
      id: z.string(),
      unit: unitId,
      unitName: z.string().optional(),
      role,
      from: day,
      to: day.optional(),
    }),
  ),
  version,
};

export const readPerson = { params, query: z.strictObject({}), answer: z.strictObject(profile) };

const changed = z.strictObject({ person: personId, version });

export const changePerson = {
  params,
  body: z.discriminatedUnion('kind', [
    /** What is missing stays; null takes a field away. */
    z.strictObject({
      kind: z.literal('correct'),
      name: name.optional(),
      phone: typed.nullable().optional(),
      idNumber: typed.nullable().optional(),
      education: education.nullable().optional(),
      isSocialWorkMajor: z.boolean().nullable().optional(),
      why,
      version,
    }),
    /** A certificate of the same level and number is renewed, another is added. */
    z.strictObject({ kind: z.literal('certificate'), certificate, why: why.optional(), version }),
    z.strictObject({
      kind: z.literal('join-pool'),
      pool,
      day,
      until: day.optional(),
      selection: z.strictObject({ day, by: unitId, basis: z.string().trim().min(2).max(200) }),
      version,
    }),
    z.strictObject({ kind: z.literal('leave-pool'), pool, day, why, version }),
    /** Begins in a post at a unit, beside what there is: somebody who had left, or who works at a second unit, too. `until` is the first day without. */
    z.strictObject({
      kind: z.literal('employ'),
      unit: unitId,
      post,
      established: z.boolean(),
      day,
      until: day.optional(),
      why,
      version,
    }),
    /** `day` is the first day no longer in post; `from` names the unit for somebody who works at several. */
    z.strictObject({ kind: z.literal('leave'), from: unitId.optional(), day, why, version }),
  ]),
  answer: changed,
};

export const transferPerson = {
  params,
  body: z.strictObject({
    /** The unit that is left; needed only by somebody who works at several. */
    from: unitId.optional(),
    to: unitId,
    day,
    post: post.optional(),
    established: z.boolean().optional(),
    why,
    version,
  }),
  answer: z.strictObject({ person: personId, version, changesPost: z.boolean() }),
};

export const unmaskPerson = {
  params,
  body: z.strictObject({ field: z.enum(['phone', 'idNumber']), why }),
  answer: z.strictObject({ value: z.string() }),
};
