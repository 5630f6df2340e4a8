import { describe, expect, test } from 'vitest';
import { findSegments, segmentAt } from '../../../engine/text';
import { translationBelow } from '../../../engine/text/translationBelow';

/** The document with `译文` below the passage at the word `Here`. */
function below(text: string, languageId: string, translation = '译文。'): string {
  const segment = segmentAt(text, text.indexOf('Here'), languageId)!;
  const result = translationBelow(text, languageId, segment.range, segment.write(translation));
  if (!('edit' in result)) return result.reason;
  const { range, text: inserted } = result.edit;
  return text.slice(0, range.start) + inserted + text.slice(range.end);
}

describe('line comments', () => {
  test('get one below, with the same marker and indentation', () => {
    expect(below('\t/// Here it is.\n\tcode();\n', 'rust')).toBe('\t/// Here it is.\n\t/// 译文。\n\tcode();\n');
    expect(below('#Here it is.\r\ncode\r\n', 'python')).toBe('#Here it is.\r\n# 译文。\r\ncode\r\n');
  });

  test('behind code: in the same column', () => {
    expect(below('  let a = 1; // Here it is.\n  b();\n', 'typescript')).toBe('  let a = 1; // Here it is.\n             // 译文。\n  b();\n');
  });

  test('that are wrapped: wrapped at the same column', () => {
    const text = '// Here the first line goes on to\n// the second line and ends there.\nx\n';
    const result = below(text, 'go', '第一行的文字很长很长很长，一直写到第二行才结束，没有别的了。');
    const lines = result.split('\n');
    expect(lines.slice(0, 2)).toEqual(text.split('\n').slice(0, 2));
    expect(lines.slice(2, -2).every((line) => line.startsWith('// ') && line.length > 4)).toBe(true);
    expect(lines.slice(2, -2).map((line) => line.slice(3)).join('')).toBe('第一行的文字很长很长很长，一直写到第二行才结束，没有别的了。');
    expect(lines.length).toBeGreaterThan(5);
  });
});

describe('block comments', () => {
  test('get a paragraph', () => {
    expect(below('/**\n * Here it is.\n *\n * More.\n */\n', 'javascript')).toBe('/**\n * Here it is.\n *\n * 译文。\n *\n * More.\n */\n');
    expect(below('  /** Here it is. */\n  f();\n', 'java')).toBe('  /** Here it is.\n   *\n   * 译文。 */\n  f();\n');
    expect(below('/* Here it is. */\n', 'c')).toBe('/* Here it is.\n\n   译文。 */\n');
    expect(below('<!-- Here it is. -->\n', 'html')).toBe('<!-- Here it is.\n\n     译文。 -->\n');
  });

  test('a tag goes on', () => {
    expect(below('/**\n * @param x Here it is.\n */\n', 'typescript')).toBe('/**\n * @param x Here it is.\n * 译文。\n */\n');
  });

  test('docstrings stay closed and indented', () => {
    expect(below('def f():\n    """Here it is."""\n    return 1\n', 'python')).toBe('def f():\n    """Here it is.\n\n    译文。"""\n    return 1\n');
    expect(below('def f():\n    """\n    Here it is.\n    """\n', 'python')).toBe('def f():\n    """\n    Here it is.\n\n    译文。\n    """\n');
  });
});

describe('prose', () => {
  test('Markdown: a paragraph, a heading, a quote, an entry of a list', () => {
    expect(below('Here it is.\n\nMore.\n', 'markdown')).toBe('Here it is.\n\n译文。\n\nMore.\n');
    expect(below('## Here\n\nText.\n', 'markdown')).toBe('## Here\n\n## 译文。\n\nText.\n');
    expect(below('Here\n====\n\nText.\n', 'markdown')).toBe('Here\n====\n\n译文。\n====\n\nText.\n');
    expect(below('> Here it is.\n>\n> More.\n', 'markdown')).toBe('> Here it is.\n>\n> 译文。\n>\n> More.\n');
    expect(below('1. Here it is.\n2. More.\n', 'markdown')).toBe('1. Here it is.\n\n   译文。\n2. More.\n');
    expect(below('- [ ] Here it is.\n', 'markdown')).toBe('- [ ] Here it is.\n\n  译文。\n');
  });

  test('no place in a table', () => {
    expect(below('| Here | it |\n| --- | --- |\n| is | so |\n', 'markdown')).toBe('cell');
  });

  test('plain text: a paragraph', () => {
    expect(below('Here it is.\nMore lines of text.', 'plaintext')).toBe('Here it is.\n\n译文。\n\nMore lines of text.');
  });

  test('code that was selected is no comment', () => {
    const text = 'const a = "Here";\n';
    const [segment] = findSegments(text, 'typescript', { start: 11, end: 15 });
    expect(translationBelow(text, 'typescript', segment!.range, '译文')).toEqual({ reason: 'code' });
  });
});
