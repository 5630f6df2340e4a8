/** Whole Markdown files: the tree that markdown-it reads is the same before and after, but for the words. */
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { FileTranslation, readFileUnits } from '../../../engine/files';
import { repairEmphasis } from '../../../engine/files/emphasis';
import { createEngine, realPack, withRealPack } from '../support';
import { packageFiles, pseudoTranslate, read, translateFile } from './support';

type Token = ReturnType<MarkdownIt['parse']>[number];
const parser = new MarkdownIt({ html: true });

/** All tokens of a document with their attributes; of inline tokens the order is free, as words change theirs. */
function treeOf(text: string): string[] {
  const front = /^---\r?\n[^]*?\n---[ \t]*(?:\r?\n|$)/u.exec(text)?.[0] ?? '';
  return [front, ...parser.parse(text.slice(front.length), {}).map(describeToken)];
}

function describeToken(token: Token): string {
  const { type, tag, attrs, content, children, hidden } = token;
  const own = JSON.stringify([type, tag, attrs, hidden]);
  if (type === 'inline') {
    const inline = (children ?? []).filter(({ type: kind }) => !['text', 'text_special', 'softbreak'].includes(kind));
    return own + inline.map((child) => describeToken(child)).sort().join('');
  }
  if (type === 'html_block') return own + (content.match(/<[^>]*>/gu) ?? []).join('');
  return own + content + (children ?? []).map((child) => describeToken(child)).join('');
}

const files = [...new Map(packageFiles(/^(?!changelog|license|history).*\.md$/iu, 2000, 60_000).map((path) => [read(path), path])).values()];
/** Spread over all packages. */
const fifty = files.filter((_, index) => index % Math.floor(files.length / 50) === 0).slice(0, 50);

describe('real files', () => {
  test('fifty keep their structure under a translation that replaces every word', () => {
    expect(fifty).toHaveLength(50);
    let translated = 0;
    let left = 0;
    for (const path of fifty) {
      const source = read(path);
      const result = translateFile('markdown', source);
      expect(treeOf(result.text), path).toEqual(treeOf(source));
      translated += result.translated;
      left += result.left.length;
    }
    // What is refused for its structure's sake stays rare, or nothing would be proved.
    expect(translated).toBeGreaterThan(2000);
    expect(left / translated).toBeLessThan(0.005);
  });

  test.skipIf(!withRealPack)('five keep their structure under the pack that ships', async () => {
    const engine = createEngine();
    const five = files.filter((path) => read(path).length < 4000).filter((_, index) => index % 23 === 3).slice(0, 5);
    expect(five).toHaveLength(5);
    let translated = 0;
    let left = 0;
    for (const path of five) {
      const source = read(path);
      const work = new FileTranslation(readFileUnits('markdown', { source, existing: undefined, targetLanguage: 'zh' }));
      const translations = await engine.translate({ pack: realPack, texts: work.texts, options: { beamSize: 1 } });
      const result = work.finish(translations.map(({ target }) => target));
      expect(treeOf(result.text), path).toEqual(treeOf(source));
      expect(result.text, path).toMatch(/\p{Script=Han}/u);
      translated += result.translated;
      left += result.left.length;
    }
    expect(left, `of ${translated}`).toBeLessThan(0.1 * translated);
  });
});

describe('what must stay', () => {
  const source = `---
title: Keep this
---
# Open the file

Read *the page* at [the site](https://example.org/a_b "Its title"), or [the manual].
It is **bold.** Then comes more text, <b>tagged</b> and \`code\`.

| Name | What it is |
| --- | --- |
| one | the first of them |

<pre>
leave this alone
</pre>

- an item
  that goes on

      indented code

> quoted words

[the manual]: https://example.org/manual
`;

  test('front matter, code, links and their definitions', () => {
    const { text, left } = translateFile('markdown', source);
    expect(left).toEqual([]);
    expect(treeOf(text)).toEqual(treeOf(source));
    for (const kept of ['title: Keep this', '(https://example.org/a_b', '"Its title")', '[the manual]: https', 'leave this alone', 'indented code', '`code`']) {
      expect(text).toContain(kept);
    }
    for (const gone of ['Open the file', 'the first of them', 'quoted words', 'an item', 'tagged']) expect(text).not.toContain(gone);
  });

  test('a translation that loses its link is refused, and only that one', () => {
    const spoil = (text: string): string => (text.includes('the page') ? '没有链接。' : pseudoTranslate(text));
    const { text, left } = translateFile('markdown', source, undefined, spoil);
    expect(left.map(({ reason }) => reason)).toEqual(['placeholders']);
    expect(text).toContain('Read *the page*');
    expect(treeOf(text)).toEqual(treeOf(source));
  });

  test('a translation that would begin a list or a heading is refused', () => {
    for (const bad of ['- 项目', '# 标题', '1. 第一', '> 引用', '    代码', '```']) {
      const { text, left } = translateFile('markdown', 'One line.\n\nAnother line of text.\n', undefined, (unit) => (unit.startsWith('One') ? bad : '另一行。'));
      if (bad.trim() !== bad) expect(text).toBe('代码\n\n另一行。\n');
      else expect({ text, left: left.map(({ reason }) => reason) }).toEqual({ text: 'One line.\n\n另一行。\n', left: ['structure'] });
    }
  });

  test('names and signatures are no prose', () => {
    const names = '### connect(options, [callback])\n\n| 404 | NotFound |\n| --- | --- |\n| 410 | Gone away |\n';
    const { text } = translateFile('markdown', names);
    expect(text).toBe(names.replace('Gone away', pseudoTranslate('Gone away')));
  });

  test('what an existing translation says stays', () => {
    const existing = '# 我的标题\n';
    const { text, translated } = translateFile('markdown', '# Title here\n\nMore text comes.\n', existing);
    expect(text).toBe(`# 我的标题\n\n${pseudoTranslate('More text comes.')}\n`);
    expect(translated).toBe(1);
  });
});

test('emphasis works beside full-width stops and ideographs', () => {
  expect(repairEmphasis('它是**粗体。**然后')).toBe('它是**粗体。** 然后');
  expect(repairEmphasis('它是**“粗体”**然后')).toBe('它是 **“粗体”** 然后');
  expect(repairEmphasis('它是** 粗体 **然后')).toBe('它是**粗体**然后');
  expect(repairEmphasis('`a * b` 与 `c * d`')).toBe('`a * b` 与 `c * d`');
});
