import { expect, test } from 'vitest';
import { describeModel, equationsOf } from '../../webview/equations';
import { bare, regated } from './madeExplanation';

const quantities = (model: typeof regated): string[] => equationsOf(model).map(({ quantity }) => quantity);

test('the re-gated cell: its gate is computed again after the attention', () => {
  expect(quantities(regated)).toEqual(['energies', 'attention', 'votes', 'context', 'attentional', 'outputGate', 'hidden', 'probability']);
});

test('the Luong cell: the gate comes first, and the attentional state feeds the output', () => {
  const luong = { ...regated, cell: 'luong' as const };
  expect(quantities(luong)).toEqual(['outputGate', 'energies', 'attention', 'votes', 'context', 'attentional', 'probability']);
  expect(equationsOf(luong).at(-1)?.formulas[0]).toBe('P(y) = softmax_y(W ĥ_t + b + log(p_{lex,t}(y) + ε u(y)))');
  expect(equationsOf({ ...luong, recurrentOutput: true })[0]?.formulas[0]).toContain('ĥ_{t−1}');
});

test('every score has its formula', () => {
  const formula = (score: typeof regated.score): string | undefined => equationsOf({ ...regated, score })[0]?.formulas[0];
  expect(formula('dot')).toBe('e_{t,i} = h_t · h_i');
  expect(formula('scaled_dot')).toBe('e_{t,i} = (h_t · h_i) / √H');
  expect(formula('general')).toBe('e_{t,i} = h_t · W h_i');
  expect(formula('mlp')).toBe('e_{t,i} = v · tanh(W h_t + U h_i)');
});

test('without a lexicon nothing votes', () => {
  expect(equationsOf(bare).find(({ quantity }) => quantity === 'votes')?.formulas).toEqual(['a_{t,i} = α_{t,i}']);
  expect(equationsOf(bare).at(-1)?.formulas).toEqual(['P(y) = softmax_y(W h_t + b)']);
});

test('whether the new state recurs is said', () => {
  const meaning = (recurrentOutput: boolean): string | undefined => equationsOf({ ...regated, recurrentOutput })[6]?.meaning;
  expect(meaning(true)).toContain('and the next step');
  expect(meaning(false)).toContain('before the gate was computed again');
});

test('a line about the pack', () => {
  expect(describeModel({ ...regated, hidden: 512, embedding: 256 })).toBe(
    'Re-gated cell · general score · the re-gated state does not recur · H = 512 · E = 256 · 8,000 source and 8,000 target subwords · lexicon with ε = 0.001',
  );
  expect(describeModel({ ...bare, cell: 'luong', score: 'scaled_dot', recurrentOutput: true })).toBe(
    'Luong cell · scaled dot score · input feeding · H = 16 · E = 8 · 8,000 source and 8,000 target subwords · no lexicon',
  );
});
