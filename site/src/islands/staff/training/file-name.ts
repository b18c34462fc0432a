// What a file is called that a training page saves.

/** A name that every system takes for a file. */
export function fileName(text: string): string {
  return text
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, ' ')
    .trim()
    .slice(0, 80);
}
