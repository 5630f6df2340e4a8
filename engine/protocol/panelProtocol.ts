/** What the extension and the panel's view say to each other. */
import type { Explanation } from './explanation';
import type { Link, SalientWord, Span, SummaryLine, Token } from './result';
import { array, boolean, bytes, float32Array, integer, number, object, oneOf, string, ValidationError, type Validator, withMatrices } from './validate';
import { explanation, link, salientWord, span, token } from './workerProtocol';

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
  /** Which words belong together. */
  readonly links: readonly Link[];
  /** `[targetTokens.length]`: the probability the decoder gave each word, 0 to 1. */
  readonly confidence: Float32Array;
  /** Mean log-probability per target subword. */
  readonly score: number;
}

/** Everything the view needs to show a translation, in one message. */
export interface PanelContent {
  /** Name of the document. */
  readonly title: string;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  /** Id and version of the pack. */
  readonly pack: string;
  readonly sentences: readonly PanelSentence[];
  /** What `applyTranslation` writes over: the source text, or the translation that was there before. */
  readonly appliesTo: 'source' | 'target';
}

/** One line of a summary as the view shows it; source offsets count from the start of `SummaryContent.source`. */
export interface SummaryPanelLine extends Omit<SummaryLine, 'source' | 'mode' | 'reason'> {
  /** That and why the line is a quotation, in words; none for a line of the model's own. */
  readonly note?: string;
  /** The line in the reader's language, where one was asked for. */
  readonly translation?: string;
}

/** What one part of the text says. */
export interface SummaryEntry {
  /** Name of the function or heading of the section; empty for a plain selection. */
  readonly heading: string;
  /** The part is a function: its lines can become a doc comment. */
  readonly documentable: boolean;
  /** The part of `SummaryContent.source` that the lines stand for. */
  readonly source: Span;
  readonly lines: readonly SummaryPanelLine[];
  /** Words of the part, in order, as offsets into `SummaryContent.source`; their weights sum to 1. */
  readonly salience: readonly SalientWord[];
}

/** Everything the view needs to show a summary, in one message. */
export interface SummaryContent {
  /** Name of the document. */
  readonly title: string;
  /** Id and version of the pack. */
  readonly pack: string;
  /** Code is shown in the editor's font. */
  readonly kind: 'prose' | 'code';
  /** The text, or the texts one after another, that the entries lie in. */
  readonly source: string;
  readonly entries: readonly SummaryEntry[];
}

/** File types of exports. `txt` is Pharaoh: `i-j` links. */
export const exportExtensions = ['json', 'txt', 'tsv', 'svg', 'png'] as const;
export type ExportExtension = (typeof exportExtensions)[number];

/** What fills the view anew. */
export type ContentMessage =
  | { readonly kind: 'showTranslation'; readonly content: PanelContent }
  | { readonly kind: 'showSummary'; readonly content: SummaryContent };

/** From the extension to the view. */
export type PanelMessage =
  | ContentMessage
  /** Another translation of one sentence: the reader chose a word or a hypothesis. Its explanation is not known yet. */
  | { readonly kind: 'showSentence'; readonly sentence: number; readonly content: PanelSentence }
  /** Answers `explain`; without an explanation there is none to be had, and a notification has said why. */
  | { readonly kind: 'showExplanation'; readonly sentence: number; readonly explanation?: Explanation }
  /** The cursor in the editor stands in this sentence, at this offset into its source. */
  | { readonly kind: 'followCursor'; readonly sentence: number; readonly offset: number };

/** From the view to the extension. */
export type ViewMessage =
  /** The view listens; it is answered with the present state. */
  | { readonly kind: 'ready' }
  /** Show this part of the sentence's source in the editor. */
  | { readonly kind: 'revealSpan'; readonly sentence: number; readonly start: number; readonly end: number }
  /** Put the sentence's translation on the clipboard. */
  | { readonly kind: 'copyTranslation'; readonly sentence: number }
  /** How did the decoder come to this sentence's translation? Answered by `showExplanation`. */
  | { readonly kind: 'explain'; readonly sentence: number }
  /** Keep the subwords before this step of the explanation, write this one, and translate the rest anew. */
  | { readonly kind: 'chooseAlternative'; readonly sentence: number; readonly step: number; readonly id: number }
  /** Take another hypothesis of the explanation. */
  | { readonly kind: 'chooseHypothesis'; readonly sentence: number; readonly hypothesis: number }
  /** Write the sentence's present translation into the document. */
  | { readonly kind: 'applyTranslation'; readonly sentence: number }
  /** Put this text, an export, on the clipboard. */
  | { readonly kind: 'copyText'; readonly text: string }
  /** Save an export where the reader says; the extension of its name tells the format. */
  | { readonly kind: 'saveExport'; readonly extension: ExportExtension; readonly content: Uint8Array }
  /** Show this part of `SummaryContent.source`, which lies in the entry, in the editor. */
  | { readonly kind: 'revealSource'; readonly entry: number; readonly start: number; readonly end: number }
  /** Put the entry's lines, with their translations, on the clipboard. */
  | { readonly kind: 'copySummary'; readonly entry: number }
  /** Write the lines of the entry, which is documentable, above its function. */
  | { readonly kind: 'insertDocComment'; readonly entry: number };

