import { afterEach, expect, test } from 'vitest';
import { t, useMessages } from '../../webview/l10n';

afterEach(() => useMessages(undefined));

test('a message is in the language of the page, with its values in the places that the translation gives them', () => {
  useMessages(JSON.stringify({ '{0} of {1} words': '{1} 个词中的 {0} 个' }));
  expect(t('{0} of {1} words', 2, 7)).toBe('7 个词中的 2 个');
});

test('what has no translation stays English', () => {
  expect(t('{0} of {1} words', 2, 7)).toBe('2 of 7 words');
  expect(t('constructor')).toBe('constructor');
});

test.each(['{', '[]', '{"a": 1}'])('translations of another shape are none: %s', (json) => {
  useMessages(json);
  expect(t('a')).toBe('a');
});
