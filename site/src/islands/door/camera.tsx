// The camera in the page: it looks for a door's code until it has one. A camera that may not or cannot be used is said, with the other way in.
import { useEffect, useRef, useState } from 'preact/hooks';
import { Notice } from '../../shell/parts.tsx';
import { type Code, codeOfScan } from './link.ts';
import { openReader, type ReadQr } from './read-qr.ts';
import { useDoorWords } from './words.ts';

const LOOK_EVERY_MS = 200;

type Camera = 'off' | 'on' | 'denied' | 'missing';

export function Scanner({ onCode }: { onCode: (code: Code) => void }) {
  const d = useDoorWords();
  const [camera, setCamera] = useState<Camera>('off');
  const [isForeign, setForeign] = useState(false);
  if (camera !== 'on') {
    return (
      <div class="stack-tight">
        {camera === 'denied' && <Notice trouble>{d.denied}</Notice>}
        {camera === 'missing' && <Notice trouble>{d.noCamera}</Notice>}
        <button type="button" class="button wide huge" onClick={() => setCamera('on')}>
          {d.scan}
        </button>
        <p class="small soft">{d.scanHint}</p>
      </div>
    );
  }
  const see = (text: string) => {
    const code = codeOfScan(text);
    setForeign(code === undefined);
    if (code !== undefined) onCode(code);
  };
  return (
    <div class="stack-tight">
      <Picture onText={see} onTrouble={setCamera} />
      <p class="small soft">{d.scanHint}</p>
      <div role="status">{isForeign && <p class="notice trouble">{d.notOurs}</p>}</div>
      <button type="button" class="button plain wide" onClick={() => setCamera('off')}>
        {d.stop}
      </button>
    </div>
  );
}

interface PictureProps {
  onText: (text: string) => void;
  onTrouble: (camera: 'denied' | 'missing') => void;
}

function Picture({ onText, onTrouble }: PictureProps) {
  const d = useDoorWords();
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef(onText);
  told.current = onText;
  useEffect(() => {
    const leaving = new AbortController();
    watch(video.current, leaving.signal, (text) => told.current(text)).catch((error: unknown) => {
      if (leaving.signal.aborted) return;
      const { name } = error as DOMException;
      onTrouble(name === 'NotAllowedError' || name === 'SecurityError' ? 'denied' : 'missing');
    });
    return () => leaving.abort();
  }, []);
  return <video class="camera" ref={video} aria-label={d.camera} playsInline muted />;
}

/** Shows the camera and reads its picture until `signal` ends it. Rejects when there is no camera to be had. */
async function watch(video: HTMLVideoElement | null, signal: AbortSignal, see: (text: string) => void): Promise<void> {
  if (video === null) return;
  const asked = navigator.mediaDevices?.getUserMedia({ video: { facingMode: 'environment' } });
  if (asked === undefined) throw new DOMException('no camera here', 'NotFoundError');
  const stream = await asked;
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  if (signal.aborted) return stop();
  signal.addEventListener('abort', stop);
  video.srcObject = stream;
  await video.play();
  look(video, await openReader(), { signal, see });
}

function look(
  video: HTMLVideoElement,
  read: ReadQr,
  { signal, see }: { signal: AbortSignal; see: (t: string) => void },
) {
  const again = () => {
    if (signal.aborted) return;
    read(video)
      .then(
        (text) => {
          if (text !== undefined && !signal.aborted) see(text);
        },
        // One picture that could not be read says nothing of the next.
        () => undefined,
      )
      .finally(() => setTimeout(again, LOOK_EVERY_MS));
  };
  again();
}
