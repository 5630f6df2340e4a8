import { expect, test } from 'vitest';
import { initialState, withContent, withStoredChoices } from '../../webview/state';
import { sentence } from './sentence';

const content = { title: 'a.ts', sourceLanguage: 'en', targetLanguage: 'zh', pack: 'en-zh 0.1.0', sentences: [sentence] };

test('new content starts at its first sentence and keeps the choices', () => {
  const state = withContent({ ...initialState, drawing: 'matrix', sentence: 3 }, content);
  expect(state).toMatchObject({ drawing: 'matrix', sentence: 0, content });
});

test('stored choices are restored; unknown ones are left out', () => {
  expect(withStoredChoices(initialState, { drawing: 'matrix', evidence: 'attention' })).toMatchObject({ drawing: 'matrix', evidence: 'attention' });
  expect(withStoredChoices(initialState, { drawing: 'pie', evidence: 7, content })).toEqual(initialState);
  expect(withStoredChoices(initialState, undefined)).toEqual(initialState);
});
