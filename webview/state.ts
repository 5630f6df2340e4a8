/** What the view shows, apart from the drawing itself. No DOM. */
import type { ContentMessage, PanelMessage } from '../engine/protocol/panelProtocol';
import type { Evidence } from './evidence';
import { initialExplanation, withAnswer, type ExplanationState } from './explanationState';

/** In the order of their tabs and keys. */
export const drawings = ['reading', 'ribbons', 'matrix'] as const;
export type Drawing = (typeof drawings)[number];

/** Which sentences the list holds. */
export const listings = ['all', 'low'] as const;
export type Listing = (typeof listings)[number];

export const units = ['words', 'subwords'] as const;
export type Units = (typeof units)[number];

export const gates = ['hidden', 'shown'] as const;
export type Gates = (typeof gates)[number];

/** The reader's choices; they survive hiding and showing the panel. */
export interface Choices {
  readonly drawing: Drawing;
  readonly evidence: Evidence;
  readonly listing: Listing;
  /** What the drawing joins. Subwords are known from the explanation. */
  readonly units: Units;
  /** Whether the explanation shows the gates of every step. */
  readonly gates: Gates;
}

export interface ViewState extends Choices {
  /** What the extension sent last. */
  readonly shown: ContentMessage | undefined;
  /** Index of the sentence that is drawn, or of the summary's entry whose source is shown. */
  readonly selected: number;
  readonly explanation: ExplanationState;
}

export const initialState: ViewState = {
  drawing: 'ribbons',
  evidence: 'alignment',
  listing: 'all',
  units: 'words',
  gates: 'hidden',
  shown: undefined,
  selected: 0,
  explanation: initialExplanation,
};

export function withShown(state: ViewState, shown: ContentMessage): ViewState {
  return { ...state, shown, selected: 0, explanation: withAnswer(state.explanation, shown) };
}

/** Another translation of one sentence. */
export function withSentence(state: ViewState, message: Extract<PanelMessage, { kind: 'showSentence' }>): ViewState {
  if (state.shown?.kind !== 'showTranslation') return state;
  const { content } = state.shown;
  const sentences = content.sentences.map((sentence, index) => (index === message.sentence ? message.content : sentence));
  return { ...state, shown: { ...state.shown, content: { ...content, sentences } }, explanation: withAnswer(state.explanation, message) };
}

/** The cursor went to another sentence; one that is not shown, as of an earlier translation, changes nothing. */
export function withFollowed(state: ViewState, { sentence }: Extract<PanelMessage, { kind: 'followCursor' }>): ViewState {
  const known = state.shown?.kind === 'showTranslation' && sentence < state.shown.content.sentences.length;
  return known ? { ...state, selected: sentence } : state;
}

/** Restores what an earlier view stored; anything unknown in it is left out. */
export function withStoredChoices(state: ViewState, stored: unknown): ViewState {
  if (typeof stored !== 'object' || stored === null) return state;
  const choices = stored as Record<string, unknown>;
  const { drawing, evidence, listing } = choices;
  return {
    ...state,
    drawing: drawings.find((known) => known === drawing) ?? state.drawing,
    evidence: evidence === 'alignment' || evidence === 'attention' ? evidence : state.evidence,
    listing: listings.find((known) => known === listing) ?? state.listing,
    units: units.find((known) => known === choices['units']) ?? state.units,
    gates: gates.find((known) => known === choices['gates']) ?? state.gates,
  };
}

export function choicesOf({ drawing, evidence, listing, units, gates }: ViewState): Choices {
  return { drawing, evidence, listing, units, gates };
}
