/** The numbers of a step per source subword, as tables with bars that a reader can check by hand. */
import type { Explanation } from '../../engine/protocol/explanation';
import { rowOf, softmax, stepLabel, subwordLabel, voteShares } from '../explanation';
import { t } from '../l10n';
import { formatNumber, formatShare } from '../numbers';
import { element, type VirtualElement, type VirtualNode } from './element';
import { bar, signedBar } from './explanationBars';
import { formula } from './explanationFormula';

/** A column of the table: numbers, or their bars. */
interface Column {
  /** As a formula. */
  readonly head: string;
  readonly cells: readonly VirtualNode[];
}

export function energyNumbers(explanation: Explanation, index: number): VirtualElement[] {
  const energies = Array.from(explanation.steps[index]!.energies);
  const { max, sum } = softmax(energies);
  const largest = energies.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return [
    worked(`max e = ${formatNumber(max)}`, `∑ exp(e − max e) = ${formatNumber(sum)}`),
    subwordTable(explanation, t('Energies of the source subwords'), [
      { head: 'e_{t,i}', cells: energies.map((value) => formatNumber(value)) },
      { head: '', cells: energies.map((value) => signedBar(value, largest)) },
    ]),
  ];
}

export function attentionNumbers(explanation: Explanation, index: number): VirtualElement[] {
  const { energies } = explanation.steps[index]!;
  const { max, exponentials, sum } = softmax(energies);
  const attention = Array.from(rowOf(explanation, explanation.attention, index));
  const strongest = attention.indexOf(Math.max(...attention));
  return [
    worked(
      `${label(explanation, strongest)}: exp(${formatNumber(energies[strongest] ?? 0)} − ${subtracted(max)}) / ${formatNumber(sum)} = ` +
        `${formatNumber(exponentials[strongest] ?? 0)} / ${formatNumber(sum)} = ${formatNumber(attention[strongest] ?? 0)}`,
    ),
    subwordTable(explanation, t('From energies to attention'), [
      { head: 'e_{t,i}', cells: Array.from(energies, (value) => formatNumber(value)) },
      { head: 'exp(e_{t,i} − max e)', cells: exponentials.map((value) => formatNumber(value)) },
      { head: 'α_{t,i}', cells: attention.map((value) => formatNumber(value)) },
      { head: '', cells: attention.map(bar) },
    ]),
  ];
}

export function voteNumbers(explanation: Explanation, index: number): VirtualElement[] {
  const { votes, own } = explanation.steps[index]!;
  const attention = Array.from(rowOf(explanation, explanation.attention, index));
  const alignment = Array.from(rowOf(explanation, explanation.alignment, index));
  const best = alignment.indexOf(Math.max(...alignment));
  return [
    worked(
      `${label(explanation, best)}: ${formatNumber(votes[best] ?? 0)} + ${formatNumber(own)} × ${formatNumber(attention[best] ?? 0)} = ${formatNumber(alignment[best] ?? 0)}`,
      t('share of no vote: {0}', formatNumber(own)),
    ),
    subwordTable(explanation, t('Which source subword explains {0}', stepLabel(explanation, index)), [
      { head: 'α_{t,i}', cells: attention.map((value) => formatNumber(value)) },
      { head: 'v_{t,i}', cells: Array.from(votes, (value) => formatNumber(value)) },
      { head: 'a_{t,i}', cells: alignment.map((value) => formatNumber(value)) },
      { head: '', cells: alignment.map(bar) },
    ]),
  ];
}

/** The shares of the sum's terms times the probability: they add up to it. */
export function probabilityNumbers(explanation: Explanation, index: number): VirtualElement[] {
  const step = explanation.steps[index]!;
  const terms = [
    ...voteShares(explanation, step)
      .filter(({ share }) => share >= 0.0005)
      .map(({ text, share }) => ({ name: [t('votes of {0}', text)] as VirtualNode[], share })),
    { name: [`${t('the LSTM’s own:')} `, ...formula('ε u(y_t)')], share: step.own },
  ];
  const rows = terms.map(({ name, share }) => row(name, [formatNumber(share), formatNumber(share * step.probability, 4), bar(share)]));
  const total = row([t('together')], [formatNumber(1), formatNumber(step.probability, 4), '']);
  return [
    worked(`P(${stepLabel(explanation, index)}) = ${formatNumber(step.probability, 4)}`, `ln P = ${formatNumber(Math.log(step.probability))}`),
    table(t('Terms of the sum and what each contributes to P'), [t('term'), t('share'), t('share × P'), ''], [...rows, total]),
    ...otherChoices(explanation, index),
  ];
}

function otherChoices({ steps }: Explanation, index: number): VirtualElement[] {
  const { id, alternatives } = steps[index]!;
  const others = alternatives.filter((alternative) => alternative.id !== id);
  if (others.length === 0) return [];
  const list = others.map(({ text, probability }) => `${subwordLabel(text)} ${formatShare(probability)}`).join(', ');
  return [element('p', { class: 'quiet' }, t('Beside it the decoder thought of {0}.', list))];
}

function subwordTable(explanation: Explanation, caption: string, columns: readonly Column[]): VirtualElement {
  const rows = explanation.sourceSubwords.map((_, i) =>
    row([element('span', { class: 'quiet' }, `${i + 1} `), label(explanation, i)], columns.map(({ cells }) => cells[i] ?? '')),
  );
  return table(caption, ['i', ...columns.map(({ head }) => head)], rows);
}

function table(caption: string, heads: readonly string[], rows: readonly VirtualElement[]): VirtualElement {
  const head = heads.map((text) => (text === '' ? element('td', { class: 'picture' }) : element('th', { scope: 'col' }, ...formula(text))));
  return element(
    'div',
    { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': caption },
    element('table', {}, element('caption', {}, caption), element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...rows)),
  );
}

function row(name: readonly VirtualNode[], cells: readonly VirtualNode[]): VirtualElement {
  return element('tr', {}, element('th', { scope: 'row' }, ...name), ...cells.map((cell) => element('td', {}, cell)));
}

function worked(...texts: string[]): VirtualElement {
  return element('p', { class: 'worked' }, ...texts.map((text) => element('span', {}, text)));
}

function label({ sourceSubwords }: Explanation, i: number): string {
  return subwordLabel(sourceSubwords[i]?.text ?? '');
}

/** A negative number that is taken away stands in brackets. */
function subtracted(value: number): string {
  return value < 0 ? `(${formatNumber(value)})` : formatNumber(value);
}
