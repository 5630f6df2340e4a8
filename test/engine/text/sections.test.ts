import { describe, expect, test } from 'vitest';
import { findSections } from '../../../engine/text/sections';
import { seededRandom } from '../../../engine/cli/seededRandom';

/** Level, heading and body of each section. */
function parts(text: string, languageId: string): [number, string, string][] {
  return findSections(text, languageId).map(({ level, heading, body }) => [level, heading, text.slice(body.start, body.end).trim()]);
}

function headings(text: string, languageId: string): string[] {
  return findSections(text, languageId).map(({ level, heading }) => `${level} ${heading}`);
}

/** Sections follow one another and lie in the text, their bodies in them. */
function checkSpans(text: string, languageId: string): number {
  const found = findSections(text, languageId);
  let last = 0;
  for (const { start, end, body } of found) {
    const order = [last, start, body.start, body.end, text.length];
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(body.end).toBe(end);
    last = end;
  }
  return found.length;
}

describe('Markdown', () => {
  test('headings of all levels, text before the first, and duplicates', () => {
    const text = 'Before.\n\n# A\n\nOne.\n\n## Notes\nTwo.\n###### F ######\n\nThree.\n\n## Notes\n\nFour.\n';
    expect(parts(text, 'markdown')).toEqual([
      [0, '', 'Before.'],
      [1, 'A', 'One.'],
      [2, 'Notes', 'Two.'],
      [6, 'F', 'Three.'],
      [2, 'Notes', 'Four.'],
    ]);
    expect(text.slice(findSections(text, 'markdown')[2]?.start)).toMatch(/^## Notes\nTwo/u);
  });

  test('underlined headings', () => {
    expect(parts('Title\n=====\nOne.\n\nPart\n---\n\nTwo.', 'markdown')).toEqual([
      [1, 'Title', 'One.'],
      [2, 'Part', 'Two.'],
    ]);
  });

  test.each([
    ['a rule below a blank line', 'One.\n\n---\n\nTwo.'],
    ['a list above a rule', '- One\n---\nTwo.'],
    ['the last line of a paragraph', 'One\nTwo\n---'],
    ['a table', '| a | b |\n|---|---|\n| c | d |'],
    ['a table without marks at the sides', 'a | b\n--|--\nc | d'],
    ['code in a fence', 'One.\n```sh\n# No.\n```\nTwo.'],
    ['code in a longer fence', 'One.\n````\n```\n# No.\n```\n# No.\n````'],
    ['code in a fence of tildes', 'One.\n~~~ py\n# No.\n```\n# No.\n~~~'],
    ['a fence that is not closed', 'One.\n```\n# No.\n'],
    ['indented code', 'One.\n\n    # No.\n'],
    ['no space behind the sign', '#hashtag and more'],
    ['seven signs', '####### No.'],
    ['an escaped sign', '\\# No.'],
    ['a sign in a line', 'See # No.'],
    ['a line that is too long', `# ${'long '.repeat(100)}`],
  ])('no heading: %s', (_, text) => {
    expect(headings(text, 'markdown')).toEqual(['0 ']);
  });

  test.each([
    ['# C# and F#\nText', '1 C# and F#'],
    ['   ##\tTabs \t ##\nText', '2 Tabs'],
    ['# Usage {#usage}\nText', '1 Usage'],
    ['# `code` and *marks*\nText', '1 `code` and *marks*'],
    ['# 安装\n文字', '1 安装'],
    ['#\nText', '1 '],
    ['## ##\nText', '2 '],
    ['# A\r\nText\r\n', '1 A'],
    ['```\n```\n# A\nText', '1 A'],
  ])('%j', (text, expected) => {
    expect(headings(text, 'markdown')).toEqual([expected]);
  });

  test('front matter is no text, but a rule at the start is', () => {
    const text = '---\ntitle: A\n# remark\n---\nBefore.\n# A\nText.\n';
    expect(parts(text, 'markdown')).toEqual([
      [0, '', 'Before.'],
      [1, 'A', 'Text.'],
    ]);
    expect(headings('---\n# A\nText.\n', 'markdown')).toEqual(['1 A']);
  });

  test('sections without words are left out; line breaks of Windows', () => {
    expect(parts('# A\r\n\r\n## B\r\n\r\nText.\r\n\r\n---\r\n\r\n# C\r\n', 'markdown')).toEqual([[2, 'B', 'Text.\r\n\r\n---']]);
  });

  test.each(['mdx', 'quarto', 'rmd'])('its kin: %s', (languageId) => {
    expect(headings('# A\nText.', languageId)).toEqual(['1 A']);
  });
});

describe('other formats', () => {
  test('reStructuredText: levels follow the order of the rules', () => {
    const text = '=====\nTitle\n=====\n\nOne.\n\nPart\n----\n\nTwo.\n\nDetail\n~~~~~~\n\nThree.\n\nPart 2\n------\n\nFour.\n';
    expect(parts(text, 'restructuredtext')).toEqual([
      [1, 'Title', 'One.'],
      [2, 'Part', 'Two.'],
      [3, 'Detail', 'Three.'],
      [2, 'Part 2', 'Four.'],
    ]);
  });

  test.each([
    ['a rule that is too short', 'A long title\n---\nText.'],
    ['a paragraph above a rule', 'One\nTwo\n---\nThree.'],
    ['a table', '=== ===\nA   B\n=== ===\nc   d\n=== ==='],
    ['rules that differ', '====\nName\n----\nText.'],
  ])('reStructuredText: no heading: %s', (_, text) => {
    expect(headings(text, 'restructuredtext')).toEqual(['0 ']);
  });

  test('a rule must be as wide as the ideographs above it', () => {
    expect(headings('安装\n====\n文字', 'restructuredtext')).toEqual(['1 安装']);
    expect(headings('安装\n==\n文字', 'restructuredtext')).toEqual(['0 ']);
  });

  test('AsciiDoc', () => {
    const text = '= Title\n\nOne.\n\n== Part ==\n\nTwo.\n\n----\n== No.\n----\n\n=no\n';
    expect(parts(text, 'asciidoc')).toEqual([
      [1, 'Title', 'One.'],
      [2, 'Part', 'Two.\n\n----\n== No.\n----\n\n=no'],
    ]);
  });

  test('plain text: underlined lines, and lines of capitals as in manual pages', () => {
    const text = 'Intro\n=====\nOne.\n\nSEE ALSO\n    Two.\n\nThis is LOUD.\n\nTHREE CHEERS\n';
    expect(parts(text, 'plaintext')).toEqual([
      [1, 'Intro', 'One.'],
      [1, 'SEE ALSO', 'Two.\n\nThis is LOUD.'],
    ]);
  });

  test.each([
    ['plaintext', 'Text without any heading.\n\n# Neither is this.'],
    ['plaintext', 'A line\nSHOUTED IN\nthe middle.'],
    ['latex', 'Text.'],
    ['constructor', 'Text.'],
  ])('no heading at all: %s: %j', (languageId, text) => {
    expect(findSections(text, languageId)).toEqual([{ start: 0, end: text.length, heading: '', level: 0, body: { start: 0, end: text.length } }]);
  });
});

describe.each(['markdown', 'restructuredtext', 'asciidoc', 'plaintext'])('hostile input: %s', (languageId) => {
  test.each([
    ['nothing', ''],
    ['one letter', 'a'],
    ['one sign', '#'],
    ['one line break', '\r\n'],
    ['half a character', '\ud800'],
    ['a megabyte on one line', 'word '.repeat(200_000)],
    ['a megabyte of signs', '#'.repeat(1_000_000)],
    ['a megabyte of line breaks', '\n'.repeat(1_000_000)],
    ['10,000 brackets', `${'['.repeat(5_000)}${']'.repeat(5_000)}`],
    ['long headings of white space', `# ${' '.repeat(290)}a\n`.repeat(1_000)],
    ['long headings of signs', `# a${' #'.repeat(140)} {#\n`.repeat(1_000)],
    ['fences that stay open', '```\n~~~\n----\n'.repeat(20_000)],
  ])('%s', (_, text) => {
    checkSpans(text, languageId);
  });

  test('random bytes and random lines', () => {
    const random = seededRandom(11);
    const lines = ['# A', '## B ##', '===', '---', '~~~', '```', 'text', '', '  ', 'TEXT', '| a |', '- a', '= A', '\r', '---\r'];
    const bytes = Array.from({ length: 50_000 }, () => String.fromCharCode(Math.floor(random() * 256))).join('');
    const text = Array.from({ length: 20_000 }, () => lines[Math.floor(random() * lines.length)]).join('\n');
    checkSpans(bytes, languageId);
    expect(checkSpans(text, languageId)).toBeGreaterThan(100);
  });
});

test('thousands of sections', () => {
  expect(checkSpans('# A\n\nText.\n\n'.repeat(5_000), 'markdown')).toBe(5_000);
});
