/** The sentence as a table: one cell per pair of words, as dark as its weight. */
import type { PanelSentence } from '../../engine/protocol/panelProtocol';
import { visibleWeight, weightAt, type Evidence } from '../evidence';
import { columnAngle, layoutMatrix, type MatrixLayout } from '../matrixLayout';
import { element, type VirtualElement } from './element';
import type { DrawingOptions } from './ribbons';
import { hueClass, wordAttributes } from './word';

export function matrix(sentence: PanelSentence, { evidence, width, measure }: DrawingOptions): VirtualElement {
  const sourceWords = sentence.sourceTokens.map(({ text }) => text);
  const targetWords = sentence.targetTokens.map(({ text }) => text);
  const layout = layoutMatrix({ sourceWords, targetWords, width, measure });
  const columns = layout.columnLabels.map(({ x, y }, index) =>
    element(
      'g',
      wordAttributes(sentence, evidence, { side: 'source', index }),
      element('text', { class: 'label', x, y, transform: `rotate(${columnAngle} ${x} ${y})` }, sourceWords[index] ?? ''),
    ),
  );
  const rows = layout.rowLabels.map(({ x, y }, index) =>
    element(
      'g',
      wordAttributes(sentence, evidence, { side: 'target', index }),
      element('text', { class: 'label', x, y, 'text-anchor': 'end', 'dominant-baseline': 'central' }, targetWords[index] ?? ''),
    ),
  );
  return element(
    'svg',
    {
      class: 'drawing matrix',
      width: layout.width,
      height: layout.height,
      viewBox: `0 0 ${layout.width} ${layout.height}`,
      role: 'group',
      'aria-label': `Matrix of ${evidence}: a row per translated word, a column per source word`,
    },
    ...columns,
    ...rows,
    element('g', { class: 'cells', 'aria-hidden': 'true' }, ...cells(sentence, evidence, layout)),
  );
}



function cells(sentence: PanelSentence, evidence: Evidence, { cell, left, top }: MatrixLayout): VirtualElement[] {
  return sentence.targetTokens.flatMap((_, target) =>
    sentence.sourceTokens.map((__, source) => {
      const weight = weightAt(sentence, evidence, target, source);
      return element(
        'g',
        {
          class: `cell ${hueClass(sentence, evidence, { side: 'source', index: source })}`,
          'data-source': source,
          'data-target': target,
          'data-weight': weight.toFixed(4),
        },
        element('rect', { class: 'frame', x: left + source * cell, y: top + target * cell, width: cell, height: cell }),
        element('rect', {
          class: 'value',
          x: left + source * cell + 1.5,
          y: top + target * cell + 1.5,
          width: cell - 3,
          height: cell - 3,
          rx: 3,
          'fill-opacity': Math.round(weight * 1000) / 1000,
        }),
        ...(weight < visibleWeight
          ? []
          : [
              element(
                'text',
                {
                  class: 'percent',
                  x: left + (source + 0.5) * cell,
                  y: top + (target + 0.5) * cell,
                  'text-anchor': 'middle',
                  'dominant-baseline': 'central',
                },
                String(Math.round(weight * 100)),
              ),
            ]),
      );
    }),
  );
}
