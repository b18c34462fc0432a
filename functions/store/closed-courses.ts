// All courses that are closed, by reading the whole table: for commands that are run by hand.
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Course } from '../domain/courses/course.ts';
import { readCourse } from './courses.ts';
import { keys } from './keys.ts';
import type { Item } from './ranges.ts';
import type { Table } from './table.ts';

export async function* closedCourses(table: Table): AsyncGenerator<Course> {
  let start: Record<string, unknown> | undefined;
  do {
    const { Items: items = [], LastEvaluatedKey: next } = await table.doc.send(
      new ScanCommand({
        TableName: table.name,
        FilterExpression: 'begins_with(PK, :course) AND SK = :sort AND #state = :closed',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':course': keys.course('').PK, ':sort': keys.course('').SK, ':closed': 'closed' },
        ...(start !== undefined && { ExclusiveStartKey: start }),
      }),
    );
    for (const item of items) yield readCourse(item as Item);
    start = next;
  } while (start !== undefined);
}
