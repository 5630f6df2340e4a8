import { expect, test } from 'vitest';
import { isGivenText } from '../../extension/givenText';
import { commandLink } from '../../extension/hoverMarkdown';

test.each([
  [{ text: 'Close the file.' }, true],
  [{ text: 'Close the file.', from: 'en', to: 'zh' }, true],
  [{ text: 42 }, false],
  [{ text: 'Close the file.', to: 7 }, false],
  [{ text: 'Close the file.', uri: 'file:///etc/passwd' }, false],
  [{ from: 'en' }, false],
  ['Close the file.', false],
  [null, false],
  [undefined, false],
])('%j: %s', (value, expected) => {
  expect(isGivenText(value)).toBe(expected);
});

test('a text survives the way through a link of a Markdown hover', () => {
  const given = { text: '// a) "quoted" [x](y) 100% \n次' };
  const address = commandLink('alignlens.showAlignment', given);
  expect(address).not.toMatch(/[()\s"<>]/u);
  expect(JSON.parse(decodeURIComponent(address.slice(address.indexOf('?') + 1)))).toEqual([given]);
});
