import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../engine/cli/seededRandom';
import { TranslationMemory, type MemoryUnit } from '../../../engine/memory';
import { editDistance, wordsOf } from '../../../engine/memory/similarity';

const direction = { sourceLanguage: 'en', targetLanguage: 'zh' };
const unit = (source: string, target = source.toUpperCase()): MemoryUnit => ({ source, target, ...direction, changed: 1 });

function memoryOf(...units: MemoryUnit[]): TranslationMemory {
  const memory = new TranslationMemory();
  for (const one of units) memory.set(one);
  return memory;
}

function similar(memory: TranslationMemory, text: string, least?: number): [string, number] | undefined {
  const found = memory.similar(text, direction, least);
  return found && [found.unit.source, found.match];
}

test('words: letters and digits, marks, and ideographs one by one', () => {
  expect(wordsOf('Don’t open file_1 (now)!')).toEqual(['don', '’', 't', 'open', 'file_1', '(', 'now', ')', '!']);
  expect(wordsOf('打开file。')).toEqual(['打', '开', 'file', '。']);
});

test('edit distance by hand, and that it stops', () => {
  expect(editDistance([1, 2, 3], [1, 3], 9)).toBe(1);
  expect(editDistance([1, 2, 3, 4], [2, 3, 4, 5], 9)).toBe(2);
  expect(editDistance([], [1, 2], 9)).toBe(2);
  expect(editDistance([1, 2, 3, 4, 5], [6, 7, 8, 9, 10], 2)).toBe(3);
});

describe('exact', () => {
  const memory = memoryOf(unit('Open  the\nfile.'));

  test('whatever the white space, but not the case, numbers or languages', () => {
    expect(memory.exact(' Open the file. ', direction)?.target).toBe('OPEN  THE\nFILE.');
    expect(memory.exact('open the file.', direction)).toBeUndefined();
    expect(memory.exact('Open the file.', { sourceLanguage: 'zh', targetLanguage: 'en' })).toBeUndefined();
  });

  test('a unit takes the place of another, and goes', () => {
    const own = memoryOf(unit('a b'), unit('a  b', 'new'));
    expect(own.size).toBe(1);
    expect(own.exact('a b', direction)?.target).toBe('new');
    own.delete(unit('a b'));
    expect(own.exact('a b', direction)).toBeUndefined();
    expect(similar(own, 'a b c', 1)).toBeUndefined();
  });
});

describe('similar', () => {
  const memory = memoryOf(unit('Open the file and close the window.'), unit('Open the file.'), unit('Close the window now.'));

  test('the likest one, with its percentage', () => {
    // One of eight words (the stop is one) is another.
    expect(similar(memory, 'Open the file and close the door.')).toEqual(['Open the file and close the window.', 87]);
    // One of four.
    expect(similar(memory, 'Open the files.')).toEqual(['Open the file.', 75]);
    expect(similar(memory, 'Delete a folder.')).toBeUndefined();
  });

  test('what is the same but for case is 99 %, and the same text is no similar one', () => {
    expect(similar(memory, 'open the file.')).toEqual(['Open the file.', 99]);
    expect(similar(memory, 'Open  the file.', 99)).toBeUndefined();
  });

  test('the limit counts', () => {
    expect(similar(memory, 'Open the files.', 76)).toBeUndefined();
    expect(similar(memory, 'Open a big file.', 60)).toEqual(['Open the file.', 60]);
  });

  test('nothing is like a text without words', () => {
    expect(similar(memory, '  ', 1)).toBeUndefined();
    expect(similar(new TranslationMemory(), 'a')).toBeUndefined();
  });

  test('the index finds what comparing with every unit finds', () => {
    const random = seededRandom(7);
    const text = (length: number): string => Array.from({ length }, () => `w${Math.floor(random() ** 2 * 12)}`).join(' ');
    const sources = [...new Set(Array.from({ length: 300 }, () => text(1 + Math.floor(random() * 9))))];
    const many = memoryOf(...sources.map((source) => unit(source)));
    let found = 0;
    for (let query = 0; query < 200; query++) {
      const wanted = text(1 + Math.floor(random() * 9));
      const best = Math.max(0, ...sources.filter((source) => source !== wanted).map((source) => percentage(wanted, source)));
      const match = many.similar(wanted, direction, 60)?.match;
      expect(match ?? 0, wanted).toBe(best >= 60 ? Math.min(99, best) : 0);
      if (match !== undefined) found++;
    }
    expect(found).toBeGreaterThan(50);
  });

  test('20,000 units answer within a few milliseconds', () => {
    const random = seededRandom(3);
    // Word frequencies as in a language: few words make up most of the text.
    const text = (): string => Array.from({ length: 6 + Math.floor(random() * 20) }, () => `w${Math.floor(5000 ** random())}`).join(' ');
    const sources = Array.from({ length: 20_000 }, text);
    const large = memoryOf(...sources.map((source) => unit(source)));
    const queries = Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? text() : sources[index]!.replace(/w\d+$/u, 'other')));
    similar(large, queries[0]!);
    // The best of three: the machine has other things to do.
    const times = queries.map((query) => Math.min(...[1, 2, 3].map(() => {
      const start = performance.now();
      similar(large, query);
      return performance.now() - start;
    })));
    times.sort((a, b) => a - b);
    console.log(`similar among 20,000 units: median ${times[100]!.toFixed(2)} ms, slowest ${times.at(-1)!.toFixed(2)} ms`);
    expect(times[198]).toBeLessThan(5);
    expect(similar(large, queries[1]!)?.[1]).toBeGreaterThan(80);
  });
});

function percentage(a: string, b: string): number {
  const ids = new Map<string, number>();
  const [first, second] = [a, b].map((text) => wordsOf(text).map((word) => ids.get(word) ?? ids.set(word, ids.size).size - 1)) as [number[], number[]];
  const longest = Math.max(first.length, second.length);
  return Math.floor(100 * (1 - editDistance(first, second, longest) / longest) + 1e-9);
}
