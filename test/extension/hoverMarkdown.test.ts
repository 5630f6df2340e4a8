import { expect, test } from 'vitest';
import { glossPicture } from '../../extension/glossPicture';
import { commandLink, escapeMarkdown, hoverMarkdown, linkedCommands, type HoverContent } from '../../extension/hoverMarkdown';
import { secondSentence, translation } from './translation';

const place = { uri: "file:///a%20(b)/it's.ts", offset: 7 };
const showAlignment = { icon: 'arrow-swap', label: 'Show alignment', title: 'Show "it"', command: 'alignlens.showAlignment', argument: place };
const copy = { icon: 'copy', label: 'Copy', title: 'Copy it', command: 'alignlens.copyTranslation', argument: place };
const content: HoverContent = { text: translation.target, notes: [], sentences: translation.sentences, links: [showAlignment, copy] };

test('a hover has the translation, a picture and the links in one row', () => {
  const [text, row, picture, ...more] = hoverMarkdown(content, false, 'Alignment').split('\n\n');
  expect(text).toBe('停止。关闭文件。');
  expect(picture).toMatch(/^!\[Alignment\]\(data:image\/svg\+xml;base64,[\w+/=]+\|width=\d+,height=\d+\)$/u);
  expect(row).toMatch(/^\[\$\(arrow-swap\)\u00a0Show\u00a0alignment\]\(command:alignlens\.showAlignment\?\S+ "Show 'it'"\)&nbsp;&nbsp; \[\$\(copy\)\u00a0Copy\]\(/u);
  expect(more).toEqual([]);
});

test('a heading comes first, notes below the text, and what is not there leaves no gap', () => {
  const heading = { icon: 'error', text: 'Problem (tslint)' };
  const notes = [{ icon: 'history', text: '100 % from memory' }];
  expect(hoverMarkdown({ heading, text: '打开', notes, sentences: [], links: [] }, false, 'Alignment')).toBe(
    '**$(error) Problem \\(tslint\\)**\n\n打开\n\n$(history) *100 % from memory*',
  );
  expect(hoverMarkdown({ text: '', notes, sentences: [], links: [] }, false, 'Alignment')).toBe('$(history) *100 % from memory*');
});

test('the translation is text, never markup', () => {
  expect(escapeMarkdown('**a** [b](command:c) <img> $(zap) `d` https://x.y @z')).not.toMatch(/(?<!\\)[*[\]()<>$`:@]/u);
  expect(escapeMarkdown('a &amp; b')).toBe('a \\&amp; b');
});

test('lines stay lines, and their indentation makes no code of them', () => {
  const text = "Type 'a' fails.\n    Type 'b' fails.\r\n---\n\n\n\n1. end";
  expect(hoverMarkdown({ text, notes: [], sentences: [], links: [] }, false, 'Alignment')).toBe(
    "Type 'a' fails\\.  \n\u00a0\u00a0\u00a0\u00a0Type 'b' fails\\.  \n\\-\\-\\-\n\n1\\. end",
  );
});

test('the links may run their own commands only, and no argument ends a link early', () => {
  expect(linkedCommands(content)).toEqual(['alignlens.showAlignment', 'alignlens.copyTranslation']);
  expect(linkedCommands({ links: [copy, copy] })).toEqual(['alignlens.copyTranslation']);
  const link = commandLink('alignlens.showAlignment', place);
  expect(link).not.toMatch(/[()'\s]/u);
  expect(JSON.parse(decodeURIComponent(link.slice(link.indexOf('?') + 1)))).toEqual([place]);
});

test('the picture shows each word with the words that explain it', async () => {
  const picture = glossPicture([secondSentence], true);
  await expect(picture?.svg.replaceAll('><', '>\n<')).toMatchFileSnapshot('snapshots/gloss.svg');
});

test('a long text wraps and ends with an ellipsis instead of growing without end', () => {
  const many = Array.from({ length: 60 }, () => secondSentence);
  const picture = glossPicture(many, false);
  expect(picture?.width).toBeLessThanOrEqual(460);
  expect(picture?.height).toBeLessThan(340);
  expect(picture?.svg).toContain('…');
});

test('there is no picture without words', () => {
  expect(glossPicture([], false)).toBeUndefined();
});
