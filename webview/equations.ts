/**
 * The equations of a pack's decoder, in the order in which it computes them. No DOM.
 *
 * Formulas are written as `e_{t,i} = h_t · W h_i`: single letters are variables, `_x` or `_{…}` is a subscript.
 */
import type { ModelInfo } from '../engine/protocol/explanation';
import { t } from './l10n';

export type Quantity = 'energies' | 'attention' | 'votes' | 'context' | 'attentional' | 'outputGate' | 'hidden' | 'probability';

export interface Equation {
  readonly quantity: Quantity;
  /** Its symbol, as a formula. */
  readonly symbol: string;
  readonly name: string;
  readonly formulas: readonly string[];
  /** In plain words. */
  readonly meaning: string;
}

const scores: Record<ModelInfo['score'], string> = {
  dot: 'h_t · h_i',
  scaled_dot: '(h_t · h_i) / √H',
  general: 'h_t · W h_i',
  mlp: 'v · tanh(W h_t + U h_i)',
};

export function equationsOf(model: ModelInfo): Equation[] {
  const attention = [energies(model), weights(), votes(model), context()];
  return model.cell === 'regated'
    ? [...attention, attentional(t('It goes into the second output gate.')), secondGate(), regatedHidden(model), probability(model, 'h_t')]
    : [firstGate(model), ...attention, attentional(afterAttentional(model)), probability(model, 'ĥ_t')];
}

/** One line about the pack: the equations it follows, its sizes. */
export function describeModel(model: ModelInfo): string {
  const count = (value: number): string => value.toLocaleString('en');
  return [
    model.cell === 'regated' ? t('Re-gated cell') : t('Luong cell'),
    t('{0} score', model.score.replace('_', ' ')),
    model.cell === 'regated'
      ? model.recurrentOutput ? t('the re-gated state recurs') : t('the re-gated state does not recur')
      : model.recurrentOutput ? t('input feeding') : t('no input feeding'),
    `H = ${count(model.hidden)}`,
    `E = ${count(model.embedding)}`,
    t('{0} source and {1} target subwords', count(model.sourceVocabulary), count(model.targetVocabulary)),
    model.epsilon === undefined ? t('no lexicon') : t('lexicon with ε = {0}', Number(model.epsilon.toPrecision(3))),
  ].join(' · ');
}

function energies({ score, cell }: ModelInfo): Equation {
  const fit = t('How well the decoder’s state fits the encoder’s state of each source subword, before this subword is written. Larger fits better.');
  return {
    quantity: 'energies',
    symbol: 'e_{t,i}',
    name: t('Energies'),
    formulas: [`e_{t,i} = ${scores[score]}`],
    meaning: cell === 'regated' ? sentences(fit, t('The state is the plain LSTM’s, before its output gate is computed again.')) : fit,
  };
}

function weights(): Equation {
  return {
    quantity: 'attention',
    symbol: 'α_{t,i}',
    name: t('Attention'),
    formulas: ['α_{t,i} = exp(e_{t,i}) / ∑_j exp(e_{t,j})'],
    meaning: t('The softmax makes weights of the energies, which sum to 1: where the decoder looks. The largest energy is taken off all of them first, which changes no weight and keeps the exponentials small.'),
  };
}

function votes({ epsilon }: ModelInfo): Equation {
  const alike = { quantity: 'votes', symbol: 'a_{t,i}', name: t('Votes and alignment') } as const;
  if (epsilon === undefined) {
    return { ...alike, formulas: ['a_{t,i} = α_{t,i}'], meaning: t('This pack has no lexicon, so nothing votes: the alignment is the attention.') };
  }
  return {
    ...alike,
    formulas: [
      'p_{lex,t}(y) = ∑_i α_{t,i} L(y | x_i)',
      'v_{t,i} = α_{t,i} L(y_t | x_i) / (p_{lex,t}(y_t) + ε u(y_t))',
      'a_{t,i} = v_{t,i} + (1 − ∑_j v_{t,j}) α_{t,i}',
    ],
    meaning: t('Each source subword votes for the translations that the lexicon L knows of it, as loudly as it is attended to. The alignment asks afterwards which of them explains the subword that was written: its share of the votes, and of what no vote explains its share of the attention.'),
  };
}

