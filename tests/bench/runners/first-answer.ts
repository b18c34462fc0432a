// A process of its own: loads a bundle, lets it answer one event, and tells how long after the start of the process that
// was, and how much processor time it took.
// Arguments: the bundle's file, the event as JSON.
import { pathToFileURL } from 'node:url';

const [, , file = '', event = ''] = process.argv;
const { handler } = await import(pathToFileURL(file).href);
const { statusCode } = await handler(JSON.parse(event), {});
const { user, system } = process.cpuUsage();
process.send?.({ ms: performance.now(), cpuMs: (user + system) / 1000, statusCode });
process.disconnect();
