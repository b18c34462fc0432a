// Reading QR codes off the camera's picture: by the browser itself where it can, else by a reader that is loaded for it.

/** Reads the picture of a video as it is now; undefined while there is no code in it. */
export type ReadQr = (video: HTMLVideoElement) => Promise<string | undefined>;

/** What browsers with the Shape Detection API have; TypeScript's DOM does not know it. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
interface Detectors {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}

/** Wider pictures are made smaller: a code that fills a third of the screen is read all the same, and ten times faster. */
const WIDTH = 640;

export async function openReader(): Promise<ReadQr> {
  return (await nativeReader()) ?? loadedReader();
}

async function nativeReader(): Promise<ReadQr | undefined> {
  const { BarcodeDetector: detectors } = globalThis as unknown as { BarcodeDetector?: Detectors };
  if (detectors === undefined) return undefined;
  try {
    const formats = await detectors.getSupportedFormats();
    if (!formats.includes('qr_code')) return undefined;
    const detector = new detectors({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue;
  } catch {
    return undefined;
  }
}

async function loadedReader(): Promise<ReadQr> {
  const { default: jsqr } = await import('jsqr');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    if (context === null || video.videoWidth === 0) return undefined;
    canvas.width = Math.min(WIDTH, video.videoWidth);
    canvas.height = Math.round((video.videoHeight * canvas.width) / video.videoWidth);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    return jsqr(data, width, height, { inversionAttempts: 'dontInvert' })?.data;
  };
}
