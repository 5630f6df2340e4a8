import { describe, expect, test } from 'vitest';
import { panelMessage, viewMessage } from '../../../engine/protocol/panelProtocol';
import { sentence } from '../../webview/sentence';

const content = { title: 'a.ts', sourceLanguage: 'en', targetLanguage: 'zh', pack: 'en-zh 0.1.0', sentences: [sentence] };

describe('messages to the view', () => {
  test('survive structured cloning with their typed arrays', () => {
    const message = { kind: 'showTranslation', content };
    expect(panelMessage(structuredClone(message), 'message')).toEqual(message);
  });

  test('are refused when a matrix does not fit its words', () => {
    const broken = { ...content, sentences: [{ ...sentence, alignment: new Float32Array(3) }] };
    expect(() => panelMessage({ kind: 'showTranslation', content: broken }, 'message')).toThrow(/alignment\.length must be 12/u);
  });

  test('are refused with unknown keys', () => {
    expect(() => panelMessage({ kind: 'showTranslation', content, extra: 1 }, 'message')).toThrow(/extra/u);
  });
});

describe('messages from the view', () => {
  test.each([
    { kind: 'ready' },
    { kind: 'revealSpan', sentence: 0, start: 3, end: 8 },
    { kind: 'copyTranslation', sentence: 2 },
  ])('$kind is understood', (message) => {
    expect(viewMessage(message, 'message')).toEqual(message);
  });

  test.each([
    [{ kind: 'run', command: 'x' }],
    [{ kind: 'revealSpan', sentence: -1, start: 0, end: 1 }],
    [{ kind: 'copyTranslation' }],
    ['ready'],
    [null],
  ])('%j is refused', (message) => {
    expect(() => viewMessage(message, 'message')).toThrow();
  });
});
