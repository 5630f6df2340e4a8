/** "Explain this step": the decoder's equations one after another, each with the numbers of the chosen step. */
import type { Explanation } from '../../engine/protocol/explanation';
import { equationsOf, type Equation } from '../equations';
import { rowOf, softmax, stepLabel } from '../explanation';
import { t } from '../l10n';
import { formatNumber } from '../numbers';
import { element, type VirtualElement, type VirtualNode } from './element';
import { unseen } from './explanationBars';
import { displayed, formula } from './explanationFormula';
import { attentionNumbers, energyNumbers, probabilityNumbers, voteNumbers } from './explanationNumbers';
import { vectorStrip } from './explanationVector';

/** The stops of the walk and the chosen one's card; `chosen` is an index into `equationsOf`. */
export function stepCard(explanation: Explanation, step: number, chosen: number): VirtualElement {
  const equations = equationsOf(explanation.model);
  const index = Math.min(chosen, equations.length - 1);
  const equation = equations[index]!;
  return element(
    'section',
    { class: 'walk', 'aria-labelledby': 'walk-title' },
    element('h3', { id: 'walk-title' }, `${t('Explain this step:')} `, element('span', { class: 'piece' }, stepLabel(explanation, step))),
    element(
      'div',
      { class: 'walk-bar' },
      turn('previous', t('‹ Previous'), index === 0),
      element('div', { class: 'walk-stops', role: 'group', 'aria-label': t('Equations in the order of computing') }, ...equations.map((each, place) => stop(each, place, index))),
      turn('next', t('Next ›'), index === equations.length - 1),
    ),
    element(
      'div',
      { class: 'card', id: 'card', role: 'region', 'aria-labelledby': 'card-title' },
      element('h4', { id: 'card-title' }, t('{0} of {1} · {2}', index + 1, equations.length, equation.name)),
      ...equation.formulas.map(displayed),
      element('p', { class: 'meaning' }, equation.meaning),
      ...numbersOf(explanation, step, equation),
    ),
  );
}

/** One tab stop for all of them; arrow keys go on from there. */
function stop({ symbol, name }: Equation, place: number, chosen: number): VirtualElement {
  return element(
    'button',
    {
      type: 'button',
      'data-card': place,
      title: name,
      tabindex: place === chosen ? 0 : -1,
      ...(place === chosen ? { 'aria-current': 'step' } : {}),
    },
    ...formula(symbol),
    unseen(` ${name}`),
  );
}

/** Not `disabled`: the focus would be lost with the last turn. */
function turn(action: 'previous' | 'next', label: string, isAtEnd: boolean): VirtualElement {
  return element('button', { type: 'button', class: 'action', 'data-explain': action, 'aria-disabled': String(isAtEnd) }, label);
}

function numbersOf(explanation: Explanation, index: number, { quantity }: Equation): VirtualNode[] {
  const step = explanation.steps[index]!;
  switch (quantity) {
    case 'energies':
      return energyNumbers(explanation, index);
    case 'attention':
      return attentionNumbers(explanation, index);
    case 'votes':
      return voteNumbers(explanation, index);
    case 'context':
      return [weightedSum(explanation, index), vectorStrip(step.context, { symbol: 'c', centre: 0 })];
    case 'attentional':
      return [vectorStrip(step.attentional, { symbol: 'ĥ', centre: 0 })];
    case 'outputGate':
      return [...gateInput(explanation, index), vectorStrip(step.outputGate, { symbol: 'o', centre: 0.5 })];
    case 'hidden':
      return [throughGate(explanation, index), vectorStrip(step.hidden, { symbol: 'h', centre: 0 })];
    case 'probability':
      return probabilityNumbers(explanation, index);
  }
}

/** `c_t = 0.653 h(Close) + …`: the states that weigh most. */
function weightedSum(explanation: Explanation, index: number): VirtualElement {
  const weights = Array.from(rowOf(explanation, explanation.attention, index), (weight, i) => ({ weight, i }));
  const largest = weights.sort((a, b) => b.weight - a.weight).slice(0, 3).filter(({ weight }) => weight >= 0.0005);
  const terms = largest.flatMap(({ weight, i }, place): VirtualNode[] => [
    `${place === 0 ? '' : ' + '}${formatNumber(weight)} `,
    ...formula(`h_{${i + 1}}`),
    element('span', { class: 'quiet' }, ` (${sourceLabel(explanation, i)})`),
  ]);
  const rest = 1 - largest.reduce((sum, { weight }) => sum + weight, 0);
  return element('p', { class: 'worked' }, ...formula('c_t = '), ...terms, ...(rest >= 0.0005 ? [` + … ${t('({0} for the others)', formatNumber(rest))}`] : []));
}

/** What x_t is: the embedding of what was written before. */
function gateInput(explanation: Explanation, index: number): VirtualNode[] {
  const { embedding } = explanation.model;
  const what =
    index === 0
      ? t('is the embedding of the mark of the beginning: {0} numbers.', embedding)
      : t('is the embedding of “{0}”: {1} numbers.', stepLabel(explanation, index - 1), embedding);
  return [element('p', { class: 'worked' }, ...formula('x_t'), ` ${what}`)];
}

/** One unit worked out: the reader gets tanh(C_t) back from the two vectors. */
function throughGate({ steps }: Explanation, index: number): VirtualElement {
  const { outputGate, hidden } = steps[index]!;
  const [o = 0, h = 0] = [outputGate[0], hidden[0]];
  const cell = o > 0 ? h / o : 0;
  return element('p', { class: 'worked' }, `${t('Unit 1: {0} × {1} = {2}', formatNumber(o), formatNumber(cell), formatNumber(h))}, tanh(`, ...formula('C_t'), `) = ${formatNumber(cell)}`);
}

function sourceLabel({ sourceSubwords }: Explanation, i: number): string {
  return sourceSubwords[i]?.text === '' ? t('end') : (sourceSubwords[i]?.text ?? '');
}

/** The numbers of a step for other programs: JSON with the names of the equations. */
export function stepJson(explanation: Explanation, index: number): string {
  const step = explanation.steps[index]!;
  const round = (values: ArrayLike<number>): number[] => Array.from(values, (value) => Number(value.toFixed(6)));
  const written = {
    step: index + 1,
    subword: step.text,
    probability: step.probability,
    sourceSubwords: explanation.sourceSubwords.map(({ text }) => text),
    e: round(step.energies),
    alpha: round(softmax(step.energies).weights),
    votes: round(step.votes),
    own: step.own,
    a: round(rowOf(explanation, explanation.alignment, index)),
    context: round(step.context),
    attentional: round(step.attentional),
    outputGate: round(step.outputGate),
    hidden: round(step.hidden),
    gates: step.gates,
    model: explanation.model,
  };
  return `${JSON.stringify(written)}\n`;
}
