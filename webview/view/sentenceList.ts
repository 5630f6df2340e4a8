/** The sentences of a translation: a list with scores, and the way from one to the next. */
import type { PanelContent, PanelSentence } from '../../engine/protocol/panelProtocol';
import { listedSentences, neighbour, sentenceConfidence, unsureSentence } from '../confidence';
import { formatWeight } from '../evidence';
import { t } from '../l10n';
import type { ViewState } from '../state';
import { element, type VirtualElement } from './element';
import { language } from './language';

/** Characters of a sentence in the list: no panel is wide enough for more. */
const mostCharacters = 240;

/** Steps of the bar behind a score that the style sheet knows as `level-0` … */
const levels = 10;

export function sentenceList(content: PanelContent, { listing, selected }: ViewState): VirtualElement {
  const { sentences } = content;
  const listed = listedSentences(sentences, listing === 'low', selected);
  const unsure = sentences.filter((sentence) => sentenceConfidence(sentence) < unsureSentence).length;
  return element(
    'nav',
    { class: 'sentences', 'aria-label': t('Sentences') },
    element(
      'div',
      { class: 'sentence-tools' },
      element('span', { class: 'position' }, t('Sentence {0} of {1}', selected + 1, sentences.length)),
      stepButton(t('Previous'), t('Previous sentence'), 'p', neighbour(listed, selected, -1)),
      stepButton(t('Next'), t('Next sentence'), 'n', neighbour(listed, selected, 1)),
      element(
        'button',
        {
          type: 'button',
          class: 'tool filter',
          'data-choice': 'listing',
          'data-value': listing === 'low' ? 'all' : 'low',
          'aria-pressed': String(listing === 'low'),
          title: t('Sentences whose words got less than {0} on average', formatWeight(unsureSentence)),
        },
        t('Low confidence only ({0})', unsure),
      ),
    ),
    element('ol', {}, ...listed.map((index) => entry(content, sentences[index]!, index, selected))),
  );
}

function stepButton(label: string, name: string, key: string, sentence: number | undefined): VirtualElement {
  const attributes = {
    type: 'button',
    class: 'tool',
    title: `${name} (${key})`,
    'aria-label': name,
    'aria-keyshortcuts': key,
  };
  // Not `disabled`: at the last sentence, the button that led there keeps the keyboard.
  return element('button', sentence === undefined ? { ...attributes, 'aria-disabled': 'true' } : { ...attributes, 'data-sentence': sentence }, label);
}

function entry({ sourceLanguage, targetLanguage }: PanelContent, sentence: PanelSentence, index: number, selected: number): VirtualElement {
  const confidence = sentenceConfidence(sentence);
  const isChosen = index === selected;
  return element(
    'li',
    {},
    element(
      'button',
      {
        type: 'button',
        class: 'sentence',
        'data-sentence': index,
        // One tab stop for the list: arrow keys go on from there.
        tabindex: isChosen ? 0 : -1,
        ...(isChosen ? { 'aria-current': 'true' } : {}),
      },
      element('span', { class: 'number', 'aria-hidden': 'true' }, String(index + 1)),
      element('span', { class: 'original', dir: 'auto', ...language(sourceLanguage) }, beginning(sentence.source)),
      element('span', { class: 'translation', dir: 'auto', ...language(targetLanguage) }, beginning(sentence.target)),
      element(
        'span',
        { class: `score level-${Math.round(Math.min(1, Math.max(0, confidence)) * levels)}${confidence < unsureSentence ? ' low' : ''}` },
        element('span', { class: 'visually-hidden' }, `${t('Confidence')} `),
        formatWeight(confidence),
      ),
    ),
  );
}

function beginning(text: string): string {
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;
}
