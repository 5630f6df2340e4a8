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

/** Says how likely each language is for words. */
export class NgramModel {
  private readonly weights: Int8Array;
  private readonly buckets: number;

  constructor(private readonly file: NgramModelFile) {
    this.weights = Int8Array.from(atob(file.weights), (character) => character.charCodeAt(0));
    this.buckets = this.weights.length / file.languages.length;
  }

  /** The likeliest language and its probability; undefined without words. Words are in lower case and composed. */
  best(words: readonly string[]): { readonly language: string; readonly probability: number } | undefined {
    if (words.length === 0) return undefined;
    const logits = this.logits(words.slice(0, mostWords));
    const top = Math.max(...logits);
    const total = logits.reduce((sum, logit) => sum + Math.exp(logit - top), 0);
    return { language: this.file.languages[logits.indexOf(top)]!, probability: 1 / total };
  }

  /** One per language, in the file's order: weights of all n-grams summed, over the root of their number. */
  logits(words: readonly string[]): number[] {
    const { languages, longest, padded, scale } = this.file;
    const sums = new Array<number>(languages.length).fill(0);
    let count = 0;
    const add = (ngram: string): void => {
      const row = bucketOf(ngram, this.buckets) * languages.length;
      for (let index = 0; index < sums.length; index++) sums[index]! += this.weights[row + index]!;
      count++;
    };
    for (const word of words) {
      const text = padded ? ` ${word} ` : word;
      for (let length = 1; length <= longest; length++) {
        for (let start = 0; start + length <= text.length; start++) {
          const ngram = text.slice(start, start + length);
          if (ngram !== ' ') add(ngram);
        }
      }
      if (padded && text.length > longest) add(text);
    }
    return sums.map((sum) => (sum * scale) / Math.sqrt(Math.max(1, count)));
  }
}

/** FNV-1a over the UTF-16 code units, folded. */
function bucketOf(ngram: string, buckets: number): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < ngram.length; index++) value = Math.imul(value ^ ngram.charCodeAt(index), 0x01000193) >>> 0;
  return ((value ^ (value >>> 15)) >>> 0) % buckets;
}
