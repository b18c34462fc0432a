// The failures `npm start` expects: each is one sentence, in Chinese and in English, that says what to do. Never a stack.

export class StartError extends Error {
  override name = 'StartError';
  constructor(chinese: string, english: string, options?: ErrorOptions) {
    super(`${chinese}\n${english}`, options);
  }
}
