// Signing out: nothing of an exam stays on a shared computer. Apart from disk.ts and without its library, for every page that signs out loads it.

const NAME = 'zhuren-exam';

/** Takes every attempt from this browser; unless `all`, only when nothing of them waits to be sent. */
export function leaveExams(factory: IDBFactory | undefined, all: boolean): Promise<void> {
  return new Promise((resolve) => {
    const request = factory?.open(NAME);
    if (factory === undefined || request === undefined) return resolve();
    // There was none, and none is made.
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = () => resolve();
    request.onsuccess = () => {
      const db = request.result;
      const waiting = db.transaction('changes').objectStore('changes').count();
      waiting.onsuccess = () => {
        db.close();
        if (all || waiting.result === 0) factory.deleteDatabase(NAME);
        resolve();
      };
    };
  });
}
