/** The matrix on the page: a canvas that scrolls, and the table behind it for those who do not see the canvas. */
import type { PanelSentence } from '../../engine/protocol/panelProtocol';
import { formatWeight, partnersOf, shownWord, type Evidence } from '../evidence';
import { t } from '../l10n';
import type { Range } from '../matrixLayout';
import { element, type VirtualElement, type VirtualNode } from './element';
import { language } from './language';

/** The rows of the table come from `wordRows`, a part at a time. */
export function matrix(evidence: Evidence): VirtualElement {
  return element(
    'div',
    { class: 'drawing matrix' },
    element(
      'div',
      {
        class: 'matrix-scroller',
        tabindex: 0,
        role: 'application',
        'aria-roledescription': t('heat map'),
        'aria-label':
          evidence === 'alignment'
            ? t('Matrix of alignment: a row per translated word, a column per source word. Arrow keys move; the table after it says the same.')
            : t('Matrix of attention: a row per translated word, a column per source word. Arrow keys move; the table after it says the same.'),
      },
      element('div', { class: 'matrix-space' }, element('canvas', { class: 'matrix-canvas', 'aria-hidden': 'true' })),
    ),
    element(
      'div',
      { class: 'visually-hidden' },
      element(
        'table',
        { class: 'words' },
        element('caption', {}, caption(evidence)),
        element(
          'thead',
          {},
          element('tr', {}, ...[t('Word'), t('Probability'), t('Comes from')].map((label) => element('th', { scope: 'col' }, label))),
        ),
        element('tbody'),
      ),
    ),
  );
}

function caption(evidence: Evidence): string {
  return evidence === 'alignment'
    ? t('Which source words each translated word comes from, by alignment')
    : t('Which source words each translated word comes from, by attention');
}

/** One row for each target word of the range, with all its partners. */
export function wordRows(sentence: PanelSentence, evidence: Evidence, { from, to }: Range, languages: readonly [source: string, target: string]): VirtualElement[] {
  return sentence.targetTokens.slice(from, to).map(({ text }, offset) => {
    const target = from + offset;
    const partners = partnersOf(sentence, evidence, { side: 'target', index: target });
    const names = partners.flatMap(({ index, weight }, place): VirtualNode[] => [
      ...(place === 0 ? [] : [', ']),
      element('span', { 'data-source': index, 'data-weight': weight.toFixed(4), ...language(languages[0]) }, `${shownWord(sentence.sourceTokens[index]?.text ?? '')} ${formatWeight(weight)}`),
    ]);
    return element(
      'tr',
      { 'data-target': target },
      element('th', { scope: 'row', ...language(languages[1]) }, shownWord(text)),
      element('td', {}, formatWeight(sentence.confidence[target] ?? 0)),
      element('td', {}, ...(names.length > 0 ? names : [t('no partner')])),
    );
  });
}
