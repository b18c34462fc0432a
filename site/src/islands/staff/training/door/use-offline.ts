// The offline door as the screen sees it: what waits, what was refused, writing a mark down, sending all of it whenever there is a network.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CodeKind } from '../../../../../../functions/domain/door/codes.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import { type OfflineStore, openOffline, type Waiting } from './offline-store.ts';
import { relay } from './relay.ts';

/** So long after a try that failed comes the next one. */
const AGAIN_MS = 8_000;

export interface Offline {
  waiting: readonly Waiting[];
  /** How far the device's clock was off when last something was sent, in ms. */
  clockOffMs: number;
  /** Writes a mark down; false when this device keeps nothing. */
  note(person: string, kind: CodeKind): Promise<boolean>;
  /** Sends what waits, when there is a network. */
  send(): Promise<void>;
  dismiss(mark: Waiting): Promise<void>;
}

export function useOffline(session: string, onSent: () => void): Offline {
  const { call, me, device } = useStaff();
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  const [clockOffMs, setClockOff] = useState(0);
  const opening = useRef<Promise<OfflineStore> | undefined>(undefined);
  const isSending = useRef(false);
  const store = () => {
    opening.current ??= openOffline(device.newId);
    return opening.current;
  };
  const read = async () => setWaiting(await (await store()).ofSession(session));
  const send = async () => {
    if (isSending.current) return;
    isSending.current = true;
    try {
      const open = await store();
      const before = (await open.ofSession(session)).length;
      setClockOff(await relay({ call, store: open, session, me: me.person, now: device.now }));
      if (before > 0) onSent();
    } catch {
      // It waits for the next time; the screen says how many wait.
    } finally {
      isSending.current = false;
      await read().catch(() => undefined);
    }
  };
  const note = async (person: string, kind: CodeKind) => {
    try {
      await (await store()).add({ session, person, kind, at: device.now(), by: me.person });
      await read();
    } catch {
      return false;
    }
    void send();
    return true;
  };
  const dismiss = async (mark: Waiting) => {
    await (await store()).delete(mark);
    await read();
  };
  useEffect(() => {
    const hear = () => void send();
    hear();
    addEventListener('online', hear);
    return () => removeEventListener('online', hear);
  }, [session]);
  // An answer that was lost with a network there is followed by no event: what waits is sent again by itself.
  const isWaiting = waiting.some(({ refused }) => refused === undefined);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(() => navigator.onLine && void send(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [isWaiting, session]);
  return { waiting, clockOffMs, note, send, dismiss };
}
