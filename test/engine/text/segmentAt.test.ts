/** Where readers point, and which comment that means. */
import { expect, test } from 'vitest';
import { segmentAt } from '../../../engine/text';

test.each([
  ['def f():\n    """First.\n\n    :param name: The name.\n    """\n', ':param', 'The name.', 'python'],
  ['  /*! \\brief The device. */\nint x;\n', 'brief', 'The device.', 'cpp'],
  ['/**\n * @param {string} name - The name.\n */\n', '{string}', 'The name.', 'javascript'],
  ['## The name.\n', '#', 'The name.', 'shellscript'],
  ['  // The name.\n', '/', 'The name.', 'c'],
])('what stands before the words of a comment belongs to them: %s', (source, before, words, languageId) => {
  expect(segmentAt(source, source.indexOf(before), languageId)?.text).toBe(words);
});

test.each([
  ['x = 1  # The name.\n', 'x', 'python'],
  ['@decorator  # The name.\n', 'decorator', 'python'],
  ['} // The end.\n', '}', 'c'],
  ['  // The name.\n', ' ', 'c'],
  ['- The name.\n', '-', 'markdown'],
])('but nothing else does: %s', (source, before, languageId) => {
  expect(segmentAt(source, source.indexOf(before), languageId)).toBeUndefined();
});
