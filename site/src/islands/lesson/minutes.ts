// What a lesson's figures look like, and how it is shown. Pure.

/** Files that a browser plays by itself. Everything else is a page of another site. */
const VIDEO = /\.(mp4|webm|m4v|ogv|mp3|m4a)$/i;

export function isVideo(link: string): boolean {
  return URL.canParse(link) && VIDEO.test(new URL(link).pathname);
}

/** Seconds as minutes with at most one digit after the point, never more than there were: `9.9` of 599 s. */
export function minutesText(seconds: number): string {
  return String(Math.floor(seconds / 6) / 10);
}

/** After so many beats a page that cannot see a player asks whether somebody is there: five minutes. */
const ASK_EVERY = 20;

export function asksNow(beats: number): boolean {
  return beats > 0 && beats % ASK_EVERY === 0;
}
