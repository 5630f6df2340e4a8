import { expect, test } from 'vitest';
import { givenTextOf } from '../../extension/givenText';
import { commandLink } from '../../extension/hoverMarkdown';

test.each([{ text: 'Close the file.' }, { text: 'Close the file.', from: 'en', to: 'zh' }])('%j is a text', (value) => {
  expect(givenTextOf(value)).toEqual(value);
});

test.each([[{ from: 'en' }], ['Close the file.'], [null], [undefined]])('%j names none', (value) => {
  expect(givenTextOf(value)).toBeUndefined();
});

test.each([{ text: 42 }, { text: 'Close the file.', to: 7 }, { text: 'Close the file.', uri: 'file:///etc/passwd' }])('%j is refused', (value) => {
  expect(() => givenTextOf(value)).toThrow(expect.objectContaining({ code: 'invalid-argument' }) as Error);
});

test('a text survives the way through a link of a Markdown hover', () => {
  const given = { text: '// a) "quoted" [x](y) 100% \n次' };
  const address = commandLink('alignlens.showAlignment', given);
  expect(address).not.toMatch(/[()\s"<>]/u);
  expect(JSON.parse(decodeURIComponent(address.slice(address.indexOf('?') + 1)))).toEqual([given]);
});