const evidence = {
  sourceTokens: array(token),
  targetTokens: array(token),
  alignment: float32Array,
  attention: float32Array,
  score: number(),
};

const panelSentence: Validator<PanelSentence> = withMatrices(
  object({ source: string, target: string, ...evidence, links: array(link), confidence: float32Array }),
);

const panelContent: Validator<PanelContent> = object({
  title: string,
  sourceLanguage: string,
  targetLanguage: string,
  pack: string,
  sentences: array(panelSentence),
  appliesTo: oneOf('source', 'target'),
});

const summaryPanelLine: Validator<SummaryPanelLine> = withMatrices(
  object({ text: string, ...evidence }, { note: string, translation: string }),
);

const summaryEntry: Validator<SummaryEntry> = object({
  heading: string,
  documentable: boolean,
  source: span,
  lines: array(summaryPanelLine),
  salience: array(salientWord),
});

const summaryContent: Validator<SummaryContent> = object({
  title: string,
  pack: string,
  kind: oneOf('prose', 'code'),
  source: string,
  entries: array(summaryEntry),
});

const viewMessages: Readonly<Record<ViewMessage['kind'], Validator<ViewMessage>>> = {
  ready: object({ kind: oneOf('ready') }),
  revealSpan: object({ kind: oneOf('revealSpan'), sentence: integer(0), start: integer(0), end: integer(0) }),
  copyTranslation: object({ kind: oneOf('copyTranslation'), sentence: integer(0) }),
  explain: object({ kind: oneOf('explain'), sentence: integer(0) }),
  chooseAlternative: object({ kind: oneOf('chooseAlternative'), sentence: integer(0), step: integer(0), id: integer(0) }),
  chooseHypothesis: object({ kind: oneOf('chooseHypothesis'), sentence: integer(0), hypothesis: integer(0) }),
  applyTranslation: object({ kind: oneOf('applyTranslation'), sentence: integer(0) }),
  copyText: object({ kind: oneOf('copyText'), text: string }),
  saveExport: object({ kind: oneOf('saveExport'), extension: oneOf(...exportExtensions), content: bytes }),
  revealSource: object({ kind: oneOf('revealSource'), entry: integer(0), start: integer(0), end: integer(0) }),
  copySummary: object({ kind: oneOf('copySummary'), entry: integer(0) }),
  insertDocComment: object({ kind: oneOf('insertDocComment'), entry: integer(0) }),
};

const panelMessages: Readonly<Record<PanelMessage['kind'], Validator<PanelMessage>>> = {
  showTranslation: object({ kind: oneOf('showTranslation'), content: panelContent }),
  showSummary: object({ kind: oneOf('showSummary'), content: summaryContent }),
  showSentence: object({ kind: oneOf('showSentence'), sentence: integer(0), content: panelSentence }),
  showExplanation: object({ kind: oneOf('showExplanation'), sentence: integer(0) }, { explanation }),
  followCursor: object({ kind: oneOf('followCursor'), sentence: integer(0), offset: integer(0) }),
};

/** Checks a message that reached the view. */
export const panelMessage: Validator<PanelMessage> = byKind(panelMessages);

/** Checks a message that reached the extension. */
export const viewMessage: Validator<ViewMessage> = byKind(viewMessages);

/** The validator for the message's kind. */
function byKind<M extends { readonly kind: string }>(validators: Readonly<Record<M['kind'], Validator<M>>>): Validator<M> {
  return (value, path) => {
    const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
    const known = (Object.keys(validators) as M['kind'][]).find((candidate) => candidate === kind);
    if (known === undefined) throw new ValidationError(`${path}.kind`, `one of ${Object.keys(validators).join(', ')}`, kind);
    return validators[known](value, path);
  };
}
