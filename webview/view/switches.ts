/** Switches between the reader's choices. */
import { t } from '../l10n';
import { drawings, gates, units, type Choices } from '../state';
import { element, type VirtualElement } from './element';

type Choice = Choices['drawing'] | Choices['evidence'] | Choices['units'] | Choices['gates'];

function labelOf(choice: Choice): string {
  switch (choice) {
    case 'reading':
      return t('Reading');
    case 'ribbons':
      return t('Ribbons');
    case 'matrix':
      return t('Matrix');
    case 'alignment':
      return t('Alignment');
    case 'attention':
      return t('Attention');
    case 'words':
      return t('Words');
    case 'subwords':
      return t('Subwords');
    case 'hidden':
      return t('No gates');
    case 'shown':
      return t('Gates');
  }
}

/** Tabs; the drawing is in their panel, the element with id `stage`. */
export function drawingTabs(chosen: Choices['drawing']): VirtualElement {
  const tabs = drawings.map((drawing, index) =>
    element(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${drawing}`,
        'data-choice': 'drawing',
        'data-value': drawing,
        'aria-selected': String(drawing === chosen),
        'aria-controls': 'stage',
        'aria-keyshortcuts': index + 1,
        title: `${labelOf(drawing)} (${index + 1})`,
        // One tab stop: arrow keys lead from tab to tab.
        tabindex: drawing === chosen ? 0 : -1,
      },
      labelOf(drawing),
    ),
  );
  return element('div', { class: 'tabs', role: 'tablist', 'aria-label': t('Drawing') }, ...tabs);
}

export const evidenceSwitch = (chosen: Choices['evidence']): VirtualElement =>
  choice('evidence', ['alignment', 'attention'], chosen, t('Evidence'));

export const unitSwitch = (chosen: Choices['units']): VirtualElement => choice('units', units, chosen, t('Units'));

export const gateSwitch = (chosen: Choices['gates']): VirtualElement => choice('gates', gates, chosen, t('Gates of the cell'));

function choice(name: keyof Choices, values: readonly Choice[], chosen: string, label: string): VirtualElement {
  const buttons = values.map((value) =>
    element('button', { type: 'button', 'data-choice': name, 'data-value': value, 'aria-pressed': String(value === chosen) }, labelOf(value)),
  );
  return element('div', { class: 'choice', role: 'group', 'aria-label': label }, ...buttons);
}
