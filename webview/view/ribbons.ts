/** The sentence as two lines of words joined by ribbons as wide as their weights. */
import type { PanelSentence } from '../../engine/protocol/panelProtocol';
import { shownWord, type Evidence, type Side } from '../evidence';
import { t } from '../l10n';
import { shortened } from '../matrixLayout';
import { ribbonPath, ribbonsWithin, textWidth, type Ribbon, type RibbonLayout, type WordBox } from '../ribbonLayout';
import { element, type VirtualElement } from './element';
import { language } from './language';
import { hueClass, sureness, wordAttributes } from './word';

export interface RibbonsOptions {
  readonly evidence: Evidence;
  readonly layout: RibbonLayout;
  readonly em: number;
  readonly measure: (text: string) => number;
  /** Codes of the source's and the target's language. */
  readonly languages: Readonly<Record<Side, string>>;
  /** Heights between which a drawing in columns is drawn; all of it without. */
  readonly part?: { readonly from: number; readonly to: number };
}

export function ribbons(sentence: PanelSentence, options: RibbonsOptions): VirtualElement {
  const { evidence, layout, part = { from: 0, to: layout.height } } = options;
  const seen = options.part
    ? ribbonsWithin(layout, part.from, part.to)
    : { source: [...layout.sourceBoxes.keys()], target: [...layout.targetBoxes.keys()], ribbons: layout.ribbons };
  const height = part.to - part.from;
  return element(
    'svg',
    {
      class: `drawing ribbons ${layout.orientation}`,
      width: layout.width,
      height,
      viewBox: `0 ${part.from} ${layout.width} ${height}`,
      role: 'group',
      'aria-label': evidence === 'alignment' ? t('Words of the sentence and their alignment') : t('Words of the sentence and their attention'),
    },
    element('g', { class: 'bands', 'aria-hidden': 'true' }, ...seen.ribbons.map((ribbon) => band(sentence, evidence, layout, ribbon))),
    ...words(sentence, options, 'source', seen.source),
    ...words(sentence, options, 'target', seen.target),
  );
}

function band(sentence: PanelSentence, evidence: Evidence, layout: RibbonLayout, ribbon: Ribbon): VirtualElement {
  const { source, target, weight } = ribbon;
  return element('path', {
    class: `ribbon ${hueClass(sentence, evidence, { side: 'source', index: source })}`,
    d: ribbonPath(layout, ribbon),
    // Strong ribbons are also more opaque: weight is seen twice, which helps where ribbons overlap.
    'fill-opacity': Math.round((0.18 + 0.62 * weight) * 100) / 100,
    'data-source': source,
    'data-target': target,
  });
}

function words(sentence: PanelSentence, options: RibbonsOptions, side: Side, indices: readonly number[]): VirtualElement[] {
  const boxes = side === 'source' ? options.layout.sourceBoxes : options.layout.targetBoxes;
  return indices.flatMap((index) => [word(sentence, options, side, index, boxes[index]!), weightLabel(options, side, boxes[index]!)]);
}

function word(sentence: PanelSentence, { evidence, em, measure, languages }: RibbonsOptions, side: Side, index: number, box: WordBox): VirtualElement {
  const tokens = side === 'source' ? sentence.sourceTokens : sentence.targetTokens;
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const whole = shownWord(tokens[index]?.text ?? '');
  const text = shortened(whole, textWidth(em), measure);
  // What is seen of a word's name is the beginning of what is heard of it.
  const isWhole = text === whole;
  const attributes = wordAttributes(sentence, evidence, { side, index });
  const half = measure(text) / 2;
  const underline = round(centre.y + em * 0.72);
  return element(
    'g',
    { ...attributes, ...(isWhole ? {} : { 'aria-label': `${text} ${attributes['aria-label']}` }), ...language(languages[side]) },
    element('rect', { class: 'plate', x: box.x, y: box.y, width: box.width, height: box.height, rx: round(em * 0.42) }),
    element('text', { class: 'label', x: centre.x, y: centre.y, 'text-anchor': 'middle', 'dominant-baseline': 'central' }, text),
    ...(sureness(sentence, { side, index }) === ''
      ? []
      : [element('path', { class: 'underline', d: `M${round(centre.x - half)} ${underline}h${round(2 * half)}` })]),
  );
}

/**
 * Follows its word, and is empty until that is a partner of the highlighted one. Stands outside the words, away from the
 * ribbons.
 */
function weightLabel({ layout: { orientation }, em }: RibbonsOptions, side: Side, box: WordBox): VirtualElement {
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const outside = side === 'source' ? -1 : 1;
  const position =
    orientation === 'rows'
      ? { x: centre.x, y: round(centre.y + outside * (box.height / 2 + 0.8 * em)), 'text-anchor': 'middle' }
      : {
          x: round(side === 'source' ? box.x - 0.6 * em : box.x + box.width + 0.6 * em),
          y: centre.y,
          'text-anchor': side === 'source' ? 'end' : 'start',
        };
  return element('text', { class: 'weight', 'aria-hidden': 'true', ...position, 'dominant-baseline': 'central' });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
