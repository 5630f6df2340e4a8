/** Everything of a translation's page around the drawing. */
import type { PanelContent, PanelSentence } from '../../engine/protocol/panelProtocol';
import type { Choices, ViewState } from '../state';
import { element, type VirtualElement, type VirtualNode } from './element';
import { exportMenu } from './exportMenu';
import { confidence, notice } from './notice';
import { explanationSection } from './explanation';
import { drawingSwitch, evidenceSwitch, unitSwitch } from './switches';

const explanations: Record<Choices['evidence'], string> = {
  alignment: 'Alignment: which source word explains each translated word.',
  attention: 'Attention: where the model looked just before it chose each word.',
};

/** The page of a translation; the drawing itself goes into the element with id `stage`. */
export function translationPage(content: PanelContent, state: ViewState): VirtualElement {
  const sentence = content.sentences[state.selected];
  if (sentence === undefined) return notice('Nothing to show: the text has no words.');
  return element(
    'main',
    {},
    header(state, content),
    ...(content.sentences.length > 1 ? [sentenceList(content.sentences, state.selected)] : []),
    sentenceText(sentence),
    element('div', { id: 'stage' }),
    element('p', { id: 'readout', role: 'status', 'aria-live': 'polite' }),
    explanationSection(state.explanation.open),
    footer(state, sentence),
  );
}

function header(state: ViewState, content: PanelContent): VirtualElement {
  return element(
    'header',
    {},
    element(
      'div',
      { class: 'title' },
      element('h1', { class: 'languages' }, `${content.sourceLanguage} → ${content.targetLanguage}`),
      element('span', { class: 'origin' }, `${content.title} · ${content.pack}`),
    ),
    element(
      'div',
      { class: 'switches' },
      drawingSwitch(state.drawing),
      evidenceSwitch(state.evidence),
      unitSwitch(state.units),
      exportMenu(content.sentences.length),
    ),
  );
}

function sentenceList(sentences: readonly PanelSentence[], chosen: number): VirtualElement {
  const entries: VirtualNode[] = sentences.map((sentence, index) =>
    element(
      'li',
      {},
      element(
        'button',
        { type: 'button', class: 'sentence', 'data-sentence': index, ...(index === chosen ? { 'aria-current': 'true' } : {}) },
        element('span', { class: 'original' }, sentence.source),
        element('span', { class: 'translation' }, sentence.target),
      ),
    ),
  );
  return element('nav', { 'aria-label': 'Sentences' }, element('ol', {}, ...entries));
}

function sentenceText(sentence: PanelSentence): VirtualElement {
  return element(
    'section',
    { class: 'text', 'aria-label': 'Sentence' },
    element('p', { class: 'original' }, sentence.source),
    element(
      'p',
      { class: 'translation' },
      sentence.target,
      element('button', { type: 'button', class: 'copy', 'data-copy': 'true', title: 'Copy the translation' }, 'Copy'),
    ),
  );
}

function footer(state: ViewState, sentence: PanelSentence): VirtualElement {
  return element(
    'footer',
    {},
    element('p', {}, explanations[state.evidence]),
    element('p', {}, `${confidence(sentence.score)} Select a source word to find it in the editor.`),
  );
}
