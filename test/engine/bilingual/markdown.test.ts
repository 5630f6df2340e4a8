import { describe, expect, test } from 'vitest';
import { readMarkdownPair } from '../../../engine/bilingual/markdown';
import { sourceFileSpan, targetFileSpan } from '../../../engine/bilingual/unit';

const english = `# Title

A paragraph that is wrapped
over two lines. It ends here.

## Use

- First \`entry\` of the list
- Second entry of the list

\`\`\`sh
npm start
\`\`\`

| Key | Meaning |
|---|---|
| Enter | opens the file |

The last words.
`;
const chinese = `# 标题

换行书写的
一个段落。
它到此结束。

## 使用

- 列表的第一个 \`entry\`
- 列表的第二项

\`\`\`sh
npm start
\`\`\`

| 键 | 含义 |
|---|---|
| Enter | 打开文件 |

最后的话。
`;
const pairsOf = (source: string, target: string) => readMarkdownPair(source, target).map((unit) => [unit.source, unit.target]);

describe('readMarkdownPair', () => {
  test('headings, paragraphs, entries and cells in order; no code', () => {
    expect(pairsOf(english, chinese)).toEqual([
      ['Title', '标题'],
      ['A paragraph that is wrapped over two lines. It ends here.', '换行书写的一个段落。它到此结束。'],
      ['Use', '使用'],
      ['First `entry` of the list', '列表的第一个 `entry`'],
      ['Second entry of the list', '列表的第二项'],
      ['Key', '键'],
      ['Meaning', '含义'],
      ['Enter', 'Enter'],
      ['opens the file', '打开文件'],
      ['The last words.', '最后的话。'],
    ]);
  });

  test('every character but the joints between lines leads to itself in the files', () => {
    for (const unit of readMarkdownPair(english, chinese)) {
      for (const [text, file, spanOf] of [[unit.source, english, sourceFileSpan], [unit.target, chinese, targetFileSpan]] as const) {
        for (let at = 0; at < text.length; at++) {
          const { start, end } = spanOf(unit, { start: at, end: at + 1 });
          if (text[at] !== ' ') expect(file.slice(start, end)).toBe(text[at]);
        }
        const { start, end } = spanOf(unit, { start: 0, end: text.length });
        expect(file.slice(start, end).replaceAll(/\s+/gu, '')).toBe(text.replaceAll(' ', ''));
      }
    }
  });

  test('a block without a partner stands alone, at the place where it would be', () => {
    const without = chinese.replace('- 列表的第二项\n', '');
    const missing = readMarkdownPair(english, without).filter(({ flags }) => flags.length > 0);
    expect(missing.map(({ source, target, flags }) => ({ source, target, flags }))).toEqual([
      { source: 'Second entry of the list', target: '', flags: ['missing'] },
    ]);
    const at = without.indexOf('`entry`') + '`entry`'.length;
    expect(missing[0]!.targetSpan).toEqual({ start: at, end: at });
    const extra = readMarkdownPair(english.replace('The last words.\n', ''), chinese).filter(({ flags }) => flags.length > 0);
    expect(extra).toMatchObject([{ source: '', target: '最后的话。', flags: ['extra'] }]);
  });

  test('a paragraph may have become two', () => {
    const source = 'The first sentence says something long. The second one says something else, and it is as long.\n';
    expect(pairsOf(source, '第一句话说了一些很长的内容。\n\n第二句话说了另一些内容，而且一样长。\n')).toEqual([
      [source.trim(), '第一句话说了一些很长的内容。第二句话说了另一些内容，而且一样长。'],
    ]);
  });

  test('empty documents', () => {
    expect(readMarkdownPair('', '')).toEqual([]);
    expect(pairsOf('One.\n', '')).toEqual([['One.', '']]);
  });
});
