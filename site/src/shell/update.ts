// The service worker's registration, and the offer to change to a new version when one is ready. It never changes under somebody's hands.
import type { Words } from '../words/zh.ts';
import type { Shell } from './shell.tsx';

export function watchForUpdate(words: Words, toast: Shell['toast']): void {
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  let isAsked = false;
  serviceWorker.addEventListener('controllerchange', () => {
    if (isAsked) location.reload();
  });
  const offer = (registration: ServiceWorkerRegistration) => {
    const { waiting } = registration;
    // The first version of all has nothing to replace.
    if (waiting === null || serviceWorker.controller === null) return;
    toast(words.update.ready, {
      label: words.update.reload,
      run: () => {
        isAsked = true;
        waiting.postMessage('replace');
      },
    });
  };
  serviceWorker.register('/sw.js').then(
    (registration) => {
      offer(registration);
      registration.addEventListener('updatefound', () => {
        registration.installing?.addEventListener('statechange', () => offer(registration));
      });
    },
    // Without it the site works all the same, only not offline.
    () => undefined,
  );
}
