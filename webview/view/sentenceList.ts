/** The sentences of a translation: a list with scores, and the way from one to the next. */
import type { PanelContent, PanelSentence } from '../../engine/protocol/panelProtocol';
import { listedSentences, neighbour, sentenceConfidence, unsureSentence } from '../confidence';
import { formatWeight } from '../evidence';
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
    { class: 'sentences', 'aria-label': 'Sentences' },
    element(
      'div',
      { class: 'sentence-tools' },
      element('span', { class: 'position' }, `Sentence ${selected + 1} of ${sentences.length}`),
      stepButton('Previous', 'p', neighbour(listed, selected, -1)),
      stepButton('Next', 'n', neighbour(listed, selected, 1)),
      element(
        'button',
        {
          type: 'button',
          class: 'tool filter',
          'data-choice': 'listing',
          'data-value': listing === 'low' ? 'all' : 'low',
          'aria-pressed': String(listing === 'low'),
          title: `Sentences whose words got less than ${formatWeight(unsureSentence)} on average`,
        },
        `Low confidence only (${unsure})`,
      ),
    ),
    element('ol', {}, ...listed.map((index) => entry(content, sentences[index]!, index, selected))),
  );
}

function stepButton(label: 'Previous' | 'Next', key: string, sentence: number | undefined): VirtualElement {
  const attributes = {
    type: 'button',
    class: 'tool',
    title: `${label} sentence (${key})`,
    'aria-label': `${label} sentence`,
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
        element('span', { class: 'visually-hidden' }, 'Confidence '),
        formatWeight(confidence),
      ),
    ),
  );
}

function beginning(text: string): string {
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;
}
