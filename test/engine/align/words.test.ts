import { describe, expect, test } from 'vitest';
import { mergeMatrix, mergeMean } from '../../../engine/align/merge';
import { alignmentPosterior } from '../../../engine/align/posterior';
import { mergeWords, type WordPiece } from '../../../engine/align/words';

/** Pieces by their lengths; `!` before a piece marks a protected one. */
function pieces(...parts: string[]): { text: string; pieces: WordPiece[] } {
  let text = '';
  const result = parts.map((part) => {
    const isProtected = part.startsWith('!');
    const surface = isProtected ? part.slice(1) : part;
    const span = { start: text.length, end: text.length + surface.length };
    text += surface;
    return { span, isProtected };
  });
  return { text, pieces: result };
}

function words(...parts: string[]): string[] {
  const { text, pieces: own } = pieces(...parts);
  return mergeWords(own, text).tokens.map((token) => token.text);
}

describe('mergeWords', () => {
  test.each([
    [['open', 'ing', ' the', ' fil', 'e', '.'], ['opening', 'the', 'file', '.']],
    [['don', "'", 't', ' stop'], ["don't", 'stop']],
    [['don’', 't'], ['don’t']],
    [["'", 'quoted', "'"], ["'", 'quoted', "'"]],
    [['snake', '_', 'case', '2'], ['snake_case2']],
    [['打开', '文件', '。'], ['打开', '文件', '。']],
    [['打开', 'file', '夹'], ['打开', 'file', '夹']],
    [['na', 'ï', 've'], ['naïve']],
    [['e.', 'g', '.'], ['e.', 'g', '.']],
    [['a', ' ', 'b'], ['a', 'b']],
    [['run', '!code()', 's'], ['run', 'code()', 's']],
    [['!`a b`', '!42'], ['`a b`', '42']],
    [['𝒳', 'y'], ['𝒳y']],
    [['한국', '어'], ['한국어']],
    [[' '], []],
  ])('%j', (parts, expected) => {
    expect(words(...parts)).toEqual(expected);
  });

  test('byte pieces of one character are one word, two characters are two', () => {
    const text = '😀😀';
    const byte = (start: number): WordPiece => ({ span: { start, end: start + 2 }, isProtected: false });
    const { tokens, wordOfPiece } = mergeWords([byte(0), byte(0), byte(0), byte(0), byte(2), byte(2)], text);
    expect(tokens).toEqual([
      { start: 0, end: 2, text: '😀' },
      { start: 2, end: 4, text: '😀' },
    ]);
    expect([...wordOfPiece]).toEqual([0, 0, 0, 0, 1, 1]);
  });

  test('white space belongs to no word', () => {
    const { text, pieces: own } = pieces('a', ' ', ' b');
    const { tokens, wordOfPiece } = mergeWords(own, text);
    expect(tokens.map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [3, 4],
    ]);
    expect([...wordOfPiece]).toEqual([0, -1, 1]);
  });
});

describe('alignmentPosterior', () => {
  test('multiplies attention and likelihood and scales each row to 1', () => {
    // L(y|x): 1 for the pair (7, 1), 0.25 for (7, 2), hand-computed rows.
    const lexicon = { likelihood: (target: number, source: number) => (target === 7 ? 1 / source ** 2 : 0.5) };
    const attention = Float32Array.of(0.5, 0.5, 0.2, 0.8);
    const posterior = alignmentPosterior(attention, [7, 8], [1, 2], lexicon);
    expect(posterior[0]).toBeCloseTo(0.8, 6);
    expect(posterior[1]).toBeCloseTo(0.2, 6);
    expect(posterior[2]).toBeCloseTo(0.2, 6);
    expect(posterior[3]).toBeCloseTo(0.8, 6);
    expect([...attention]).toEqual([...Float32Array.of(0.5, 0.5, 0.2, 0.8)]);
  });

  test('without a lexicon it is the attention', () => {
    const attention = Float32Array.of(0.25, 0.75);
    expect([...alignmentPosterior(attention, [1], [1, 2], undefined)]).toEqual([0.25, 0.75]);
  });

  test('a row without mass is uniform', () => {
    expect([...alignmentPosterior(Float32Array.of(1, 0), [1], [1, 2], { likelihood: () => 0 })]).toEqual([0.5, 0.5]);
  });
});

test('mergeMatrix sums over source pieces, averages over target pieces and drops EOS', () => {
  const source = pieces('open', 'ing', ' file');
  const target = pieces('打开', 're', 'ad');
  // Columns: open, ing, file, EOS. Rows: 打开, re, ad.
  const matrix = Float32Array.of(0.3, 0.3, 0.2, 0.2, 0.1, 0.1, 0.8, 0, 0.5, 0, 0.3, 0.2);
  const merged = mergeMatrix(matrix, 4, mergeWords(target.pieces, target.text), mergeWords(source.pieces, source.text));
  // 打开: (0.6, 0.2)/0.8; read: the mean of (0.2, 0.8) and (0.5, 0.3)/0.8.
  const expected = [0.75, 0.25, (0.2 + 0.625) / 2, (0.8 + 0.375) / 2];
  expect(merged).toHaveLength(4);
  expected.forEach((value, i) => expect(merged[i]).toBeCloseTo(value, 6));
});

test('words that one piece spans share what it says', () => {
  const token = (text: string, start: number) => ({ text, start, end: start + text.length });
  // `GitHub Actions` is one piece, which the second word has; nothing is known of the last word.
  const names = { tokens: [token('GitHub', 0), token('Actions', 7), token('go', 15)], wordOfPiece: Int32Array.of(1), heldBy: Int32Array.of(1, 1, 2) };
  const plain = { tokens: [token('a', 0), token('b', 2)], wordOfPiece: Int32Array.of(0, 1) };
  expect([...mergeMean(Float32Array.of(-0.5), names)]).toEqual([-0.5, -0.5, 0]);
  expect([...mergeMatrix(Float32Array.of(0.25, 0.75), 2, names, plain)].slice(0, 4)).toEqual([0.25, 0.75, 0.25, 0.75]);
  expect([...mergeMatrix(Float32Array.of(1, 1), 1, plain, names)]).toEqual([0.5, 0.5, 0, 0.5, 0.5, 0]);
});
