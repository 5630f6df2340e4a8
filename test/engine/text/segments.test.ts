import { describe, expect, test } from 'vitest';
import { findSegments, segmentAt } from '../../../engine/text';

function texts(source: string, languageId: string): string[] {
  return findSegments(source, languageId).map(({ text }) => text);
}

/** The source with every segment's text replaced. */
function rewrite(source: string, languageId: string, translate: (text: string) => string): string {
  return findSegments(source, languageId).reduceRight(
    (text, segment) =>
      text.slice(0, segment.range.start) + segment.write(translate(segment.text)) + text.slice(segment.range.end),
    source,
  );
}

describe('comments', () => {
  test('line comments below one another are one text; code is left out', () => {
    const source = [
      '// Reads the configuration file and returns',
      '// the parsed options.',
      'const url = "https://example.org"; // not the // real one',
      'run(); /* in between */ stop();',
    ].join('\n');
    expect(texts(source, 'typescript')).toEqual([
      'Reads the configuration file and returns the parsed options.',
      'not the // real one',
      'in between',
    ]);
  });

  test('a doc comment keeps stars, tags and code', () => {
    const source = [
      '  /**',
      '   * Opens a window that shows the result of',
      '   * the last search.',
      '   *',
      '   * - first entry',
      '   * - second entry',
      '   *',
      '   * ```ts',
      '   * open(window);',
      '   * ```',
      '   * @param {string} name the name of the window',
      '   * @returns true when it was opened',
      '   */',
      '  function open(name) {}',
    ].join('\n');
    expect(texts(source, 'javascript')).toEqual([
      'Opens a window that shows the result of the last search.',
      'first entry',
      'second entry',
      'the name of the window',
      'true when it was opened',
    ]);
    expect(rewrite(source, 'javascript', () => '译文')).toBe(
      [
        '  /**',
        '   * 译文',
        '   *',
        '   * - 译文',
        '   * - 译文',
        '   *',
        '   * ```ts',
        '   * open(window);',
        '   * ```',
        '   * @param {string} name 译文',
        '   * @returns 译文',
        '   */',
        '  function open(name) {}',
      ].join('\n'),
    );
  });

  test('a block comment on one line', () => {
    expect(rewrite('/* The end. */ x = 1;', 'c', () => '结束。')).toBe('/* 结束。 */ x = 1;');
    expect(rewrite('/** The end. */', 'java', () => '结束。')).toBe('/** 结束。 */');
  });

  test('block comments without stars keep their indentation', () => {
    const source = '/*\n    Reads all lines of the input and\n    sorts them by their length.\n*/';
    expect(texts(source, 'c')).toEqual(['Reads all lines of the input and sorts them by their length.']);
    expect(rewrite(source, 'c', (text) => text)).toBe(source);
  });

  test('Python: hash comments and docstrings, not strings', () => {
    const source = [
      '#!/usr/bin/env python3',
      '# -*- coding: utf-8 -*-',
      '# Sorts the lines.',
      'def sort(lines):  # type: ignore',
      '    """Return the lines in order.',
      '',
      '    Lines of equal length keep their order in',
      '    the result.',
      '',
      '    Args:',
      '        lines: what to sort',
      '    >>> sort([])',
      '    []',
      '    """',
      "    text = '# no comment'",
      "    return '''nor # this'''",
    ].join('\n');
    expect(texts(source, 'python')).toEqual([
      'Sorts the lines.',
      'Return the lines in order.',
      'Lines of equal length keep their order in the result.',
      'Args:',
      'what to sort',
    ]);
  });

  test.each([
    ['shellscript', 'url=http://x/#a # Stop here.', ['Stop here.']],
    ['sql', "SELECT '--no' -- Count the rows.", ['Count the rows.']],
    ['lua', '--[[ All of it. ]] x = 1', ['All of it.']],
    ['clojure', ';; Adds two numbers.', ['Adds two numbers.']],
    ['rust', "//! Crate docs.\nfn f<'a>(x: &'a str) {} /// Item docs.", ['Crate docs.', 'Item docs.']],
    ['html', '<p>Text</p><!-- A remark. -->', ['A remark.']],
    ['css', 'a { color: red } /* Links */', ['Links']],
    ['typescript', 'const s = `a // b`; // Done.', ['Done.']],
    ['typescript', '// eslint-disable-next-line no-console\n// @ts-expect-error\nx();', []],
    ['c', "char c = '\"'; // A quote.", ['A quote.']],
  ])('%s: %s', (languageId, source, expected) => {
    const comments = texts(source, languageId);
    // Without comments the selection itself is prose.
    if (expected.length > 0) expect(comments).toEqual(expected);
    else expect(segmentAt(source, 3, languageId)).toBeUndefined();
  });

  describe('a selection that cuts', () => {
    const selected = (marked: string, languageId: string): string[] => {
      const start = marked.indexOf('«');
      const end = marked.indexOf('»') - 1;
      return findSegments(marked.replace(/[«»]/gu, ''), languageId, { start, end }).map(({ text }) => text);
    };

    test('a line comment and the line below it', () => {
      expect(selected('int x; // Opens «the file\n  // and closes» it.', 'c')).toEqual(['the file', 'and closes']);
      expect(selected('// Opens «the file\n// and closes» it.', 'c')).toEqual(['the file and closes']);
    });

    test('a block comment, and reaches into code', () => {
      expect(selected('/* Opens the file «and closes it. */\nint x; // Next.»', 'c')).toEqual(['and closes it.', 'Next.']);
    });

    test('a comment that holds code marks', () => {
      expect(selected('/** Use «it\'s "own" // marks». */', 'typescript')).toEqual(['it\'s "own" // marks']);
    });

    test('a string literal: prose, since there is no comment in it', () => {
      expect(selected('print("«Cannot open the file»")', 'python')).toEqual(['Cannot open the file']);
    });

    test('a Markdown list', () => {
      expect(selected('- Open «the file\n- Close the» window', 'markdown')).toEqual(['the file', 'Close the']);
    });
  });

  test('CRLF line ends stay', () => {
    const source = '// Reads the configuration file of the user and\r\n// returns it.\r\n';
    const written = rewrite(source, 'go', (text) => `${text} ${text}`);
    expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    expect(written.split('\r\n').length).toBeGreaterThan(3);
  });
});

