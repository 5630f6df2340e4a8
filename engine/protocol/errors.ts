import { PhrasedError, type Phrase } from './phrase';

/** Every failure a user can meet has one of these codes; the message says what to do next. */
export const errorCodes = [
  'pack-missing',
  'pack-damaged',
  'pack-incompatible',
  'language-pair',
  'empty-input',
  'input-too-long',
  'not-text',
  'read-only',
  'not-saved',
  'text-changed',
  'glossary',
  'untrusted',
  'invalid-argument',
  'cancelled',
  'worker-crashed',
  'out-of-memory',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** An error with a sentence for the user (`phrase`, in English `message`) and a cause for the log (`detail`). */
export class AlignLensError extends PhrasedError {
  override readonly name = 'AlignLensError';

  constructor(
    readonly code: ErrorCode,
    sentence: string | Phrase,
    readonly detail?: string,
  ) {
    super(sentence);
  }
}
