/** Half-open range of UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A word of the source or target text. `text` equals the text at the span. */
export interface Token extends Span {
  readonly text: string;
}

/**
 * One sentence's translation with its word-level evidence.
 *
 * `alignment` and `attention` are row-major matrices of shape
 * `[targetTokens.length, sourceTokens.length]`; every row sums to 1.
 * Attention is where the decoder looked before it chose the word; alignment is the posterior: which source
 * word explains the chosen word (design: a ∝ α · (L(y|x) + ε·u(y))).
 */
export interface SentenceTranslation {
  /** The sentence in the request's text. */
  readonly source: Span;
  /** The sentence's translation in `Translation.target`. */
  readonly target: Span;
  /** Words of the sentence; offsets into the request's text. */
  readonly sourceTokens: readonly Token[];
  /** Words of the translation; offsets into `Translation.target`. */
  readonly targetTokens: readonly Token[];
  readonly alignment: Float32Array;
  readonly attention: Float32Array;
  /** Mean log-probability per target subword (natural logarithm, ≤ 0). */
  readonly score: number;
}

/** The translation of one text of a request. Whitespace around sentences is the source's own. */
export interface Translation {
  readonly source: string;
  readonly target: string;
  readonly sentences: readonly SentenceTranslation[];
  /** Mean of the sentence scores weighted by their target subwords; 0 for a text without words. */
  readonly score: number;
}

/** What a pack says of itself. */
export interface PackInfo {
  readonly id: string;
  readonly version: string;
  readonly task: 'translate';
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  /** Where it was loaded from: the location given in the request. */
  readonly location: string;
}

/** Decoding options; anything left out takes the pack's own default. */
export interface DecodeOptions {
  /** Hypotheses kept per step; 1 is greedy. */
  readonly beamSize?: number;
  /** Exponent of the length normalisation. */
  readonly lengthPenalty?: number;
}

export interface TranslateRequest {
  /** Folder of the pack, in the form the host's `readFile` understands (a URI in VS Code, a path in the CLI). */
  readonly pack: string;
  /** Texts to translate, each on its own; an empty one comes back empty. */
  readonly texts: readonly string[];
  readonly options?: DecodeOptions;
}
