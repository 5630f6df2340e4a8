import { expect, test } from 'vitest';
import { glossPicture } from '../../extension/glossPicture';
import { escapeMarkdown, hoverMarkdown } from '../../extension/hoverMarkdown';
import { secondSentence, translation } from './translation';

const options = { light: false, link: 'command:x', linkTitle: 'Show "it"' };

test('a hover has the translation, a picture and the link', () => {
  const markdown = hoverMarkdown(translation, options);
  expect(markdown).toContain('停止。关闭文件。');
  expect(markdown).toMatch(/!\[Alignment\]\(data:image\/svg\+xml;base64,[\w+/=]+\|width=\d+,height=\d+\)/u);
  expect(markdown).toContain(`[$(arrow-swap) Show alignment](command:x "Show 'it'")`);
});

test('the translation is text, never markup', () => {
  expect(escapeMarkdown('**a** [b](command:c) <img> $(zap) `d`')).not.toMatch(/(?<!\\)[*[\]()<>$`]/u);
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
