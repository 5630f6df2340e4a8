import type { Priority, Term } from './term';

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
  /** The decisions behind the drawing: which words belong together, in the order of the target. */
  readonly links: readonly Link[];
  /** `[targetTokens.length]`: geometric mean of the probabilities that the decoder gave the word's subwords, 0 to 1. */
  readonly confidence: Float32Array;
  /** Target subwords without EOS: what `explain` and `continue` take. Empty for a sentence that was passed through. */
  readonly subwords: readonly number[];
  /** Mean log-probability per target subword (natural logarithm, ≤ 0). */
  readonly score: number;
}

/** A source word and a target word that belong together; indices into the sentence's tokens. */
export interface Link {
  readonly source: number;
  readonly target: number;
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
  /** A model of Hugging Face's format: it does nothing but translate, and `version` is its type. */
  readonly translatesOnly?: true;
  /** Location of the pack that does the rest in place of one that only translates; the engine's host knows of such packs. */
  readonly aligner?: string;
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
  /** The user's own words: glossary, and what corrections teach. */
  readonly terms?: readonly Term[];
  /** Sentences come with their places and scores only, without words, matrices and subwords: a tenth of the memory. */
  readonly textOnly?: boolean;
  /** `background` work lets `interactive` work (the default) pass it between two decoder steps. */
  readonly priority?: Priority;
  /** Folder of a pack for the same languages, which aligns what a pack that only translates has written. */
  readonly aligner?: string;
}

/** A source text and a translation of it that is already there, made by whomever. */
export interface TextPair {
  readonly source: string;
  readonly target: string;
}

/** Aligns existing translations by forced decoding: the decoder is made to write the given target. */
export interface AlignRequest {
  /** Folder of a pack that translates source → target. */
  readonly pack: string;
  /** Folder of the pack for target → source; where it is given, both directions decide together. */
  readonly reversePack?: string;
  readonly pairs: readonly TextPair[];
  /** Words are what white space separates, and each text is one sentence; otherwise words are as in translations. */
  readonly pretokenized?: boolean;
}

/**
 * A sentence (or a few that belong together) of an aligned pair. The support of a word is the largest weight that joins
 * it to a word of the other side in all directions at hand, 0 to 1: near 0, nothing on the other side explains it.
 */
export interface AlignedSentence extends SentenceTranslation {
  /** `[sourceTokens.length]` */
  readonly sourceSupport: Float32Array;
  /** `[targetTokens.length]` */
  readonly targetSupport: Float32Array;
  /** `[sourceTokens.length]`: as `confidence`, given the target; only with the pack for the other direction. */
  readonly sourceConfidence?: Float32Array;
  /** `[sourceTokens.length]`: Σ_y L(y|x) over the target's subwords y, wherever they stand, 0 to 1; of packs with a lexicon. */
  readonly sourceCover?: Float32Array;
  /** `[targetTokens.length]`: how much likelier the source makes a target word, log max_x (L(y|x) + ε·u(y)) / u(y). */
  readonly targetGain?: Float32Array;
}

/** An existing translation with its evidence; `target` is the text as it was given. */
export interface AlignedPair extends Translation {
  readonly sentences: readonly AlignedSentence[];
}
