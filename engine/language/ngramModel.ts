/** Linear models over hashed character n-grams; `models/alignlens/langid.py` trains them with the same features. Pure. */

/** As its file holds it. */
export interface NgramModelFile {
  readonly languages: readonly string[];
  /** Of n-grams, in characters. */
  readonly longest: number;
  /** Whether n-grams see the ends of words. */
  readonly padded: boolean;
  /** What a step of the weights is worth, in logits. */
  readonly scale: number;
  /** Base64 of signed bytes, [bucket][language]. */
  readonly weights: string;
}

/** More words say nothing more, and would take time. */
const mostWords = 80;

export interface LikelyLanguage {
  readonly language: string;
  readonly probability: number;
}

/** Says how likely each language is for words, which are in lower case and composed. */
export class NgramModel {
  private readonly weights: Int8Array;
  private readonly buckets: number;

  constructor(private readonly file: NgramModelFile) {
    this.weights = Int8Array.from(atob(file.weights), (character) => character.charCodeAt(0));
    this.buckets = this.weights.length / file.languages.length;
  }

  /** The likeliest language; undefined without words. */
  best(words: readonly string[]): LikelyLanguage | undefined {
    return this.ranked(words)[0];
  }

  /** Every language of the model, the likeliest first; none without words. */
  ranked(words: readonly string[]): LikelyLanguage[] {
    if (words.length === 0) return [];
    const logits = this.logits(words.slice(0, mostWords));
    const top = Math.max(...logits);
    const odds = logits.map((logit) => Math.exp(logit - top));
    const total = odds.reduce((sum, value) => sum + value, 0);
    return odds
      .map((value, index) => ({ language: this.file.languages[index]!, probability: value / total }))
      .sort((a, b) => b.probability - a.probability);
  }

  /** One per language, in the file's order: the weights of all n-grams summed, over the root of their number. */
  private logits(words: readonly string[]): number[] {
    const { languages, scale } = this.file;
    const buckets = words.flatMap((word) => this.bucketsOf(word));
    const sums = languages.map((_, index) => buckets.reduce((sum, bucket) => sum + this.weights[bucket * languages.length + index]!, 0));
    return sums.map((sum) => (sum * scale) / Math.sqrt(Math.max(1, buckets.length)));
  }

  /** Where the weights of a word's n-grams are: those of every length, and the whole word where it is longer. */
  bucketsOf(word: string): number[] {
    const { longest, padded } = this.file;
    const text = padded ? ` ${word} ` : word;
    const found: number[] = [];
    for (let length = 1; length <= longest; length++) {
      for (let start = 0; start + length <= text.length; start++) {
        const ngram = text.slice(start, start + length);
        if (ngram !== ' ') found.push(bucketOf(ngram, this.buckets));
      }
    }
    if (padded && text.length > longest) found.push(bucketOf(text, this.buckets));
    return found;
  }
}

/** FNV-1a over the UTF-16 code units, folded. */
function bucketOf(ngram: string, buckets: number): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < ngram.length; index++) value = Math.imul(value ^ ngram.charCodeAt(index), 0x01000193) >>> 0;
  return ((value ^ (value >>> 15)) >>> 0) % buckets;
}