function context(): Equation {
  return {
    quantity: 'context',
    symbol: 'c_t',
    name: t('Context'),
    formulas: ['c_t = ∑_i α_{t,i} h_i'],
    meaning: t('The average of the encoder’s states, weighted by the attention: what the source says at this place.'),
  };
}

function attentional(after: string): Equation {
  return {
    quantity: 'attentional',
    symbol: 'ĥ_t',
    name: t('Attentional state'),
    formulas: ['ĥ_t = tanh(W_c [c_t, h_t] + b_c)'],
    meaning: sentences(t('What the source says and what the decoder remembers, joined into one vector of numbers between −1 and 1.'), after),
  };
}

function secondGate(): Equation {
  return {
    quantity: 'outputGate',
    symbol: 'o_t',
    name: t('Output gate, again'),
    formulas: ['o_t = σ(W′_o [ĥ_t, x_t] + b′_o)'],
    meaning: t('The output gate is computed a second time, now knowing the context: how much each unit of the cell’s memory may say, from 0 (nothing) to 1 (all).'),
  };
}

function firstGate({ recurrentOutput }: ModelInfo): Equation {
  return {
    quantity: 'outputGate',
    symbol: 'o_t',
    name: t('Output gate'),
    formulas: [`o_t = σ(W_o [h_{t−1}, x_t${recurrentOutput ? ', ĥ_{t−1}' : ''}] + b_o)`, 'h_t = o_t ⊙ tanh(C_t)'],
    meaning: t('The output gate of the plain LSTM: how much each unit of the cell’s memory may say, from 0 (nothing) to 1 (all). The state that comes of it looks at the source.'),
  };
}

function regatedHidden({ recurrentOutput }: ModelInfo): Equation {
  return {
    quantity: 'hidden',
    symbol: 'h_t',
    name: t('Re-gated state'),
    formulas: ['h_t ← o_t ⊙ tanh(C_t)'],
    meaning: sentences(
      t('The cell’s memory through the new gate, unit by unit.'),
      recurrentOutput
        ? t('It feeds the output layer and the next step.')
        : t('It feeds the output layer; the next step goes on from the state before the gate was computed again.'),
    ),
  };
}

function afterAttentional({ recurrentOutput }: ModelInfo): string {
  return recurrentOutput ? t('It feeds the output layer and, as a part of the input, the next step.') : t('It feeds the output layer.');
}

function probability({ epsilon }: ModelInfo, state: string): Equation {
  const alike = { quantity: 'probability', symbol: 'P(y_t)', name: t('Probability') } as const;
  if (epsilon === undefined) {
    return { ...alike, formulas: [`P(y) = softmax_y(W ${state} + b)`], meaning: t('The output layer scores every subword of the vocabulary; the softmax makes probabilities of the scores.') };
  }
  return {
    ...alike,
    formulas: [
      `P(y) = softmax_y(W ${state} + b + log(p_{lex,t}(y) + ε u(y)))`,
      `P(y_t) = exp(W ${state} + b)_{y_t} (∑_i α_{t,i} L(y_t | x_i) + ε u(y_t)) / Z`,
    ],
    meaning: t('The output layer scores every subword; the votes are added as a logarithm, so they multiply. Of the product, each term of the sum has its share: one for each vote, and ε u(y), what the LSTM has without a vote (u is how frequent the subword is; Z makes all probabilities sum to 1).'),
  };
}

/** One after the other; Chinese sets no space between sentences. */
function sentences(first: string, second: string): string {
  return /[。！？]$/u.test(first) ? first + second : `${first} ${second}`;
}
