// Reports of faulty questions: a fact under the question, written once. Staff read them by question.
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../domain/time.ts';
import { keys } from './keys.ts';
import { isConditionFailed, type Table } from './table.ts';

export interface Report {
  id: string;
  question: string;
  version: number;
  person: string;
  reason: string;
  text: string;
  at: Instant;
  receivedAt: Instant;
}

export function reports(table: Table) {
  return {
    /** Writes a report; `same` when this person sent one with this id before. */
    async put(report: Report): Promise<'new' | 'same'> {
      try {
        await table.doc.send(
          new PutCommand({
            TableName: table.name,
            Item: { ...keys.report(report.question, report.person, report.id), ...report },
            ConditionExpression: 'attribute_not_exists(PK)',
          }),
        );
        return 'new';
      } catch (error) {
        if (isConditionFailed(error)) return 'same';
        throw error;
      }
    },
  };
}
