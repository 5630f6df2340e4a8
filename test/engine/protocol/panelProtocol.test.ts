import { describe, expect, test } from 'vitest';
import { panelMessage, viewMessage } from '../../../engine/protocol/panelProtocol';
import { sentence } from '../../webview/sentence';
import { content as summary, first } from '../../webview/summary';

const content = { title: 'a.ts', sourceLanguage: 'en', targetLanguage: 'zh', pack: 'en-zh 0.1.0', sentences: [sentence], appliesTo: 'source' };

describe('messages to the view', () => {
  test('survive structured cloning with their typed arrays', () => {
    const message = { kind: 'showTranslation', content };
    expect(panelMessage(structuredClone(message), 'message')).toEqual(message);
    const other = { kind: 'showSummary', content: summary };
    expect(panelMessage(structuredClone(other), 'message')).toEqual(other);
  });

  test('are refused when a matrix does not fit its words', () => {
    const broken = { ...content, sentences: [{ ...sentence, alignment: new Float32Array(3) }] };
    expect(() => panelMessage({ kind: 'showTranslation', content: broken }, 'message')).toThrow(/alignment\.length must be 12/u);
  });

  test("are refused when a summary's matrix does not fit its words", () => {
    const broken = { ...summary, entries: [{ ...first, lines: first.lines.map((line) => ({ ...line, attention: new Float32Array(2) })) }] };
    expect(() => panelMessage({ kind: 'showSummary', content: broken }, 'message')).toThrow(/attention\.length must be 6/u);
  });

  test('are refused when their kind is another', () => {
    expect(() => panelMessage({ kind: 'showSummary', content }, 'message')).toThrow(/content/u);
    expect(() => panelMessage({ kind: 'showEverything', content }, 'message')).toThrow(/kind must be one of showTranslation, showSummary/u);
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
    { kind: 'explain', sentence: 0 },
    { kind: 'chooseAlternative', sentence: 0, step: 3, id: 77 },
    { kind: 'chooseHypothesis', sentence: 1, hypothesis: 2 },
    { kind: 'applyTranslation', sentence: 0 },
    { kind: 'copyText', text: '| a |' },
    { kind: 'saveExport', extension: 'svg', content: new Uint8Array([60]) },
    { kind: 'revealSource', entry: 1, start: 0, end: 4 },
    { kind: 'copySummary', entry: 0 },
    { kind: 'insertDocComment', entry: 0 },
  ])('$kind is understood', (message) => {
    expect(viewMessage(message, 'message')).toEqual(message);
  });

  test.each([
    [{ kind: 'run', command: 'x' }],
    [{ kind: 'revealSpan', sentence: -1, start: 0, end: 1 }],
    [{ kind: 'copyTranslation' }],
    [{ kind: 'insertDocComment', entry: 0.5 }],
    [{ kind: 'toString' }],
    ['ready'],
    [null],
  ])('%j is refused', (message) => {
    expect(() => viewMessage(message, 'message')).toThrow();
  });
});
