/** Switches between the reader's choices. */
import { drawings, gates, units, type Choices } from '../state';
import { element, type VirtualElement } from './element';

const labels: Record<Choices['drawing'] | Choices['evidence'] | Choices['units'] | Choices['gates'], string> = {
  reading: 'Reading',
  ribbons: 'Ribbons',
  matrix: 'Matrix',
  alignment: 'Alignment',
  attention: 'Attention',
  words: 'Words',
  subwords: 'Subwords',
  hidden: 'No gates',
  shown: 'Gates',
};

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
        title: `${labels[drawing]} (${index + 1})`,
        // One tab stop: arrow keys lead from tab to tab.
        tabindex: drawing === chosen ? 0 : -1,
      },
      labels[drawing],
    ),
  );
  return element('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Drawing' }, ...tabs);
}

export const evidenceSwitch = (chosen: Choices['evidence']): VirtualElement =>
  choice('evidence', ['alignment', 'attention'], chosen, 'Evidence');

export const unitSwitch = (chosen: Choices['units']): VirtualElement => choice('units', units, chosen, 'Units');

export const gateSwitch = (chosen: Choices['gates']): VirtualElement => choice('gates', gates, chosen, 'Gates of the cell');

function choice(name: keyof Choices, values: readonly (keyof typeof labels)[], chosen: string, label: string): VirtualElement {
  const buttons = values.map((value) =>
    element('button', { type: 'button', 'data-choice': name, 'data-value': value, 'aria-pressed': String(value === chosen) }, labels[value]),
  );
  return element('div', { class: 'choice', role: 'group', 'aria-label': label }, ...buttons);
}
