/** Switches between the reader's choices. */
import type { Choices } from '../state';
import { element, type VirtualElement } from './element';

const labels: Record<Choices[keyof Choices], string> = {
  ribbons: 'Ribbons',
  matrix: 'Matrix',
  alignment: 'Alignment',
  attention: 'Attention',
  words: 'Words',
  subwords: 'Subwords',
  hidden: 'No gates',
  shown: 'Gates',
};

export const drawingSwitch = (chosen: Choices['drawing']): VirtualElement => choice('drawing', ['ribbons', 'matrix'], chosen, 'Drawing');

export const evidenceSwitch = (chosen: Choices['evidence']): VirtualElement =>
  choice('evidence', ['alignment', 'attention'], chosen, 'Evidence');

export const unitSwitch = (chosen: Choices['units']): VirtualElement => choice('units', ['words', 'subwords'], chosen, 'Units');

export const gateSwitch = (chosen: Choices['gates']): VirtualElement => choice('gates', ['hidden', 'shown'], chosen, 'Gates of the cell');

function choice(name: keyof Choices, values: readonly (keyof typeof labels)[], chosen: string, label: string): VirtualElement {
  const buttons = values.map((value) =>
    element('button', { type: 'button', 'data-choice': name, 'data-value': value, 'aria-pressed': String(value === chosen) }, labels[value]),
  );
  return element('div', { class: 'choice', role: 'group', 'aria-label': label }, ...buttons);
}
