/** What the marks of a drawing mean. */
import { unsureWord } from '../confidence';
import { formatWeight } from '../evidence';
import { t } from '../l10n';
import type { Drawing } from '../state';
import { element, type VirtualElement, type VirtualNode } from './element';

export function legend(drawing: Drawing): VirtualElement {
  return element('ul', { class: 'legend', 'aria-label': t('Legend') }, ...entries(drawing).map((nodes) => element('li', {}, ...nodes)));
}

function unsure(): VirtualNode[] {
  return [
    element('span', { class: 'sample unsure', 'aria-hidden': 'true' }, t('word')),
    t('The model gave this word less than {0}', formatWeight(unsureWord)),
  ];
}

function entries(drawing: Drawing): readonly (readonly VirtualNode[])[] {
  switch (drawing) {
    case 'reading':
      return [[shades(), t('Weight of the words that belong to the one pointed at, in %')], unsure()];
    case 'ribbons':
      return [[ribbonSample(), t('The wider, the larger the weight')], unsure()];
    case 'matrix':
      return [[shades(), t('Weight, 0 to 100 %')], [pairSample(), t('Words that belong together')], unsure()];
  }
}

function ribbonSample(): VirtualElement {
  return element(
    'svg',
    { class: 'sample', width: 44, height: 14, viewBox: '0 0 44 14', 'aria-hidden': 'true' },
    element('path', { class: 'ribbon hue-0', 'fill-opacity': 0.8, d: 'M0 0C22 0 22 2 44 2L44 12C22 12 22 10 0 10Z' }),
    element('path', { class: 'ribbon hue-1', 'fill-opacity': 0.35, d: 'M0 11C22 11 22 0 44 0L44 2C22 2 22 14 0 14Z' }),
  );
}

function pairSample(): VirtualElement {
  return element(
    'svg',
    { class: 'sample', width: 14, height: 14, viewBox: '0 0 14 14', 'aria-hidden': 'true' },
    element('rect', { class: 'pair', x: 1, y: 1, width: 12, height: 12, rx: 2 }),
  );
}

/** From nothing to all, in steps that can be told apart. */
function shades(): VirtualElement {
  const steps = [0.1, 0.25, 0.5, 0.75, 1];
  return element(
    'svg',
    { class: 'sample', width: 70, height: 14, viewBox: '0 0 70 14', 'aria-hidden': 'true' },
    ...steps.map((weight, index) => element('rect', { class: 'shade', x: index * 14, width: 14, height: 14, 'fill-opacity': weight })),
  );
}
