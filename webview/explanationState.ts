/** What the reader has unfolded and chosen of the explanations. No DOM. */
import type { PanelMessage } from '../engine/protocol/panelProtocol';
import type { Explanation } from '../engine/protocol/explanation';

/** `none`: there is no explanation to be had. */
export type Answer = Explanation | 'waiting' | 'none';

export interface ExplanationState {
  readonly open: boolean;
  /** What was asked for, by sentence. */
  readonly answers: ReadonlyMap<number, Answer>;
  /** The step looked at, in its sentence. */
  readonly chosen: { readonly sentence: number; readonly step: number };
  /** The equation looked at. */
  readonly card: number;
  /** The reader chose a word or a hypothesis: the focus comes back to the section with the answer. */
  readonly choosing: boolean;
}

export const initialExplanation: ExplanationState = {
  open: false,
  answers: new Map(),
  chosen: { sentence: 0, step: 0 },
  card: 0,
  choosing: false,
};

/** What is known after a message. A sentence translated anew has no explanation yet; its step is kept. */
export function withAnswer(state: ExplanationState, message: PanelMessage): ExplanationState {
  switch (message.kind) {
    case 'showTranslation':
    case 'showSummary':
      return { ...state, answers: new Map(), chosen: initialExplanation.chosen, choosing: false };
    case 'showSentence':
      return { ...state, answers: without(state.answers, message.sentence) };
    case 'showExplanation':
      return { ...state, answers: new Map(state.answers).set(message.sentence, message.explanation ?? 'none') };
    case 'followCursor':
      return state;
  }
}

export function withoutAnswer(state: ExplanationState, sentence: number): ExplanationState {
  return { ...state, answers: without(state.answers, sentence) };
}

/** The explanation of a sentence, once it is there. */
export function explanationOf({ answers }: ExplanationState, sentence: number): Explanation | undefined {
  const answer = answers.get(sentence);
  return typeof answer === 'object' ? answer : undefined;
}

/** The step looked at; the first of a sentence that was not looked at yet. */
export function chosenStep({ chosen }: ExplanationState, sentence: number, { steps }: Explanation): number {
  return chosen.sentence === sentence ? Math.min(chosen.step, steps.length - 1) : 0;
}

function without(answers: ExplanationState['answers'], sentence: number): Map<number, Answer> {
  const rest = new Map(answers);
  rest.delete(sentence);
  return rest;
}
