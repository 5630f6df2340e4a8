import { expect, test } from 'vitest';
import { panelMessage } from '../../engine/protocol/panelProtocol';
import { chosenStep, explanationOf, initialExplanation, withAnswer, withoutAnswer } from '../../webview/explanationState';
import { initialState, withSentence, withShown, withStoredChoices } from '../../webview/state';
import { madeExplanation, renameSentence } from './madeExplanation';

const explanation = madeExplanation();
const shown = {
  kind: 'showTranslation' as const,
  content: { title: 'a.ts', sourceLanguage: 'en', targetLanguage: 'zh', pack: 'en-zh 0.1.0', sentences: [renameSentence, renameSentence], appliesTo: 'source' as const },
};
const answered = withAnswer(initialExplanation, { kind: 'showExplanation', sentence: 1, explanation });

test('what the tests are made of passes as messages of the extension', () => {
  expect(() => panelMessage(shown, 'message')).not.toThrow();
  expect(() => panelMessage({ kind: 'showExplanation', sentence: 0, explanation }, 'message')).not.toThrow();
});

test('an explanation belongs to its sentence; an answer without one says that there is none', () => {
  expect(explanationOf(answered, 1)).toBe(explanation);
  expect(explanationOf(answered, 0)).toBeUndefined();
  const none = withAnswer(answered, { kind: 'showExplanation', sentence: 0 });
  expect(none.answers.get(0)).toBe('none');
  expect(explanationOf(withoutAnswer(none, 0), 0)).toBeUndefined();
  expect(withoutAnswer(none, 0).answers.has(0)).toBe(false);
});

test('another translation of a sentence makes its explanation void and leaves the others', () => {
  const state = withSentence({ ...withShown(initialState, shown), explanation: withAnswer(answered, { kind: 'showExplanation', sentence: 0, explanation }) }, {
    kind: 'showSentence', sentence: 1, content: { ...renameSentence, target: '好。' },
  });
  expect(state.explanation.answers.has(1)).toBe(false);
  expect(explanationOf(state.explanation, 0)).toBe(explanation);
  expect(state.shown?.kind === 'showTranslation' && state.shown.content.sentences.map(({ target }) => target)).toEqual([renameSentence.target, '好。']);
});

test('new content makes all void; what is unfolded stays so', () => {
  const state = withShown({ ...initialState, explanation: { ...answered, open: true } }, shown);
  expect(state.explanation.answers.size).toBe(0);
  expect(state.explanation.open).toBe(true);
});

test('the chosen step is that of its sentence, and within the steps', () => {
  const state = { ...answered, chosen: { sentence: 1, step: 4 } };
  expect(chosenStep(state, 1, explanation)).toBe(4);
  expect(chosenStep(state, 0, explanation)).toBe(0);
  expect(chosenStep(state, 1, { ...explanation, steps: explanation.steps.slice(0, 3) })).toBe(2);
});

test('units and gates are remembered; what is unknown is left out', () => {
  expect(withStoredChoices(initialState, { units: 'subwords', gates: 'shown' })).toMatchObject({ units: 'subwords', gates: 'shown' });
  expect(withStoredChoices(initialState, { units: 'letters', gates: 3 })).toEqual(initialState);
});
