import { describe, expect, test } from 'vitest';
import { makeSpanCases, spanFaults } from '../../../engine/cli/spanCases';
import { createProtector } from '../../../engine/text/protect';

const protector = createProtector([
  { kind: 'c', pattern: '`[^`]+`' },
  { kind: 'n', pattern: '\\d+' },
]);
const lines = ['Run `npm test` twice.', 'Close the window.', '关闭窗口。'];

describe('cases of the span benchmark', () => {
  test('every one has a protected span, of another line where its own has none', () => {
    const cases = makeSpanCases(lines, 3, protector);
    expect(cases[0]).toEqual({ source: lines[0], spans: ['`npm test`'], added: false });
    for (const { source, spans, added } of cases.slice(1)) {
      expect(spans).toEqual(['`npm test`']);
      expect(added).toBe(true);
      expect(source.replace(' `npm test` ', '')).toMatch(/^(?:Close ?the ?window\.|关闭窗口。)$/u);
    }
  });

  test('are as many as asked for: a line comes again with one span more', () => {
    const cases = makeSpanCases(lines, 5, protector);
    expect(cases).toHaveLength(5);
    expect(cases[3]!.spans).toHaveLength(2);
    expect(makeSpanCases(lines, 5, protector)).toEqual(cases);
  });

  test('cannot be made of lines without any span', () => {
    expect(() => makeSpanCases(['Close the window.'], 1, protector)).toThrow('protected span');
  });
});

describe('faults of a translation', () => {
  test.each([
    ['运行 `npm test` 两次。', ['`npm test`'], []],
    ['运行两次。', ['`npm test`'], ['missing']],
    ['运行 `npm test` 和 `npm test`。', ['`npm test`'], ['repeated']],
    ['`a 1` 的 1', ['1', '`a 1`'], []],
    ['`a 1` 的', ['1', '`a 1`'], ['missing']],
    ['7 个，7 个', ['7', '7'], []],
    ['7 个，7 个，7 个', ['7', '7'], ['repeated']],
    ['7 个，8 个', ['7'], []],
  ])('%s', (target, spans, faults) => {
    expect(spanFaults({ source: spans.join(' 与 '), spans }, target, protector)).toEqual(faults);
  });

  test.each([
    ['his 60th goal, 60 or more', '第 60 次，60 个以上', []],
    ['his 60th goal, 60 or more', '第 60 次，60 个，60 个', ['repeated']],
    ['in 1960, 60 or more', '60 个，60 个', ['repeated']],
  ])('a number that the source has in a word too: %s: %s', (source, target, faults) => {
    expect(spanFaults({ source, spans: ['60'] }, target, protector)).toEqual(faults);
  });
});
