import { expect, test } from 'vitest';
import type { PanelSentence } from '../../../engine/protocol/panelProtocol';
import { sentenceConfidence } from '../../../webview/confidence';
import { initialState } from '../../../webview/state';
import { toMarkup } from '../../../webview/view/element';
import { translationPage } from '../../../webview/view/translationPage';
import { sentence } from '../sentence';

const content = { title: 'a.po', sourceLanguage: 'en', targetLanguage: 'zh', pack: 'en-zh 0.1.0', appliesTo: 'target' as const };
const none = { alignment: new Float32Array(), attention: new Float32Array(), links: [], score: 0 };
const omitted: PanelSentence = { ...sentence, ...none, target: '', targetTokens: [], confidence: new Float32Array() };
const added: PanelSentence = { ...sentence, ...none, source: '', sourceTokens: [] };

test('a sentence that was left out, or added, is shown with what is known of it', () => {
  const page = (shown: PanelSentence): string => toMarkup(translationPage({ ...content, sentences: [shown, sentence] }, initialState));
  expect(page(omitted)).toContain('Nothing in the translation corresponds to this sentence.');
  expect(page(added)).toContain('Nothing in the source corresponds to this sentence.');
  expect(page(omitted)).toContain('Close the file.');
  expect(page(added)).toContain('关闭文件。');
  // There is nothing to explain.
  expect(page(omitted)).not.toContain('id="explanation"');
});

test('its confidence is none', () => {
  expect(sentenceConfidence(omitted)).toBe(0);
  expect(sentenceConfidence(sentence)).toBeCloseTo(0.5);
});
