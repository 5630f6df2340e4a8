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

/** Asks how the decoder came to a sentence's translation. */
export interface ExplainRequest {
  /** Folder of the pack that made, or aligned, the translation. */
  readonly pack: string;
  /** The source sentence. */
  readonly source: string;
  /** Its translation's subwords without EOS, from `SentenceTranslation.subwords`. */
  readonly subwords: readonly number[];
  readonly options?: DecodeOptions;
}

/** A subword that the decoder could have written. */
export interface Alternative {
  readonly id: number;
  readonly text: string;
  /** Given everything before it, 0 to 1. */
  readonly probability: number;
}

/** Mean activation of each gate of the decoder's cell over its units, 0 to 1 (design: f, i, first o, second o). */
export interface Gates {
  readonly forget: number;
  readonly input: number;
  readonly output: number;
  /** The output gate computed again, knowing the context; only in the re-gated cell. */
  readonly regated?: number;
}

/** One decoder step: everything between the previous subword and the one it wrote. */
export interface ExplainedStep {
  /** The subword written; the last step writes EOS, whose text is empty. */
  readonly id: number;
  readonly text: string;
  /** P(y_t | y_<t, x), 0 to 1. */
  readonly probability: number;
  /** The most probable subwords at this place, best first; five at most. */
  readonly alternatives: readonly Alternative[];
  /**
   * Share of each source subword's lexicon vote in the probability, `[source subwords]`: α_{t,i}·L(y|x_i) over
   * p_lex(y) + ε·u(y). They and `own` sum to 1.
   */
  readonly votes: Float32Array;
  /** Share that no vote gave: what the LSTM would have had without the lexicon's words. */
  readonly own: number;
  readonly gates: Gates;
  /** e_{t,i} = a(h_t, h_i), `[source subwords]`. */
  readonly energies: Float32Array;
  /** c_t, `[H]`. */
  readonly context: Float32Array;
  /** ĥ_t, `[H]`. */
  readonly attentional: Float32Array;
  /** The gate that h_t was last multiplied with: the second of the re-gated cell, else the first; `[H]`. */
  readonly outputGate: Float32Array;
  /** h_t as it feeds the output layer, `[H]`. */
  readonly hidden: Float32Array;
}

/** A subword of the explained sentence: offsets into the sentence, and the word it belongs to (-1 for none, as EOS). */
export interface Subword extends Token {
  readonly word: number;
}

/** How the decoder came to a sentence's translation. Rows of both matrices are steps, columns source subwords with EOS. */
export interface Explanation {
  /** With EOS, whose text is empty. */
  readonly sourceSubwords: readonly Subword[];
  /** One per step; EOS at last. */
  readonly targetSubwords: readonly Subword[];
  /** a_{t,i}, `[steps, source subwords]`; every row sums to 1. */
  readonly alignment: Float32Array;
  /** α_{t,i}, same shape. */
  readonly attention: Float32Array;
  readonly steps: readonly ExplainedStep[];
  /** What the beam found, best first, each with its text and mean log-probability. */
  readonly hypotheses: readonly ScoredHypothesis[];
  readonly model: ModelInfo;
}

/** A complete translation that the beam found. */
export interface ScoredHypothesis {
  readonly text: string;
  /** Target subwords with EOS: as the prefix of `continue` they are the whole translation. */
  readonly subwords: readonly number[];
  /** Mean log-probability per target subword. */
  readonly score: number;
}

/** The parts of a pack's manifest that say which equations it follows. */
export interface ModelInfo {
  readonly cell: 'regated' | 'luong';
  readonly score: 'dot' | 'scaled_dot' | 'general' | 'mlp';
  readonly recurrentOutput: boolean;
  readonly hidden: number;
  readonly embedding: number;
  readonly sourceVocabulary: number;
  readonly targetVocabulary: number;
  /** ε of the lexicon's floor; absent without a lexicon. */
  readonly epsilon?: number;
}

/** Translates a sentence whose translation begins as given: the reader chose another word at some place. */
export interface ContinueRequest {
  readonly pack: string;
  /** The source sentence. */
  readonly source: string;
  /** Target subwords that are kept, the chosen one at last. */
  readonly prefix: readonly number[];
  readonly options?: DecodeOptions;
}
