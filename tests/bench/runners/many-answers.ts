// A process of its own: lets a bundle answer events one after the other, and tells the processor time that took. Argument: the bundle's file.
// Each message is an array of events, each reply { cpuMs, refused }; it ends when its parent goes.
import { pathToFileURL } from 'node:url';

const { handler } = await import(pathToFileURL(process.argv[2] ?? '').href);

process.on('message', async (events: object[]) => {
  const before = process.cpuUsage();
  let refused = 0;
  for (const event of events) {
    const { statusCode } = await handler(event, {});
    if (statusCode !== 200) refused += 1;
  }
  const { user, system } = process.cpuUsage(before);
  process.send?.({ cpuMs: (user + system) / 1000, refused });
});
process.send?.('ready');
