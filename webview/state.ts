/** What the view shows, apart from the drawing itself. No DOM. */
import type { ContentMessage } from '../engine/protocol/panelProtocol';
import type { Evidence } from './evidence';

export type Drawing = 'ribbons' | 'matrix';

/** The reader's choices; they survive hiding and showing the panel. */
export interface Choices {
  readonly drawing: Drawing;
  readonly evidence: Evidence;
}

export interface ViewState extends Choices {
  /** What the extension sent last. */
  readonly shown: ContentMessage | undefined;
  /** Index of the sentence that is drawn, or of the summary's entry whose source is shown. */
  readonly selected: number;
}

export const initialState: ViewState = {
  drawing: 'ribbons',
  evidence: 'alignment',
  shown: undefined,
  selected: 0,
};

export function withShown(state: ViewState, shown: ContentMessage): ViewState {
  return { ...state, shown, selected: 0 };
}

/** Restores what an earlier view stored; anything unknown in it is left out. */
export function withStoredChoices(state: ViewState, stored: unknown): ViewState {
  if (typeof stored !== 'object' || stored === null) return state;
  const { drawing, evidence } = stored as Record<string, unknown>;
  return {
    ...state,
    drawing: drawing === 'ribbons' || drawing === 'matrix' ? drawing : state.drawing,
    evidence: evidence === 'alignment' || evidence === 'attention' ? evidence : state.evidence,
  };
}
