/** From units to what is read: subwords, blocks, groups, condensed sources. */
import { beforeAll, describe, expect, test } from 'vitest';
import { joinUnits, packBlocks } from '../../../engine/summarize/blocks';
import { codeUnits } from '../../../engine/summarize/codeUnits';
import { condense } from '../../../engine/summarize/condense';
import { groupUnits } from '../../../engine/summarize/groups';
import { proseUnits } from '../../../engine/summarize/proseUnits';
import { salienceOf, unitScores } from '../../../engine/summarize/salience';
import { UnitEncoder, withoutSpaceMarks, type ReadUnit } from '../../../engine/summarize/unitEncoder';
import { normalise } from '../../../engine/text/normalise';
import { SubwordTokenizer } from '../../../engine/tokenizer/subwordTokenizer';
import { readPackFile, tinySummarizer } from '../support';

let tokenizer: SubwordTokenizer;
beforeAll(async () => {
  tokenizer = SubwordTokenizer.parse(await readPackFile(tinySummarizer, 'source.tokenizer.json'), 'tiny');
});

function readProse(text: string, limit = 1000): ReadUnit[] {
  return new UnitEncoder(tokenizer, limit).encode(text, proseUnits(text, true));
}

/** A unit of `size` subwords that are never looked at. */
function unit(size: number, changes: Partial<ReadUnit> = {}): ReadUnit {
  const pieces = Array.from({ length: size }, (_, id) => ({ id, span: { start: id, end: id + 1 } }));
  return {
    start: 0,
    end: size,
    quote: { start: 0, end: size },
    isHeading: false,
    isQuotable: true,
    heads: [],
    pieces: () => pieces,
    words: size,
    hasLetter: true,
    ...changes,
  };
}

describe('subwords', () => {
  test.each([
    'A small library.\n\nIt reads files,\n  and lines of files. It is not a window manager.',
    '- one entry\n- another\n\n1. naïve 😀 file',
    '打开文件。 关闭文件。Open the file.',
    '  spaces \t around  ',
  ])('%j: units one after another read as the whole text', (text) => {
    const ids = packBlocks(readProse(text), 1000).flatMap(({ pieces }) => pieces.map(({ id }) => id));
    expect(ids).toEqual(tokenizer.encode(normalise(text).text).map(({ id }) => id));
  });

  test('spans are exact and in order', () => {
    const text = 'Opens the\n  file.   Closes ▁ it';
    const pieces = packBlocks(readProse(withoutSpaceMarks(text)), 1000).flatMap((block) => block.pieces);
    let last = 0;
    for (const { span } of pieces) {
      expect(span.start).toBeGreaterThanOrEqual(last);
      last = span.end;
    }
    expect(pieces.map(({ span }) => text.slice(span.start, span.end)).join('').replaceAll(/[\s▁]+/gu, '')).toBe('Opensthefile.Closesit');
  });

  test.each(['x'.repeat(500), `let a=b;${'f(c);'.repeat(100)}`, '好'.repeat(200), '𝒳 '.repeat(100), 'word '.repeat(200)])(
    'a unit of more subwords than a block holds is read in parts (%#)',
    (text) => {
      const limit = 39;
      const units = readProse(text, limit);
      expect(units.length).toBeGreaterThan(1);
      const sizes = units.map((part) => part.pieces(false).length);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(limit);
      expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThan(limit / 3);
      const ids = units.slice(0, -1).flatMap((part, index) => part.pieces(index === 0).map(({ id }) => id));
      expect(tokenizer.encode(` ${normalise(text).text}`).map(({ id }) => id).slice(0, ids.length)).toEqual(ids);
    },
  );

  test('blocks hold consecutive units and at most the limit', () => {
    const units = [10, 10, 10, 25, 5, 30].map((size) => unit(size));
    expect(packBlocks(units, 30).map(({ first, end, pieces }) => [first, end, pieces.length])).toEqual([
      [0, 3, 30],
      [3, 5, 30],
      [5, 6, 30],
    ]);
  });
});

test('heads follow their units when others before them come in parts', () => {
  const text = `// ${'x'.repeat(200)}\nvoid f(int a) {\nreturn;\n}`;
  const units = new UnitEncoder(tokenizer, 39).encode(text, codeUnits(text, 'c'));
  const signature = units.findIndex(({ start }) => text.startsWith('void', start));
  expect(signature).toBeGreaterThan(1);
  expect(units.map(({ heads }) => heads)).toEqual(units.map((_, index) => (index === signature ? [] : [signature])));
});

