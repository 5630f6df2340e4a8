import { expect, test } from 'vitest';
import { initialState, withFollowed, withSentence, withShown, withStoredChoices } from '../../webview/state';
import { sentence } from './sentence';

const shown = { kind: 'showTranslation' as const, content: { title: 'a.ts', sourceLanguage: 'en', targetLanguage: 'zh', pack: 'en-zh 0.1.0', sentences: [sentence], appliesTo: 'source' as const } };

test('new content starts at its first sentence and keeps the choices', () => {
  const state = withShown({ ...initialState, drawing: 'matrix', selected: 3 }, shown);
  expect(state).toMatchObject({ drawing: 'matrix', selected: 0, shown });
});

test('stored choices are restored; unknown ones are left out', () => {
  expect(withStoredChoices(initialState, { drawing: 'matrix', evidence: 'attention' })).toMatchObject({ drawing: 'matrix', evidence: 'attention' });
  expect(withStoredChoices(initialState, { drawing: 'pie', evidence: 7, shown })).toEqual(initialState);
  expect(withStoredChoices(initialState, undefined)).toEqual(initialState);
});

test('another translation of a sentence takes its place, and the rest stays', () => {
  const content = { title: '', sourceLanguage: 'en', targetLanguage: 'zh', pack: '', sentences: [sentence, sentence], appliesTo: 'source' as const };
  const state = { ...withShown(initialState, { kind: 'showTranslation', content }), selected: 1 };
  const other = { ...sentence, target: '关上文件。' };
  const next = withSentence(state, { kind: 'showSentence', sentence: 1, content: other });
  expect(next).toMatchObject({ selected: 1, shown: { content: { sentences: [sentence, other] } } });
  expect(withSentence(initialState, { kind: 'showSentence', sentence: 1, content: other })).toBe(initialState);
});

test('the view goes to the sentence of the cursor, if it has it', () => {
  const content = { title: '', sourceLanguage: 'en', targetLanguage: 'zh', pack: '', sentences: [sentence, sentence], appliesTo: 'source' as const };
  const state = withShown(initialState, { kind: 'showTranslation', content });
  expect(withFollowed(state, { kind: 'followCursor', sentence: 1, offset: 3 }).selected).toBe(1);
  expect(withFollowed(state, { kind: 'followCursor', sentence: 2, offset: 3 })).toBe(state);
});
