/**
 * What the engine and the bundle `transformers.js` say to each other. The bundle is code of its own, so that nobody loads
 * Transformers.js who has no model for it; both meet at the global object.
 */
import type { InferenceSession, Tensor } from '../session/ortBackend';

/** The bundle beside the worker's. */
export const bundleFile = 'transformers.js';

/** The engine's ONNX Runtime, which the bundle takes instead of one of its own. */
export interface SharedRuntime {
  readonly InferenceSession: typeof InferenceSession;
  readonly Tensor: typeof Tensor;
}

/** How the weights of a graph are written, as Transformers.js calls it. */
export type WeightType = 'q8' | 'int8' | 'uint8' | 'fp32' | 'q4' | 'bnb4';

/** Reads a file of the model's folder; undefined when there is none. */
export type ReadModelFile = (file: string) => Promise<Uint8Array | undefined>;

export interface Seq2SeqModel {
  /**
   * The greedy translation of a text.
   *
   * @param maxLength target subwords at most
   * @param beforeRun awaited before each run of a graph; what it throws ends the translation
   */
  generate(text: string, maxLength: number, beforeRun: () => Promise<void>): Promise<string>;
  /** Subwords of a text with the special ones. */
  length(text: string): number;
}

/** What the bundle gives. */
export interface TransformersBundle {
  /**
   * Loads tokenizer and graphs.
   *
   * @param fail makes the error of what Transformers.js or ONNX Runtime says of the tokenizer or of the graphs
   */
  load(readFile: ReadModelFile, weights: WeightType, fail: (part: 'tokenizer' | 'graphs', cause: unknown) => Error): Promise<Seq2SeqModel>;
}

interface MeetingPlace {
  alignlensRuntime?: SharedRuntime;
  alignlensTransformers?: TransformersBundle;
}

export const meetingPlace = globalThis as MeetingPlace;
