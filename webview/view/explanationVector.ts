/** A vector of the decoder: its cells as a picture, what tells it apart, its first numbers. */
import { vectorFacts } from '../explanation';
import { t } from '../l10n';
import { formatNumber } from '../numbers';
import { element, type VirtualElement } from './element';

export interface VectorOptions {
  /** Its symbol for readers: `c`, `ĥ`. */
  readonly symbol: string;
  /** What a cell is compared with: 0, or 0.5 for gates. */
  readonly centre: number;
}

const rows = 8;
const leastColumns = 8;
const pitch = 10;

/** Numbers shown without asking. */
const first = 8;

export function vectorStrip(values: Float32Array, { symbol, centre }: VectorOptions): VirtualElement {
  const { mean, norm, min, max } = vectorFacts(values);
  const facts = [[t('mean'), mean], [t('norm'), norm], [t('min'), min], [t('max'), max]] as const;
  const size = values.length;
  const numbers = (part: Float32Array): string => Array.from(part, (value) => formatNumber(value)).join('  ');
  return element(
    'figure',
    { class: 'vector' },
    cells(values, symbol, centre),
    element(
      'figcaption',
      {},
      element('span', { class: 'facts' }, ...facts.map(([name, value]) => element('span', {}, `${name} `, element('b', {}, formatNumber(value))))),
      element('span', { class: 'scale' }, legendCell('negative'), t('below {0}', centre), legendCell('positive'), t('above {0}; fuller is farther', centre)),
    ),
    element('p', { class: 'unit quiet', 'aria-hidden': 'true' }, t('Point at a cell to read it.')),
    element('p', { class: 'first' }, `${t('First {0} of {1}:', Math.min(first, size), size)} `, element('span', { class: 'number' }, numbers(values.subarray(0, first)))),
    element(
      'details',
      { class: 'numbers' },
      element('summary', {}, t('All {0} numbers', size)),
      element('p', { class: 'number scroll', role: 'region', tabindex: 0, 'aria-label': t('All numbers of {0}', symbol) }, numbers(values)),
    ),
  );
}

/** In rows of the reading direction; a cell below the centre is round, one above is square. */
function cells(values: Float32Array, symbol: string, centre: number): VirtualElement {
  const columns = Math.max(leastColumns, Math.ceil(values.length / rows));
  const farthest = values.reduce((largest, value) => Math.max(largest, Math.abs(value - centre)), 0);
  const rects = Array.from(values, (value, index) =>
    element('rect', {
      class: value < centre ? 'negative' : 'positive',
      x: (index % columns) * pitch + 1,
      y: Math.floor(index / columns) * pitch + 1,
      width: pitch - 2,
      height: pitch - 2,
      rx: value < centre ? pitch / 2 : 1,
      'fill-opacity': farthest > 0 ? Number((Math.abs(value - centre) / farthest).toFixed(3)) : 0,
      'data-unit': t('{0}, unit {1} of {2}: {3}', symbol, index + 1, values.length, formatNumber(value)),
    }),
  );
  const [width, height] = [columns * pitch, Math.ceil(values.length / columns) * pitch];
  return element('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': t('{0}: {1} cells, as dark as their numbers are far from {2}', symbol, values.length, centre) }, ...rects);
}

function legendCell(kind: 'negative' | 'positive'): VirtualElement {
  return element(
    'svg',
    { class: 'legend-cell', width: 10, height: 10, 'aria-hidden': 'true' },
    element('rect', { class: kind, x: 1, y: 1, width: 8, height: 8, rx: kind === 'negative' ? 5 : 1 }),
  );
}
