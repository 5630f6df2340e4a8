import { expect, test } from 'vitest';
import { matrixTsv } from '../../../webview/export/tsv';
import { sentence } from '../sentence';
import { hostile, hostileWords } from './hostile';

/** A reader of tab-separated values as spreadsheets have one: quotes around a cell, doubled inside. */
function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  const cells = /(?:"((?:[^"]|"")*)"|([^\t\n"]*))(\t|\n)/gy;
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(cells)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== '\n') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** Takes off the apostrophe that keeps a spreadsheet from calculating. */
const bare = (cell: string): string => (/^''*\s*[=+\-@＝＋－＠]/u.test(cell) ? cell.slice(1) : cell);

test('header, then a row per target word', () => {
  expect(matrixTsv([sentence], 'attention')).toBe(
    ['\tClose\tthe\tfile\t.', '关闭\t0.250000\t0.250000\t0.250000\t0.250000', '文件\t0.000000\t0.000000\t0.500000\t0.500000', '。\t1.000000\t0.000000\t0.000000\t0.000000', ''].join('\n'),
  );
});

test('several sentences stand below each other', () => {
  const one = matrixTsv([sentence], 'alignment');
  expect(matrixTsv([sentence, sentence], 'alignment')).toBe(`${one}\n${one}`);
});

test('hostile words parse back, each in its own cell', () => {
  const [header = [], ...rows] = parseTsv(matrixTsv([hostile], 'alignment'));
  expect(header.slice(1).map(bare)).toEqual([...hostileWords]);
  expect(rows.map(([word = '']) => bare(word))).toEqual([...hostileWords]);
  expect(rows.map((row) => row.slice(1).map(Number))).toEqual(
    hostileWords.map((_, target) => hostileWords.map((__, source) => Number(source === target))),
  );
});

test('no cell is a formula', () => {
  for (const cell of parseTsv(matrixTsv([hostile], 'alignment')).flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
});
