/** Everything of the page around the drawing. */
import type { PanelContent, PanelSentence } from '../../engine/protocol/panelProtocol';
import type { Choices, ViewState } from '../state';
import { element, type VirtualElement, type VirtualNode } from './element';

const explanations: Record<Choices['evidence'], string> = {
  alignment: 'Alignment: which source word explains each translated word.',
  attention: 'Attention: where the model looked just before it chose each word.',
};

const labels: Record<Choices['drawing'] | Choices['evidence'], string> = {
  ribbons: 'Ribbons',
  matrix: 'Matrix',
  alignment: 'Alignment',
  attention: 'Attention',
};

/** The page for a state; the drawing itself goes into the element with id `stage`. */
export function page(state: ViewState): VirtualElement {
  const { content } = state;
  const sentence = content?.sentences[state.sentence];
  if (content === undefined || sentence === undefined) {
    return element('main', {}, element('p', { class: 'notice', role: 'status' }, 'Nothing to show yet.'));
  }
  return element(
    'main',
    {},
    header(state, content),
    ...(content.sentences.length > 1 ? [sentenceList(content.sentences, state.sentence)] : []),
    sentenceText(sentence),
    element('div', { id: 'stage' }),
    element('p', { id: 'readout', role: 'status', 'aria-live': 'polite' }),
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
      element('span', { class: 'languages' }, `${content.sourceLanguage} → ${content.targetLanguage}`),
      element('span', { class: 'origin' }, `${content.title} · ${content.pack}`),
    ),
    element(
      'div',
      { class: 'switches' },
      choice('drawing', ['ribbons', 'matrix'], state.drawing, 'Drawing'),
      choice('evidence', ['alignment', 'attention'], state.evidence, 'Evidence'),
    ),
  );
}

function choice(name: keyof Choices, values: readonly (keyof typeof labels)[], chosen: string, label: string): VirtualElement {
  const buttons = values.map((value) =>
    element('button', { type: 'button', 'data-choice': name, 'data-value': value, 'aria-pressed': String(value === chosen) }, labels[value]),
  );
  return element('div', { class: 'choice', role: 'group', 'aria-label': label }, ...buttons);
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
  // exp of the mean log-probability: the geometric mean of the probabilities of the chosen subwords.
  const confidence = Math.round(Math.exp(sentence.score) * 100);
  return element(
    'footer',
    {},
    element('p', {}, explanations[state.evidence]),
    element('p', {}, `The model gave its words ${confidence} % on average. Select a source word to find it in the editor.`),
  );
}
