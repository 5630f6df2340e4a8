import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { matrixMarkdown } from '../../../webview/export/markdown';
import { sentence } from '../sentence';
import { hostile, hostileWords } from './hostile';

/** The part of a token of markdown-it, which VS Code shows Markdown with, that is asked for here. */
interface MarkdownToken {
  readonly type: string;
  readonly content: string;
  readonly children: readonly MarkdownToken[] | null;
}
type MarkdownIt = new (options: object) => { parse(text: string, environment: object): MarkdownToken[] };
const Markdown = createRequire(import.meta.url)('markdown-it') as MarkdownIt;

/** Inline parts of every cell, row by row. */
function cellsOf(markdown: string): (readonly MarkdownToken[])[][] {
  const rows: (readonly MarkdownToken[])[][] = [];
  for (const { type, children } of new Markdown({ html: true, linkify: false }).parse(markdown, {})) {
    if (type === 'tr_open') rows.push([]);
    if (type === 'inline') rows.at(-1)?.push(children ?? []);
  }
  return rows;
}

test('a column per source word, weights in per cent', () => {
  expect(matrixMarkdown(sentence, 'alignment')).toBe(
    [
      '|  | Close | the | file | . |',
      '| --- | --: | --: | --: | --: |',
      '| 关闭 | 90 % | 8 % |  |  |',
      '| 文件 |  | 29 % | 70 % |  |',
      '| 。 |  |  | 10 % | 90 % |',
      '',
    ].join('\n'),
  );
});

test('hostile words are one cell of plain text each', () => {
  const [header = [], ...rows] = cellsOf(matrixMarkdown(hostile, 'alignment'));
  const plain = (parts: readonly MarkdownToken[]): string => {
    for (const { type } of parts) expect(['text', 'text_special']).toContain(type);
    return parts.map(({ content }) => content).join('');
  };
  // Markdown itself replaces halves of surrogate pairs in no way that matters here: they stay as they are.
  const expected = hostileWords.map((word) => word.replace(/[\s\p{Cc}]+/gu, ' ').trim());
  expect(header.slice(1).map(plain)).toEqual(expected);
  expect(rows.map(([word = []]) => plain(word))).toEqual(expected);
  for (const row of rows) expect(row).toHaveLength(hostileWords.length + 1);
});
