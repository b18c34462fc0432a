// An edge as a Lambda handler behind an HTTP API.
import type { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import type { EdgeEnv } from './bind.ts';

type Handle = ReturnType<typeof handle>;

/** The handler of a function. What is no text leaves in base64: files alone; the adapter's own list of texts has no calendars. A body on a GET means nothing (RFC 9110, 9.3.1), and the adapter would answer it with headers of its own. */
export function lambdaHandler(app: Hono<EdgeEnv>): Handle {
  const adapted = handle(app, { isContentTypeBinary: (type) => !/^text\/|\bjson\b/.test(type) });
  return (event, context) => {
    const bodiless = 'rawPath' in event && ['GET', 'HEAD'].includes(event.requestContext.http.method);
    return adapted(bodiless ? { ...event, body: null } : event, context);
  };
}
