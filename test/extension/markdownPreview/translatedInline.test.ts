/** With markdown-it itself, which the editor's preview is made with. */
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { extendWithTranslations, type PageTranslations } from '../../../extension/markdownPreview/translatedInline';

const translations: Readonly<Record<string, string>> = {
  'Getting started': '入门',
  'Open the **file** `a.ts`, or [the guide](guide.md) and [the notes][n].': '打开**文件** `a.ts`，或[指南](guide.md)和[笔记][n]。',
  'One.': '一。',
  'A wrapped paragraph of two lines.': '两行的段落。',
  'The cell': '单元格',
  'A picture ![alt](a.png) here.': '这里有图片 ![alt](a.png)。',
  'Do it.': '去做。',
  'Say "&lt;no>".': '说“&lt;no>”。',
  '<b>Bold</b> text': '<b>粗</b>文本',
};

function render(source: string, display: PageTranslations['display'] | 'off', asked: string[] = []): string {
  const md = extendWithTranslations(new MarkdownIt({ html: true }), (environment) => {
    expect(environment).toEqual({ page: true });
    if (display === 'off') return undefined;
    return {
      display,
      language: 'zh',
      translationOf: ({ text }) => {
        asked.push(text);
        return translations[text];
      },
    };
  });
  // As the editor does it: parsed in one environment, rendered in another.
  return md.renderer.render(md.parse(source, {}), { ...md.options, breaks: false }, { page: true });
}

test('a translation stands below its paragraph, with markup and links', () => {
  const html = render('Open the **file** `a.ts`, or [the guide](guide.md) and [the notes][n].\n\n[n]: notes.md\n', 'below');
  expect(html).toBe(
    '<p>Open the <strong>file</strong> <code>a.ts</code>, or <a href="guide.md">the guide</a> and <a href="notes.md">the notes</a>.' +
      '<span class="alignlens-translation alignlens-below" lang="zh" dir="auto">打开<strong>文件</strong> <code>a.ts</code>，或<a href="guide.md">指南</a>和<a href="notes.md">笔记</a>。</span></p>\n',
  );
});

test('or in its place, with the original as a tooltip', () => {
  expect(render('A wrapped paragraph\nof two lines.\n', 'instead')).toBe(
    '<p><span class="alignlens-translation alignlens-instead" lang="zh" dir="auto" title="A wrapped paragraph of two lines.">两行的段落。</span></p>\n',
  );
});

test('what is not known yet, and a page without translations, stay as they are', () => {
  const source = '# Unknown\n\nNothing *here*.\n\n- a\n';
  expect(render(source, 'below')).toBe(render(source, 'off'));
  expect(render('# Getting started', 'off')).toBe('<h1>Getting started</h1>\n');
});

test('headings, lists, quotes, tables and tasks, but no code and no pictures alone', () => {
  const asked: string[] = [];
  const source = ['# Getting started', '', '- One.', '- [ ] Do it.', '', '> One.', '', '| The cell | `code` |', '|---|---|', '| ![One](a.png) | 1 |', '', '```', 'One.', '```', ''].join('\n');
  const html = render(source, 'instead', asked);
  expect(asked).toEqual(['Getting started', 'One.', 'Do it.', 'One.', 'The cell']);
  expect(html).toContain('>[ ] 去做。</span>');
  expect(html).toContain('<pre><code>One.\n</code></pre>');
  expect(html).toMatch(/<th><span[^>]*>单元格<\/span><\/th>/u);
});

test('a picture is not drawn twice', () => {
  expect(render('A picture ![alt](a.png) here.', 'below').match(/<img/gu)).toHaveLength(1);
  expect(render('A picture ![alt](a.png) here.', 'instead').match(/<img/gu)).toHaveLength(1);
});

test('parsing is left alone, and a heading keeps the words its address is made of', () => {
  const md = extendWithTranslations(new MarkdownIt(), () => ({ display: 'instead', language: 'zh', translationOf: () => '入门' }));
  const plain = new MarkdownIt();
  const tokens = md.parse('# Getting started\n', {});
  expect(JSON.stringify(tokens)).toBe(JSON.stringify(plain.parse('# Getting started\n', {})));
  let heading = '';
  md.renderer.rules['heading_open'] = (all, index) => {
    heading = (all[index + 1]?.children ?? []).map(({ content }) => content).join('');
    return '<h1>';
  };
  expect(md.renderer.render(tokens, md.options, {})).toContain('入门');
  expect(heading).toBe('Getting started');
  // The same tokens again, as the editor's cache has it.
  expect(md.renderer.render(tokens, md.options, {})).toContain('入门');
});

test('HTML of the page stays HTML, and the tooltip is text', () => {
  expect(render('Say "&lt;no>".', 'instead')).toContain('title="Say &quot;&lt;no&gt;&quot;.">说“&lt;no&gt;”。</span>');
  expect(render('<b>Bold</b> text', 'instead')).toContain('><b>粗</b>文本</span>');
});
