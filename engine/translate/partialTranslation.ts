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

/**
 * A text's translation while it grows: the sentences that are done, from the first on, and the beginning of the next one.
 * Each sentence that is done is joined once.
 */
export class PartialTranslation {
  private lastTold = -Infinity;
  /** The translations of the first `joined` sentences. */
  private target = '';
  private joined = 0;
  /** The last of them that says something. */
  private before = '';
  /** Where they end in the source. */
  private position = 0;
  /** What was joined since something was told, and what was told behind what had been joined then. */
  private fresh = '';
  private begunThen = '';

  /**
   * @param done of each sentence, its translation once there is one; what is there stays
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
    this.join();
    const next = running.get(this.joined);
    const begun = next ? this.beginning(next.sentence, next.search) : '';
    if (this.fresh + begun === this.begunThen || (this.before === '' && begun.trim() === '')) return;
    this.begunThen = begun;
    this.fresh = '';
    this.lastTold = now;
    this.tell(this.target + begun);
  }

  private join(): void {
    for (let part = this.done[this.joined]; part !== undefined; part = this.done[this.joined]) {
      const text = this.withGap(part);
      this.target += text;
      this.fresh += text;
      if (part.text.trim() !== '') this.before = part.text;
      this.position = part.sourceSpan.end;
      this.joined++;
    }
  }

  private beginning(sentence: SourceSentence, search: SentenceSearch): string {
    const { text } = writeSentence(search.leading(), this.tokenizer, sentence);
    // The last character's bytes may not be all there yet.
    const whole = text.replace(/\uFFFD+$/u, '');
    return whole === '' ? '' : this.withGap({ text: whole, sourceSpan: sentence.span });
  }

  private withGap({ text, sourceSpan }: Part): string {
    return gap(this.before, this.source.slice(this.position, sourceSpan.start), text, this.targetLanguage) + text;
  }
}