describe('wrapping', () => {
  const source = [
    '    // This comment was wrapped by hand at sixty columns so that',
    '    // it goes on here.',
  ].join('\n');

  test('a translation is wrapped at the width of the original with the same prefix', () => {
    const chinese = '这条注释是手工换行的，每行六十列，因此译文也要按照同样的宽度换行，并且每一行都带有相同的前缀。';
    const lines = rewrite(source, 'cpp', () => chinese).split('\n');
    expect(lines).toEqual([
      '    // 这条注释是手工换行的，每行六十列，因此译文也要按照同样的',
      '    // 宽度换行，并且每一行都带有相同的前缀。',
    ]);
  });

  test('the same text gives the same lines back', () => {
    expect(rewrite(source, 'cpp', (text) => text)).toBe(source);
  });

  test('one line stays one line', () => {
    expect(rewrite('// Short.', 'cpp', () => '很'.repeat(100))).toBe(`// ${'很'.repeat(100)}`);
  });

  test('no line begins with closing punctuation or breaks inline code', () => {
    const narrow = '# A comment that was wrapped at a\n# narrow width indeed.';
    const lines = rewrite(narrow, 'python', () => '这里使用 `a long piece of code` 和，其他，东西，还有（更多）东西。').split('\n');
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line).not.toMatch(/^# [，。）]/u);
    expect(lines.some((line) => line.includes('`a long piece of code`'))).toBe(true);
  });
});

describe('Markdown', () => {
  const source = [
    '---',
    'title: Sample page',
    '---',
    '# Getting started',
    '',
    'Install the package of your own system and run it',
    'from the command line.',
    '',
    '* First step',
    '* Second step that is longer and was therefore',
    '  wrapped to the next line',
    '',
    '> A quotation that has been wrapped by its author',
    '> at this column.',
    '',
    '```sh',
    'npm install # not prose',
    '```',
    '',
    '| Name | Meaning |',
    '|------|---------|',
    '| `size` | The size of the file |',
    '',
    '<div align="center">',
    '',
    '    indented code',
    '',
    '[link]: https://example.org',
  ].join('\n');

  test('prose only, joined', () => {
    expect(texts(source, 'markdown')).toEqual([
      'Getting started',
      'Install the package of your own system and run it from the command line.',
      'First step',
      'Second step that is longer and was therefore wrapped to the next line',
      'A quotation that has been wrapped by its author at this column.',
      'Name',
      'Meaning',
      'The size of the file',
    ]);
  });

  test('the same text gives the same page back', () => {
    expect(rewrite(source, 'markdown', (text) => text)).toBe(source);
  });

  test('task list entries, ordered entries and headings with closing marks', () => {
    expect(texts('## Usage ##\n\n1. Open it.\n2. [x] Close it.\n- [ ] Later', 'markdown')).toEqual([
      'Usage',
      'Open it.',
      'Close it.',
      'Later',
    ]);
  });
});

describe('plain text', () => {
  test('paragraphs are joined, entries are not', () => {
    const paragraph = 'This is the first line of a paragraph\nwhich goes on in the second line.';
    expect(texts(`${paragraph}\n\nOpen file\nClose file`, 'plaintext')).toEqual([
      'This is the first line of a paragraph which goes on in the second line.',
      'Open file',
      'Close file',
    ]);
  });

  test('Chinese lines are joined without a space', () => {
    expect(texts('这是第一行的文字，它在下一行里继续，没有结束，所以需要把两行\n连接起来。', 'plaintext')).toEqual([
      '这是第一行的文字，它在下一行里继续，没有结束，所以需要把两行连接起来。',
    ]);
  });

  test('nothing to translate', () => {
    expect(texts('', 'plaintext')).toEqual([]);
    expect(texts('-----\n42\n', 'plaintext')).toEqual([]);
  });
});

describe('offsets', () => {
  test('toDocument leads from the joined text into the document', () => {
    const source = '  // Reads the configuration file of the user\n  // and returns it.\n';
    const [segment] = findSegments(source, 'typescript');
    for (const word of ['Reads', 'user', 'and', 'returns']) {
      const offset = segment!.toDocument(segment!.text.indexOf(word));
      expect(source.slice(offset, offset + word.length)).toBe(word);
    }
    expect(segment!.toDocument(segment!.text.length)).toBe(segment!.range.end);
  });

  test('segmentAt finds the comment at a position and nothing in code', () => {
    const source = 'int x = 1; // The first.\nint y;\n/* The\n   second. */';
    expect(segmentAt(source, source.indexOf('first'), 'c')?.text).toBe('The first.');
    expect(segmentAt(source, source.indexOf('second'), 'c')?.text).toBe('The second.');
    expect(segmentAt(source, source.indexOf('int y'), 'c')).toBeUndefined();
  });
});
