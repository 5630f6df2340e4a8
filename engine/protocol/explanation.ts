import type { Token, DecodeOptions } from './result';
import type { Term } from './term';

/** Asks how the decoder came to a sentence's translation. */
export interface ExplainRequest {
  /** Folder of the pack that made, or aligned, the translation. */
  readonly pack: string;
  /** The source sentence. */
  readonly source: string;
  /** Its translation's subwords without EOS, from `SentenceTranslation.subwords`. */
  readonly subwords: readonly number[];
  readonly options?: DecodeOptions;
  /** Those of the translation. */
  readonly terms?: readonly Term[];
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
  /** Those of the translation. */
  readonly terms?: readonly Term[];
}
