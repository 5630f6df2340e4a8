/** The steps of a translation side by side: what was written, how probable it was, and what it came from. */
import type { ExplainedStep, Explanation, Gates } from '../../engine/protocol/explanation';
import { endLabel, meanOwn, stepLabel, wordGroups, type WordGroup } from '../explanation';
import { t } from '../l10n';
import { formatNumber, formatShare } from '../numbers';
import { element, type VirtualElement } from './element';
import { bar, column, stack, unseen } from './explanationBars';

/** A gate with the symbol of its equation. */
export interface GateName {
  readonly key: keyof Gates;
  readonly symbol: string;
  readonly name: string;
}

function gateNames(): GateName[] {
  return [
    { key: 'forget', symbol: 'f', name: t('Forget gate') },
    { key: 'input', symbol: 'i', name: t('Input gate') },
    { key: 'output', symbol: 'o', name: t('Output gate') },
    { key: 'regated', symbol: 'o′', name: t('Output gate, again') },
  ];
}

/** The gates that the pack's cell has. */
function gatesOf({ steps }: Explanation): GateName[] {
  return gateNames().filter(({ key }) => steps[0]?.gates[key] !== undefined);
}

export interface StepsOptions {
  readonly chosen: number;
  readonly gates: boolean;
}

/** One tab stop; the chosen step has it. */
export function stepStrip(explanation: Explanation, { chosen, gates }: StepsOptions): VirtualElement {
  const lanes = gates ? gatesOf(explanation) : [];
  const names = [
    element('span', { class: 'lane-name piece' }, t('Subword')),
    element('span', { class: 'lane-name chance' }, 'P(y)'),
    ...lanes.map(({ symbol, name }) => element('span', { class: 'lane-name gate' }, element('span', { class: 'gate-name' }, `${name} `), element('var', {}, symbol))),
    element('span', { class: 'lane-name origin-lane' }, stack([{ share: 1, class: 'votes' }], 9), ` ${t('votes')} `, stack([{ share: 1, class: 'own' }], 9), ` ${t('own')}`),
  ];
  return element(
    'div',
    { class: 'steps' },
    element('div', { class: 'lane-names', 'aria-hidden': 'true' }, ...names),
    element(
      'div',
      { class: 'step-list', role: 'listbox', 'aria-label': t('Subwords of the translation, a step of the decoder each'), 'aria-orientation': 'horizontal' },
      ...wordGroups(explanation.targetSubwords).map((group) => wordOfSteps(explanation, group, chosen, lanes)),
    ),
  );
}

function wordOfSteps(explanation: Explanation, group: WordGroup, chosen: number, lanes: readonly GateName[]): VirtualElement {
  const own = meanOwn(explanation, group);
  const steps = explanation.steps.slice(group.first, group.end);
  return element(
    'div',
    { class: 'step-word', role: 'group', 'aria-label': group.text.trim() },
    element('div', { class: 'step-row', role: 'presentation' }, ...steps.map((step, index) => stepOption(explanation, step, group.first + index, chosen, lanes))),
    stack([{ share: 1 - own, class: 'votes' }, { share: own, class: 'own' }], 12),
  );
}

function stepOption(
  explanation: Explanation,
  { probability, own, gates }: ExplainedStep,
  index: number,
  chosen: number,
  lanes: readonly GateName[],
): VirtualElement {
  return element(
    'div',
    {
      class: `step${probability < 0.2 ? ' doubtful' : ''}`,
      role: 'option',
      id: `step-${index}`,
      'data-step': index,
      'aria-selected': String(index === chosen),
      tabindex: index === chosen ? 0 : -1,
    },
    element('span', { class: 'piece' }, stepLabel(explanation, index)),
    element('span', { class: 'chance' }, formatShare(probability), bar(probability)),
    unseen(t(', {0} of it from votes', formatShare(1 - own))),
    ...lanes.map(({ key, name }) =>
      element('span', { class: 'gate' }, column(gates[key] ?? 0), unseen(`, ${name} `), formatNumber(gates[key] ?? 0, 2)),
    ),
  );
}

/** The strip's numbers as a table. */
export function stepTable(explanation: Explanation): VirtualElement {
  const lanes = gatesOf(explanation);
  const head = [t('Step'), t('Subword'), t('Probability'), t('From votes'), t('The LSTM’s own'), ...lanes.map(({ name }) => name)];
  const rows = explanation.steps.map(({ probability, own, gates }, index) =>
    element(
      'tr',
      {},
      element('td', {}, String(index + 1)),
      element('th', { scope: 'row' }, stepLabel(explanation, index)),
      element('td', {}, formatShare(probability)),
      element('td', {}, formatShare(1 - own)),
      element('td', {}, formatShare(own)),
      ...lanes.map(({ key }) => element('td', {}, formatNumber(gates[key] ?? 0))),
    ),
  );
  return element(
    'details',
    { class: 'numbers' },
    element('summary', {}, t('All steps in numbers')),
    element(
      'div',
      { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': t('All steps in numbers') },
      element(
        'table',
        {},
        element('caption', {}, t('Gates are averages over the units of the cell; {0} ends the sentence.', endLabel())),
        element('thead', {}, element('tr', {}, ...head.map((name) => element('th', { scope: 'col' }, name)))),
        element('tbody', {}, ...rows),
      ),
    ),
  );
}
