/** The sentence as two lines of words joined by ribbons as wide as their weights. */
import type { PanelSentence } from '../../engine/protocol/panelProtocol';
import type { Evidence, Side } from '../evidence';
import { layoutRibbons, type RibbonLayout, type WordBox } from '../ribbonLayout';
import { element, type VirtualElement } from './element';
import { hueClass, wordAttributes } from './word';

export interface DrawingOptions {
  readonly evidence: Evidence;
  /** Width to fill, in CSS pixels. */
  readonly width: number;
  readonly measure: (text: string) => number;
}

export function ribbons(sentence: PanelSentence, { evidence, width, measure }: DrawingOptions): VirtualElement {
  const layout = layoutRibbons({
    sourceWords: sentence.sourceTokens.map(({ text }) => text),
    targetWords: sentence.targetTokens.map(({ text }) => text),
    weights: sentence[evidence],
    width,
    measure,
  });
  const bands = layout.ribbons.map(({ source, target, weight, path }) =>
    element('path', {
      class: `ribbon ${hueClass(sentence, evidence, { side: 'source', index: source })}`,
      d: path,
      // Strong ribbons are also more opaque: weight is seen twice, which helps where ribbons overlap.
      'fill-opacity': Math.round((0.18 + 0.62 * weight) * 100) / 100,
      'data-source': source,
      'data-target': target,
    }),
  );
  const words = (side: Side, boxes: readonly WordBox[]): VirtualElement[] =>
    boxes.map((box, index) => word(sentence, evidence, layout.orientation, side, index, box));
  return element(
    'svg',
    {
      class: `drawing ribbons ${layout.orientation}`,
      width: layout.width,
      height: layout.height,
      viewBox: `0 0 ${layout.width} ${layout.height}`,
      role: 'group',
      'aria-label': `Words of the sentence and their ${evidence}`,
    },
    element('g', { class: 'bands', 'aria-hidden': 'true' }, ...bands),
    ...words('source', layout.sourceBoxes),
    ...words('target', layout.targetBoxes),
  );
}

function word(
  sentence: PanelSentence,
  evidence: Evidence,
  orientation: RibbonLayout['orientation'],
  side: Side,
  index: number,
  box: WordBox,
): VirtualElement {
  const tokens = side === 'source' ? sentence.sourceTokens : sentence.targetTokens;
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  return element(
    'g',
    wordAttributes(sentence, evidence, { side, index }),
    element('rect', { class: 'plate', x: box.x, y: box.y, width: box.width, height: box.height, rx: 6 }),
    element('text', { class: 'label', x: centre.x, y: centre.y, 'text-anchor': 'middle', 'dominant-baseline': 'central' }, tokens[index]?.text ?? ''),
    weightLabel(orientation, side, box, centre),
  );
}

/** Empty until the word is a partner of the highlighted one; stands outside the words, away from the ribbons. */
function weightLabel(
  orientation: RibbonLayout['orientation'],
  side: Side,
  box: WordBox,
  centre: { readonly x: number; readonly y: number },
): VirtualElement {
  const outside = side === 'source' ? -1 : 1;
  const position =
    orientation === 'rows'
      ? { x: centre.x, y: centre.y + outside * (box.height / 2 + 11), 'text-anchor': 'middle' }
      : {
          x: side === 'source' ? box.x - 8 : box.x + box.width + 8,
          y: centre.y,
          'text-anchor': side === 'source' ? 'end' : 'start',
        };
  return element('text', { class: 'weight', ...position, 'dominant-baseline': 'central' });
}
