import type { SentenceSearch } from '../decode/sentenceSearch';
import type { Span } from '../protocol/result';
import type { SourceSentence } from '../tokenizer/sentenceEncoder';
import { writeSentence } from '../tokenizer/sentenceText';
import type { SubwordTokenizer } from '../tokenizer/subwordTokenizer';
import { gap } from './assemble';

/** Milliseconds between two messages: a reader sees no more, and each one redraws a hover. */
const interval = 100;

interface Part {
  readonly text: string;
  readonly sourceSpan: Span;
}

/** A text's translation while it grows: the sentences that are done, from the first on, and the beginning of the next one. */
export class PartialTranslation {
  private lastTold = -Infinity;
  private told = '';

  /**
   * @param done of each sentence, its translation once there is one
   * @param tell hears of the beginning of the translation, at a rate that suits readers
   */
  constructor(
    private readonly source: string,
    private readonly targetLanguage: string,
    private readonly tokenizer: SubwordTokenizer,
    private readonly done: readonly (Part | undefined)[],
    private readonly tell: (text: string) => void,
  ) {}

  /** @param running sentences that are being decoded, by their index */
  update(running: ReadonlyMap<number, { readonly sentence: SourceSentence; readonly search: SentenceSearch }>): void {
    const now = performance.now();
    if (now - this.lastTold < interval) return;
    const open = this.done.findIndex((part) => part === undefined);
    const parts = (open < 0 ? this.done : this.done.slice(0, open)).flatMap((part) => part ?? []);
    const next = running.get(open);
    const begun = next ? this.beginning(next.sentence, next.search) : [];
    const text = this.join([...parts, ...begun]);
    if (text === this.told || text.trim() === '') return;
    this.told = text;
    this.lastTold = now;
    this.tell(text);
  }

  private beginning(sentence: SourceSentence, search: SentenceSearch): Part[] {
    const { text } = writeSentence(search.leading(), this.tokenizer, sentence);
    // The last character's bytes may not be all there yet.
    const whole = text.replace(/\uFFFD+$/u, '');
    return whole === '' ? [] : [{ text: whole, sourceSpan: sentence.span }];
  }

  private join(parts: readonly Part[]): string {
    let target = '';
    let before = '';
    let position = 0;
    for (const { text, sourceSpan } of parts) {
      target += gap(before, this.source.slice(position, sourceSpan.start), text, this.targetLanguage) + text;
      if (text.trim() !== '') before = text;
      position = sourceSpan.end;
    }
    return target;
  }
}
