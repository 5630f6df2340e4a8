import { describe, expect, test } from 'vitest';
import { readJsonPair } from '../../../engine/bilingual/json';
import { FormatError, targetFileSpan } from '../../../engine/bilingual/unit';
import { seededRandom } from '../../../engine/cli/seededRandom';

describe('readJsonPair', () => {
  test('strings by key path, arrays too; what is no string is left out', () => {
    const units = readJsonPair(
      '{ "menu": { "open": "Open", "n": 1 }, "steps": ["One", "Two"], "same": true }',
      '{\n  // translated\n  "steps": ["一", "二"],\n  "menu": { "open": "打开" },\n}',
    );
    expect(units.map(({ context, source, target }) => [context, source, target])).toEqual([
      ['/menu/open', 'Open', '打开'],
      ['/steps/0', 'One', '一'],
      ['/steps/1', 'Two', '二'],
    ]);
  });

  test('a key that the translation lacks is missing, with the place where keys end', () => {
    const [unit] = readJsonPair('{"a": "Open"}', '{"b": "x"}');
    expect(unit).toMatchObject({ source: 'Open', target: '', flags: ['missing'], targetSpan: { start: 9, end: 9 } });
  });

  test.each([
    ['{"a": }', '{}', 'source', 6],
    ['{"a": "x"}', '{"a": "x"', 'target', 9],
  ] as const)('%j and %j are refused', (source, target, side, offset) => {
    let thrown: unknown;
    try {
      readJsonPair(source, target);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(FormatError);
    expect(thrown).toMatchObject({ side, offset });
  });

  test('an empty file has no strings', () => {
    expect(readJsonPair('', '{}')).toEqual([]);
  });

  test('every code unit leads to the place it is written at, however it is escaped', () => {
    const random = seededRandom(3);
    const written = ['a', '\\n', '\\"', '\\\\', '\\u6587', '文', '😀', '\\ud83d\\ude00', '\\/'];
    for (let round = 0; round < 200; round++) {
      const pieces = Array.from({ length: Math.floor(random() * 8) }, () => written[Math.floor(random() * written.length)]!);
      const file = `{"k": "${pieces.join('')}"}`;
      const [unit] = readJsonPair('{"k": "x"}', file);
      expect(unit!.target).toBe((JSON.parse(file) as { k: string }).k);
      let end = 7;
      for (let at = 0; at < unit!.target.length; at++) {
        const span = targetFileSpan(unit!, { start: at, end: at + 1 });
        expect(span.start).toBe(end);
        expect(JSON.parse(`"${file.slice(span.start, span.end)}"`)).toBe(unit!.target[at]);
        end = span.end;
      }
      expect(end).toBe(file.length - 2);
    }
  });
});
