import { describe, expect, test } from 'vitest';
import { codeUnits } from '../../../engine/summarize/codeUnits';
import { proseUnits } from '../../../engine/summarize/proseUnits';
import type { Unit } from '../../../engine/summarize/units';

/** What is quoted of each unit, with `#` before headings. */
function show(text: string, units: readonly Unit[]): string[] {
  return units.map(({ quote, isHeading }) => (isHeading ? '# ' : '') + text.slice(quote.start, quote.end));
}

function prose(text: string, hasMarkdown = true): string[] {
  return show(text, proseUnits(text, hasMarkdown));
}

describe('prose', () => {
  test('sentences over hard-wrapped lines, with the offsets of the text', () => {
    const text = 'A library that reads\n  files. It is fast,\r\nand small.\n\nIt has no e.g. windows!';
    expect(prose(text)).toEqual(['A library that reads\n  files.', 'It is fast,\r\nand small.', 'It has no e.g. windows!']);
  });

  test('headings: number signs, underlines, capitals of manual pages', () => {
    expect(prose('# One #\ntext one\n## Two\nText two.')).toEqual(['# One', 'text one', '# Two', 'Text two.']);
    expect(prose('Title\n=====\nBody here.\n\nPart\n----\nMore.')).toEqual(['# Title', 'Body here.', '# Part', 'More.']);
    expect(prose('NAME\n       ls - list\n\nSEE ALSO\n       dir')).toEqual(['# NAME', 'ls - list', '# SEE ALSO', 'dir']);
  });

  test('a heading introduces what follows it, up to the next', () => {
    const units = proseUnits('Before.\n\n# One\n\nFirst. Second.\n\n# Two\n\nThird.', true);
    expect(units.map(({ heads }) => heads)).toEqual([[], [], [1], [1], [], [4]]);
  });

  test('what only looks like a heading', () => {
    expect(prose('THE SOFTWARE IS PROVIDED\nAS IS, WITHOUT WARRANTY')).toHaveLength(1);
    expect(prose('A sentence ends.\n---\nAnother.')).toEqual(['A sentence ends.', 'Another.']);
    expect(prose('# a comment of a commit message', false)).toEqual(['# a comment of a commit message']);
    expect(proseUnits('# a comment', false)[0]).toMatchObject({ isHeading: false });
    expect(prose('#hashtag and #another')).toEqual(['#hashtag and #another']);
  });

  test('list entries are units; their marks are read but not quoted', () => {
    const text = 'Features:\n- small and\n  fast\n* [x] tested. Twice.\n1. Install it';
    expect(prose(text)).toEqual(['Features:', 'small and\n  fast', 'tested.', 'Twice.', 'Install it']);
    expect(text.slice(...Object.values(proseUnits(text, true)[1]!).slice(0, 2) as [number, number])).toBe('- small and\n  fast');
  });

  test('code blocks, comments, pictures, rulers and front matter are left out', () => {
    const text =
      '---\ntitle: x\n---\n![badge](a.svg)\n\nBefore.\n\n```js\nlet code = 1;\n```\n<!-- hidden\nhidden too -->\n* * *\nAfter.\n\n~~~\nmore\n~~~';
    expect(prose(text)).toEqual(['Before.', 'After.']);
  });

  test('a block that never ends hides nothing', () => {
    expect(prose('One.\n\n```\nTwo.')).toEqual(['One.', 'Two.']);
    expect(prose('One.\n\n<!-- Two.')).toEqual(['One.', '<!-- Two.']);
  });

  test('rows of tables stand alone and are not for quoting', () => {
    const units = proseUnits('| Name | What |\n|---|---|\n| a | the first. Really. |', true);
    expect(units.every(({ isQuotable }) => !isQuotable)).toBe(true);
    expect(units.length).toBeGreaterThan(1);
  });

  test('stops in code and addresses end no sentence', () => {
    expect(prose('Call `a. B` or see https://x.org/a.B?c. Then go.')).toEqual(['Call `a. B` or see https://x.org/a.B?c.', 'Then go.']);
  });

  test('doc tags begin a unit', () => {
    expect(prose('Reads a file.\n:param path: where it is\n:returns: its text')).toHaveLength(3);
    expect(prose('Reads a file\n@param path where')).toEqual(['Reads a file', '@param path where']);
  });
});

describe('code', () => {
  test('lines without white space around them, comments too', () => {
    const text = 'def f(a):\n    # adds one\n\n    return a + 1\r\n';
    expect(show(text, codeUnits(text, 'python'))).toEqual(['def f(a):', '# adds one', 'return a + 1']);
  });

  test('a signature of several lines introduces all statements', () => {
    const text = '/**\n * Adds.\n */\n@memo\nfunction f(\n  a: number,\n  b = { c: [1] },\n): number {\n  return a;\n}';
    const units = codeUnits(text, 'typescript');
    const signature = [4, 5, 6, 7];
    expect(show(text, units)[4]).toBe('function f(');
    expect(units.map(({ heads }) => heads)).toEqual(units.map((_, index) => (signature.includes(index) ? [] : signature)));
  });

  test('the comments of the language, where it is known', () => {
    const text = '#define A 1\nint a;';
    expect(codeUnits(text, 'c')[1]!.heads).toEqual([0]);
    expect(codeUnits(text, undefined)[0]!.heads).toEqual([1]);
  });

  test('brackets that are never closed make no signature', () => {
    const text = Array.from({ length: 30 }, (_, i) => `call(${i}`).join('\n');
    expect(codeUnits(text, undefined).at(-1)!.heads).toEqual([0]);
  });

  test('long lines are cut into statements', () => {
    const text = `function f(a){${'let b=a+1;if(b){g(b)}'.repeat(20)}}`;
    const units = show(text, codeUnits(text, 'javascript'));
    expect(units.slice(0, 4)).toEqual(['function f(a){', 'let b=a+1;', 'if(b){', 'g(b)}']);
    expect(units.join('')).toBe(text);
  });
});

describe('long texts that invite trying everything', () => {
  const length = 200_000;
  const fill = (part: string): string => part.repeat(length / part.length);
  test.each([
    ['dots', fill('.')],
    ['initials', fill('x. ')],
    ['dots before a word', `${fill('.')}x`],
    ['comments that never end', fill('<!--\n')],
    ['blanks behind a number sign', `# a${fill(' ')}b`],
    ['code spans', fill('`a`. ')],
    ['backticks', fill('`')],
    ['short lines', fill('a\n')],
    ['tags', fill(':a b')],
    ['addresses', fill('http:,')],
    ['brackets', fill('![](')],
    ['digits', fill('1 ')],
    ['braces', fill('{}')],
    ['capitals', fill('A ')],
  ])('%s', (_, text) => {
    const started = performance.now();
    proseUnits(text, true);
    codeUnits(text, undefined);
    // A second where quadratic time would take minutes.
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
