/** Everything of a translation's page around the drawing. */
import type { PanelContent, PanelSentence } from '../../engine/protocol/panelProtocol';
import { t } from '../l10n';
import type { Choices, ViewState } from '../state';
import { hasCounterpart } from '../confidence';
import { element, type VirtualElement } from './element';
import { explanationSection } from './explanation';
import { exportMenu } from './exportMenu';
import { language } from './language';
import { legend } from './legend';
import { confidence, notice } from './notice';
import { sentenceList } from './sentenceList';
import { drawingTabs, evidenceSwitch, unitSwitch } from './switches';

function meaningOf(evidence: Choices['evidence']): string {
  return evidence === 'alignment'
    ? t('Alignment: which source word explains each translated word.')
    : t('Attention: where the model looked just before it chose each word.');
}

/** The page of a translation; the drawing itself goes into the element with id `stage`. */
export function translationPage(content: PanelContent, state: ViewState): VirtualElement {
  const sentence = content.sentences[state.selected];
  if (sentence === undefined) return notice(t('Nothing to show: the text has no words.'));
  return element(
    'main',
    { class: 'translation' },
    header(state, content),
    ...(content.sentences.length > 1 ? [sentenceList(content, state)] : []),
    // Its two texts are the reading drawing.
    ...(state.drawing === 'reading' && hasCounterpart(sentence) ? [] : [sentenceText(content, sentence)]),
    ...(hasCounterpart(sentence) ? evidence(state, sentence) : [alone(sentence)]),
  );
}

/** The drawing and what tells about it. */
function evidence(state: ViewState, sentence: PanelSentence): VirtualElement[] {
  return [
    element('div', { id: 'stage', role: 'tabpanel', 'aria-labelledby': `tab-${state.drawing}` }),
    element('p', { id: 'readout', role: 'status', 'aria-live': 'polite' }),
    explanationSection(state.explanation.open),
    footer(state, sentence),
  ];
}

/** In the place of a drawing, for a sentence that was left out or added. */
function alone({ targetTokens }: PanelSentence): VirtualElement {
  const text =
    targetTokens.length === 0
      ? t('Nothing in the translation corresponds to this sentence.')
      : t('Nothing in the source corresponds to this sentence.');
  return element('div', { id: 'stage', class: 'alone', role: 'tabpanel' }, element('p', { class: 'notice', role: 'status' }, text));
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
      drawingTabs(state.drawing),
      evidenceSwitch(state.evidence),
      unitSwitch(state.units),
      element('button', { type: 'button', class: 'menu-button', 'data-copy': 'true' }, t('Copy translation')),
      exportMenu(content.sentences.length),
    ),
  );
}

function sentenceText({ sourceLanguage, targetLanguage }: PanelContent, sentence: PanelSentence): VirtualElement {
  return element(
    'section',
    { class: 'text', 'aria-label': t('Sentence') },
    element('p', { class: 'original', dir: 'auto', ...language(sourceLanguage) }, sentence.source),
    element('p', { class: 'translated', dir: 'auto', ...language(targetLanguage) }, sentence.target),
  );
}

function footer(state: ViewState, sentence: PanelSentence): VirtualElement {
  return element(
    'footer',
    {},
    legend(state.drawing),
    element('p', {}, meaningOf(state.evidence)),
    element('p', {}, `${confidence(sentence.score)} ${t('Click a word, or press Enter on it, to find its source in the editor.')}`),
  );
}
