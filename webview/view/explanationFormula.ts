/** Formulas as markup. */
import { t } from '../l10n';
import { element, type VirtualElement, type VirtualNode } from './element';

/** A name (one letter is a variable, more are a word such as `tanh`) or a sum sign, with its subscript. */
const term = /(?<name>∑|\)|(?:\p{L}\p{M}*)+′?)(?:_(?:\{(?<long>[^}]*)\}|(?<short>\p{L})))?/gu;

/** `e_{t,i} = h_t · h_i` → variables in italics with subscripts. */
export function formula(text: string): VirtualNode[] {
  const nodes: VirtualNode[] = [];
  let from = 0;
  for (const match of text.matchAll(term)) {
    const { name = '', long, short } = match.groups ?? {};
    if (match.index > from) nodes.push(text.slice(from, match.index));
    nodes.push(/^\p{L}\p{M}*′?$/u.test(name) ? element('var', {}, name) : name);
    const below = long ?? short;
    if (below !== undefined) nodes.push(element('sub', {}, ...formula(below)));
    from = match.index + match[0].length;
  }
  if (from < text.length) nodes.push(text.slice(from));
  return nodes;
}

/** A formula on a line of its own, with words for screen readers. */
export function displayed(text: string): VirtualElement {
  return element('p', { class: 'formula', role: 'math', 'aria-label': spoken(text) }, ...formula(text));
}

function spokenSigns(): [sign: string, words: string][] {
  return [
    ['∑_', t('sum over')], ['⊙', t('times, unit by unit,')], ['·', t('times')], ['←', t('becomes')], ['√', t('square root of')],
    ['|', t('given')], ['=', t('equals')], ['/', t('divided by')], ['−', t('minus')], ['+', t('plus')], ['′', t('prime')], ['σ', t('sigmoid')],
  ];
}

function spoken(text: string): string {
  return spokenSigns()
    .reduce((said, [sign, word]) => said.replaceAll(sign, ` ${word} `), text)
    .replaceAll(/[_{}]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
