// What the mock pages read from the wire, by name.
import type { Answer } from '../../../../functions/contract/index.ts';

export type List = Answer<'listMock'>;
export type Subject = List['subjects'][number];
export type Form = Subject['forms'][number];
export type SetPaper = List['papers'][number];
export type Past = List['attempts'][number];
export type LocalLine = List['localLines'][number];

export type ResultAnswer = Answer<'readResult'>;
export type Head = ResultAnswer['attempt'];
export type Result = NonNullable<ResultAnswer['result']>;
export type Line = Result['lines'][number];

export type Reviewed = Answer<'readReview'>['questions'][number];
