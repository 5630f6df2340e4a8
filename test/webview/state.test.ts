import { expect, test } from 'vitest';
import { initialState, withShown, withStoredChoices } from '../../webview/state';
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
