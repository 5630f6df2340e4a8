/** What the extension and the alignment view say to each other. */
import type { Token } from './result';
import { array, float32Array, integer, number, object, oneOf, string, ValidationError, type Validator, withMatrices } from './validate';
import { token } from './workerProtocol';

/** One sentence as the view draws it; token offsets count from the start of `source` and `target`. */
export interface PanelSentence {
  readonly source: string;
  readonly target: string;
  readonly sourceTokens: readonly Token[];
  readonly targetTokens: readonly Token[];
  /** Row-major `[targetTokens.length, sourceTokens.length]`; every row sums to 1. */
  readonly alignment: Float32Array;
  /** Same shape: where the decoder looked. */
  readonly attention: Float32Array;
  /** Mean log-probability per target subword. */
  readonly score: number;
}

/** Everything the view needs, in one message. */
export interface PanelContent {
  /** Name of the document. */
  readonly title: string;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  /** Id and version of the pack. */
  readonly pack: string;
  readonly sentences: readonly PanelSentence[];
}

/** From the extension to the view. */
export interface PanelMessage {
  readonly kind: 'showTranslation';
  readonly content: PanelContent;
}

/** From the view to the extension. */
export type ViewMessage =
  /** The view listens; it is answered with the present state. */
  | { readonly kind: 'ready' }
  /** Show this part of the sentence's source in the editor. */
  | { readonly kind: 'revealSpan'; readonly sentence: number; readonly start: number; readonly end: number }
  /** Put the sentence's translation on the clipboard. */
  | { readonly kind: 'copyTranslation'; readonly sentence: number };

const sentenceShape = object({
  source: string,
  target: string,
  sourceTokens: array(token),
  targetTokens: array(token),
  alignment: float32Array,
  attention: float32Array,
  score: number(),
});

const panelSentence: Validator<PanelSentence> = withMatrices(sentenceShape);

const panelContent: Validator<PanelContent> = object({
  title: string,
  sourceLanguage: string,
  targetLanguage: string,
  pack: string,
  sentences: array(panelSentence),
});

const viewMessages: Readonly<Record<ViewMessage['kind'], Validator<ViewMessage>>> = {
  ready: object({ kind: oneOf('ready') }),
  revealSpan: object({ kind: oneOf('revealSpan'), sentence: integer(0), start: integer(0), end: integer(0) }),
  copyTranslation: object({ kind: oneOf('copyTranslation'), sentence: integer(0) }),
};

/** Checks a message that reached the view. */
export const panelMessage: Validator<PanelMessage> = object({ kind: oneOf('showTranslation'), content: panelContent });

/** Checks a message that reached the extension. */
export const viewMessage: Validator<ViewMessage> = (value, path) => {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  const known = (Object.keys(viewMessages) as ViewMessage['kind'][]).find((candidate) => candidate === kind);
  if (known === undefined) throw new ValidationError(`${path}.kind`, `one of ${Object.keys(viewMessages).join(', ')}`, kind);
  return viewMessages[known](value, path);
};
