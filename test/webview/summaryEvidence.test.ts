import { expect, test } from 'vitest';
import { describeSummaryWord, summaryPartners } from '../../webview/summaryEvidence';
import { content, first, second } from './summary';

test('a word of the summary comes from words of the source, strongest first', () => {
  expect(summaryPartners(first, 'alignment', { side: 'summary', line: 0, index: 0 })).toEqual([
    { word: { side: 'source', index: 0 }, weight: 0.75 },
    { word: { side: 'source', index: 2 }, weight: 0.25 },
  ]);
  // 2 % is too little to see.
  expect(summaryPartners(first, 'alignment', { side: 'summary', line: 0, index: 1 })).toHaveLength(1);
  expect(summaryPartners(first, 'attention', { side: 'summary', line: 0, index: 0 })[0]).toMatchObject({ word: { index: 2 } });
});

test('a word of the source went into words of the lines, strongest first', () => {
  const partners = summaryPartners(first, 'attention', { side: 'source', index: 0 });
  expect(partners.map(({ word }) => word)).toEqual([2, 1, 0].map((index) => ({ side: 'summary', line: 0, index })));
});

test('every line that read the word counts', () => {
  const twice = { ...first, lines: [...first.lines, ...first.lines] };
  const lines = summaryPartners(twice, 'alignment', { side: 'source', index: 2 }).map(({ word }) => ('line' in word ? word.line : -1));
  expect(lines).toEqual([0, 1, 0, 1, 0, 1]);
});

test('a word that no line read has no partner', () => {
  expect(summaryPartners(first, 'alignment', { side: 'source', index: 1 })).toEqual([]);
});

test('a token that is no salient word is left out', () => {
  const [line] = first.lines;
  const stray = { ...first, lines: [{ ...line!, sourceTokens: line!.sourceTokens.map((token) => ({ ...token, start: 4, end: 5 })) }] };
  expect(summaryPartners(stray, 'alignment', { side: 'summary', line: 0, index: 0 })).toEqual([]);
});

test('words are described with their weights', () => {
  expect(describeSummaryWord(content.source, first, 'alignment', { side: 'summary', line: 0, index: 0 })).toBe('Opens: Open 75 %, file 25 %');
  expect(describeSummaryWord(content.source, first, 'alignment', { side: 'source', index: 0 })).toBe('Open: salience 20 %; Opens 75 %, . 50 %');
  expect(describeSummaryWord(content.source, first, 'alignment', { side: 'source', index: 1 })).toBe('the: salience 0.5 %');
  expect(describeSummaryWord(content.source, second, 'alignment', { side: 'source', index: 0 })).toBe('x: salience 100 %; x 100 %');
});
