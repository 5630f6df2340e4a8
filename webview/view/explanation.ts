/** The section below the drawing that tells how the decoder came to the sentence. */
import type { PanelContent } from '../../engine/protocol/panelProtocol';
import type { Explanation } from '../../engine/protocol/explanation';
import { describeModel } from '../equations';
import type { Answer } from '../explanationState';
import { t } from '../l10n';
import type { Choices } from '../state';
import { element, type VirtualElement } from './element';
import { hatch } from './explanationBars';
import { stepCard } from './explanationCard';
import { alternatives, hypotheses } from './explanationChoices';
import { origins } from './explanationShares';
import { stepStrip, stepTable } from './explanationSteps';
import { gateSwitch } from './switches';

function applyLabel(appliesTo: PanelContent['appliesTo']): string {
  return appliesTo === 'source' ? t('Replace the source text') : t('Replace the old translation');
}

/** What stands on the page before anything is asked; the rest is filled in by the presenter. */
export function explanationSection(isOpen: boolean): VirtualElement {
  return element(
    'section',
    { id: 'explanation', class: 'explanation', 'aria-labelledby': 'explanation-title' },
    element(
      'h2',
      { id: 'explanation-title' },
      element(
        'button',
        { type: 'button', class: 'unfold', 'data-explain': 'toggle', 'aria-expanded': String(isOpen), 'aria-controls': 'explanation-body' },
        t('Explain'),
      ),
    ),
    element('p', { class: 'hint' }, t('Alternatives, where each word came from, and every equation with its numbers.')),
    element('p', { id: 'explanation-status', role: 'status' }),
    element('div', { id: 'explanation-body' }),
  );
}

/** What the status says of an answer that is not an explanation. */
export function answerStatus(answer: Answer | undefined): string {
  if (answer === 'none') return t('There is no explanation of this sentence.');
  return typeof answer === 'object' ? '' : t('Going through the decoder’s steps …');
}

export function retry(): VirtualElement {
  return element('button', { type: 'button', class: 'action', 'data-explain': 'retry' }, t('Ask again'));
}

export interface BodyOptions {
  readonly step: number;
  readonly card: number;
  readonly gates: Choices['gates'];
  readonly appliesTo: PanelContent['appliesTo'];
}

/** An explanation unfolded. */
export function explanationBody(explanation: Explanation, options: BodyOptions): VirtualElement[] {
  return [
    hatch(),
    element(
      'div',
      { class: 'explanation-bar' },
      element('p', { class: 'model' }, describeModel(explanation.model)),
      gateSwitch(options.gates),
      element('button', { type: 'button', class: 'action primary', 'data-explain': 'apply' }, applyLabel(options.appliesTo)),
    ),
    stepStrip(explanation, { chosen: options.step, gates: options.gates === 'shown' }),
    stepTable(explanation),
    element('div', { id: 'explained-step', class: 'explained-step' }, ...stepPanels(explanation, options)),
  ];
}

/** Everything about the chosen step. */
export function stepPanels(explanation: Explanation, { step, card }: Pick<BodyOptions, 'step' | 'card'>): VirtualElement[] {
  return [
    element('div', { class: 'halves' }, element('div', { class: 'stack-of-choices' }, alternatives(explanation, step), hypotheses(explanation)), origins(explanation, step)),
    element('div', { id: 'walk' }, stepCard(explanation, step, card)),
    element('button', { type: 'button', class: 'action', 'data-explain': 'copy' }, t('Copy this step’s numbers as JSON')),
  ];
}
