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

export type Task = 'translate' | 'summarize';

/**
 * A word of a summarized text with its share of the reader's attention: the sum over its subwords of the softmax, over
 * the whole text, of the encoder's salience scores. The weights of a text sum to 1.
 */
export interface SalientWord extends Span {
  readonly weight: number;
}

/** Why a line quotes the text instead of saying it in words of its own. */
export type ExtractReason =
  /** The request wanted quotes. */
  | 'requested'
  /** The model was less sure of its best line than the pack's limit. */
  | 'low-confidence'
  /** Every hypothesis named something (an identifier, a number) that the text does not hold, or made a word up. */
  | 'unsupported'
  /** The text is not in the language, or not of the kind, that the pack reads. */
  | 'unreadable';

/**
 * One line of a summary with its word-level evidence; matrices as in `SentenceTranslation`, between the words of the
 * line and the words that the decoder read. A quoted line is aligned to itself.
 */
export interface SummaryLine {
  readonly text: string;
  readonly mode: 'abstractive' | 'extractive';
  /** Given when the line is extractive. */
  readonly reason?: ExtractReason;
  /** The part of the text that the line stands for. */
  readonly source: Span;
  /** Words that the decoder read, in order; offsets into the request's text. In a long text not all are read. */
  readonly sourceTokens: readonly Token[];
  /** Words of the line; offsets into `text`. */
  readonly targetTokens: readonly Token[];
  readonly alignment: Float32Array;
  readonly attention: Float32Array;
  /** Mean log-probability per target subword (natural logarithm, ≤ 0); 0 for a quoted line. */
  readonly score: number;
}

/** The summary of one text of a request. */
export interface Summary {
  readonly source: string;
  /** At least one, in the order of the text. */
  readonly lines: readonly SummaryLine[];
  /** Every word that was read, in order; fenced code and comments of Markdown are not. */
  readonly salience: readonly SalientWord[];
}

export interface SummarizeOptions extends DecodeOptions {
  /** Lines at most, 1 to 10; default 1. A text with less to say gets fewer. */
  readonly lines?: number;
  /** `auto` (default) writes lines and quotes where it cannot; `extractive` quotes only. */
  readonly mode?: 'auto' | 'extractive';
}

export interface SummarizeRequest {
  /** Folder of a summarizer's pack. */
  readonly pack: string;
  /** Texts to summarize, each on its own: documents, or functions for a pack that reads code. */
  readonly texts: readonly string[];
  /** VS Code's id of the texts' language (`markdown`, `python`, …): how they are cut into sentences or statements. */
  readonly languageId?: string;
  readonly options?: SummarizeOptions;
}

/** What a pack says of itself. `sourceLanguage` of a summarizer of functions is `code`. */
export interface PackInfo {
  readonly id: string;
  readonly version: string;
  readonly task: Task;
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
