import { vi } from 'vitest';
import { SentenceEncoder } from '../../../engine/tokenizer/sentenceEncoder';

type Read = (this: SentenceEncoder, ...given: Parameters<SentenceEncoder['read']>) => ReturnType<SentenceEncoder['read']>;

/** Counts the sentences that are read from here on, and the pauses in between, until mocks are restored. */
export function countReads(): () => number {
  const read = Reflect.get(SentenceEncoder.prototype, 'read') as Read;
  let reads = 0;
  vi.spyOn(SentenceEncoder.prototype, 'read').mockImplementation(function* (this: SentenceEncoder, ...given) {
    for (const sentence of read.call(this, ...given)) {
      reads++;
      yield sentence;
    }
  });
  return () => reads;
}
