/** Where readers point, and which comment that means. */
import { expect, test } from 'vitest';
import { allSegments, segmentAt } from '../../../engine/text';

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

test.each([
  ['indented', 'def f():\n    """First.\n\n    :param name: The name that is shown\n        in the list.\n    :return: A list.\n    """\n', ['First.', 'The name that is shown in the list.', 'A list.'], 'python'],
  ['as the tag', 'def f():\n    """First.\n\n    :param name: The name that is shown\n    in the list of all the names there are.\n    """\n', ['First.', 'The name that is shown in the list of all the names there are.'], 'python'],
  ['an entry', 'def f():\n    """First.\n\n    Args:\n        name (str): The name that is shown\n            in the list of all the names.\n        size: The size.\n    """\n', ['First.', 'Args:', 'The name that is shown in the list of all the names.', 'The size.'], 'python'],
  ['in JSDoc', '/**\n * @param {string} name - The name that is shown\n *   in the list of all the names.\n * @returns The list.\n */\n', ['The name that is shown in the list of all the names.', 'The list.'], 'javascript'],
  ['three lines', '/*!\n * \\brief The name that is shown in the list\n * of all the names, which may be long and\n * is cut then.\n */\n', ['The name that is shown in the list of all the names, which may be long and is cut then.'], 'cpp'],
])('what a tag says goes on in the next line: %s', (_, source, words, languageId) => {
  expect(allSegments(source, languageId).map(({ text }) => text)).toEqual(words);
});
