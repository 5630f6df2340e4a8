/** The sentence as two texts to read, source above target; each word can be pointed at. */
import type { PanelSentence } from '../../engine/protocol/panelProtocol';
import { shownWord, tokensOf, type Side } from '../evidence';
import { t } from '../l10n';
import { element, type VirtualElement } from './element';
import { language } from './language';
import { withWords } from './runningText';
import { sureness } from './word';

/** `languages` are codes. What a word is joined to is said when it is pointed at: thousands of labels would say it to nobody. */
export function reading(sentence: PanelSentence, languages: Readonly<Record<Side, string>>): VirtualElement {
  return element('div', { class: 'drawing reading' }, text(sentence, 'source', languages.source), text(sentence, 'target', languages.target));
}

function text(sentence: PanelSentence, side: Side, code: string): VirtualElement {
  const words = withWords(sentence[side], 0, tokensOf(sentence, side), (word, index) =>
    element(
      'span',
      {
        class: `word ${side}${sureness(sentence, { side, index })}`,
        'data-side': side,
        'data-index': index,
        role: 'button',
        tabindex: side === 'source' && index === 0 ? 0 : -1,
      },
      shownWord(word),
    ),
  );
  const heading = side === 'source' ? t('Source') : t('Translation');
  return element(
    'section',
    { class: `passage ${side}`, 'aria-label': heading },
    element('p', { class: 'running', dir: 'auto', ...language(code) }, ...words),
  );
}