describe('salience', () => {
  test('the softmax runs over all blocks together; words sum their subwords', () => {
    const text = 'read lines. open';
    const units = readProse(text);
    expect(units).toHaveLength(1);
    const pieces = units[0]!.pieces(true);
    const [left, right] = [pieces.slice(0, 3), pieces.slice(3)];
    const halves = [unit(0, { pieces: () => left, words: 1 }), unit(0, { pieces: () => right, words: 1 })];
    const blocks = [
      { first: 0, end: 1, pieces: left },
      { first: 1, end: 2, pieces: right },
    ];
    // The first subword counts twice as much as each other; what stands behind the subwords (EOS) does not count.
    const scores = [Float32Array.of(Math.log(2), 0, 0, 9), Float32Array.of(...right.map(() => 0), 9)];
    const { words, units: masses } = salienceOf(text, halves, blocks, scores);
    const one = 1 / (pieces.length + 1);
    expect([...masses]).toEqual([expect.closeTo(4 * one, 6), expect.closeTo(right.length * one, 6)]);
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(['read', 'lines', '.', 'open']);
    expect(words.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
    const inRead = pieces.filter(({ span }) => span.end <= 4).length;
    expect(words[0]!.weight).toBeCloseTo((inRead + 1) * one, 6);
  });

  test('scores divide by the words to the exponent', () => {
    const units = [unit(1, { words: 4 }), unit(1, { words: 1 }), unit(1, { words: 0 })];
    const scores = unitScores(units, Float64Array.of(0.5, 0.3, 0.2), 0.5);
    expect([...scores]).toEqual([0.25, 0.3, 0.2]);
  });
});

describe('groups', () => {
  const heading = (): ReadUnit => unit(1, { isHeading: true, isQuotable: false });
  const equal = (count: number): Float64Array => new Float64Array(count).fill(1 / count);

  test('one group is the whole text', () => {
    const units = [heading(), unit(1), heading(), unit(1)];
    expect(groupUnits(units, equal(4), 1)).toEqual([[0, 1, 2, 3]]);
  });

  test('sections, as many as there are or neighbours together', () => {
    const units = [unit(1), heading(), unit(1), unit(1), heading(), unit(1), heading(), unit(1)];
    expect(groupUnits(units, equal(8), 10)).toEqual([[0], [1, 2, 3], [4, 5], [6, 7]]);
    expect(groupUnits(units, equal(8), 2)).toEqual([[0, 1, 2, 3], [4, 5, 6, 7]]);
  });

  test('headings without text go with the next section, or the last', () => {
    const units = [heading(), heading(), unit(1), heading(), unit(1), heading()];
    expect(groupUnits(units, equal(6), 10)).toEqual([[0, 1, 2], [3, 4, 5]]);
  });

  test('without sections, equal shares of salience', () => {
    const units = Array.from({ length: 6 }, () => unit(1));
    expect(groupUnits(units, equal(6), 3)).toEqual([[0, 1], [2, 3], [4, 5]]);
    expect(groupUnits(units, Float64Array.of(0.5, 0.1, 0.1, 0.1, 0.1, 0.1), 2)).toEqual([[0], [1, 2, 3, 4, 5]]);
    expect(groupUnits(units, Float64Array.of(0, 0, 0, 0, 0, 1), 3)).toEqual([[0, 1, 2, 3], [4], [5]]);
    expect(groupUnits(units.slice(0, 2), equal(2), 5)).toEqual([[0], [1]]);
  });

  test('a closing brace is no group', () => {
    const text = 'int f() {\n{\na;\n}\nb;\n}';
    const units = new UnitEncoder(tokenizer, 1000).encode(text, codeUnits(text, 'c'));
    expect(groupUnits(units, equal(6), 10)).toEqual([[0, 1], [2, 3], [4, 5]]);
  });

  test('without a letter there is one group of everything', () => {
    expect(groupUnits([unit(1, { hasLetter: false }), unit(1, { hasLetter: false })], equal(2), 4)).toEqual([[0, 1]]);
  });

  test('every unit in exactly one group, in order', () => {
    for (let count = 1; count <= 10; count++) {
      const units = Array.from({ length: 17 }, (_, index) => unit(1, { isHeading: index % 5 === 2, hasLetter: index % 3 > 0 }));
      const salience = Float64Array.from(units, (_, index) => ((index * 7) % 17) / 136);
      const groups = groupUnits(units, salience, count);
      expect(groups.flat()).toEqual(units.map((_, index) => index));
      expect(groups.length).toBeLessThanOrEqual(count);
    }
  });
});

describe('condensing', () => {
  test('the first unit, then what is most salient and fits, in the order of the text', () => {
    const units = [unit(5), unit(10), unit(10), unit(3), unit(10)];
    const scores = Float64Array.of(0, 0.2, 0.5, 0.1, 0.4);
    expect(condense(units, [0, 1, 2, 3, 4], scores, 28)).toEqual([0, 2, 3, 4]);
    expect(condense(units, [0, 1, 2, 3, 4], scores, 15)).toEqual([0, 2]);
    expect(condense(units, [1, 2, 3, 4], scores, 100)).toEqual([1, 2, 3, 4]);
  });

  test('a unit brings its heading or signature along', () => {
    const units = [unit(2, { isHeading: true }), unit(4, { heads: [0] }), unit(2, { isHeading: true }), unit(4, { heads: [2] })];
    expect(condense(units, [0, 1, 2, 3], Float64Array.of(0, 0.1, 0, 0.9), 9)).toEqual([0, 2, 3]);
    // The signature lies before the group.
    expect(condense([unit(3), unit(4, { heads: [0] }), unit(4, { heads: [0] })], [2], Float64Array.of(0, 0, 1), 9)).toEqual([0, 2]);
  });

  test('a signature too long to leave room is left out', () => {
    const units = [unit(30), unit(10, { heads: [0] })];
    expect(condense(units, [1], Float64Array.of(0, 1), 35)).toEqual([1]);
  });

  test('the result never exceeds the limit', () => {
    const text = Array.from({ length: 30 }, (_, i) => `Sentence number ${i} reads and writes the lines of files.`).join(' ');
    const limit = 39;
    const units = new UnitEncoder(tokenizer, limit).encode(text, proseUnits(text, true));
    const scores = Float64Array.from(units, (_, index) => (index * 13) % 30);
    const chosen = condense(units, units.map((_, index) => index), scores, limit);
    expect(chosen[0]).toBe(0);
    expect(joinUnits(units, chosen, limit).length).toBeLessThanOrEqual(limit);
  });
});
