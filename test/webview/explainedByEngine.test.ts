import { expect, test } from 'vitest';
import { rowOf, softmax, voteShares, wordGroups } from '../../webview/explanation';
import { createEngine, realPack } from '../engine/support';

const engine = createEngine();

test('what the view says of the numbers holds for those of the pack that ships', async () => {
  const source = 'Save the file before you close the window.';
  const [translation] = await engine.translate({ pack: realPack, texts: [source] });
  const explained = translation!.sentences[0]!;
  const explanation = await engine.explain({ pack: realPack, source, subwords: explained.subwords });
  explanation.steps.forEach((step, t) => {
    const attention = rowOf(explanation, explanation.attention, t);
    const alignment = rowOf(explanation, explanation.alignment, t);
    softmax(step.energies).weights.forEach((weight, i) => expect(weight).toBeCloseTo(attention[i]!, 4));
    attention.forEach((weight, i) => expect(step.votes[i]! + step.own * weight).toBeCloseTo(alignment[i]!, 3));
    expect(voteShares(explanation, step).reduce((sum, { share }) => sum + share, step.own)).toBeCloseTo(1, 4);
  });
  // The words of the explanation are those of the sentence, which the drawing shows.
  const words = wordGroups(explanation.targetSubwords).filter(({ word }) => word >= 0);
  expect(words.map(({ text }) => text)).toEqual(explained.targetTokens.map(({ text }) => text));
});
