/** What the view shows, apart from the drawing itself. No DOM. */
import type { ContentMessage, PanelMessage } from '../engine/protocol/panelProtocol';
import type { Evidence } from './evidence';
import { initialExplanation, withAnswer, type ExplanationState } from './explanationState';

export type Drawing = 'ribbons' | 'matrix';

/** The reader's choices; they survive hiding and showing the panel. */
export interface Choices {
  readonly drawing: Drawing;
  readonly evidence: Evidence;
  /** What the drawing joins. Subwords are known from the explanation. */
  readonly units: 'words' | 'subwords';
  /** Whether the explanation shows the gates of every step. */
  readonly gates: 'hidden' | 'shown';
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

/** Restores what an earlier view stored; anything unknown in it is left out. */
export function withStoredChoices(state: ViewState, stored: unknown): ViewState {
  if (typeof stored !== 'object' || stored === null) return state;
  const { drawing, evidence, units, gates } = stored as Record<string, unknown>;
  return {
    ...state,
    drawing: drawing === 'ribbons' || drawing === 'matrix' ? drawing : state.drawing,
    evidence: evidence === 'alignment' || evidence === 'attention' ? evidence : state.evidence,
    units: units === 'words' || units === 'subwords' ? units : state.units,
    gates: gates === 'hidden' || gates === 'shown' ? gates : state.gates,
  };
}
