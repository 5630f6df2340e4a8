import { expect, test } from 'vitest';
import { inEnglish } from '../../engine/protocol/phrase';
import { summaryMarkdown } from '../../extension/summaryMarkdown';
import { quoted, summary } from './summary';

const links = [
  { icon: 'open-preview', label: 'Show', target: 'command:a' },
  { icon: 'clear-all', label: 'Clear highlights', target: 'command:b' },
];

test("the model's words are text, never markup, and the links follow", () => {
  expect(summaryMarkdown({ summary }, links, inEnglish)).toBe(
    'Opens \\*files\\*\\.\n\n[$(open-preview) Show](command:a) · [$(clear-all) Clear highlights](command:b)',
  );
});

test('a quotation says so, and why, once', () => {
  const twice = { ...quoted, lines: [...quoted.lines, ...quoted.lines] };
  const markdown = summaryMarkdown({ summary: twice }, [], inEnglish);
  expect(markdown.match(/\$\(quote\) Open the file/gu)).toHaveLength(2);
  expect(markdown.match(/Quoted from the text, because the model was not sure enough/gu)).toHaveLength(1);
});

test('a translation stands below its line', () => {
  expect(summaryMarkdown({ summary, translations: ['打开文件。'] }, [], inEnglish)).toBe('Opens \\*files\\*\\.  \n打开文件。');
});

test('several lines are bullets', () => {
  const lines = [...summary.lines, ...quoted.lines];
  expect(summaryMarkdown({ summary: { ...summary, lines }, translations: ['打开文件。', '打开。'] }, [], inEnglish)).toMatch(
    /^- Opens \\\*files\\\*\\\. {2}\n {2}打开文件。\n- \$\(quote\) Open the file\\\. {2}\n {2}打开。\n\n\$\(quote\) \*Quoted/u,
  );
});
