import { expect, test } from 'vitest';
import { findSegments } from '../../../engine/text';
import { displayWidth } from '../../../engine/text/wrap';
import { cutShare, lineSpans, oneLine, rowsBelow, shareOut } from '../../../extension/reading/lineShares';

const code = [
  '/**',
  ' * Calculates the total price of all items in the cart, with the tax',
  ' * of the country that the user lives in, and',
  ' * rounds it.',
  ' */',
].join('\n');
const chinese = '计算购物车中所有商品的总价，包括用户所在国家的税，并对其进行四舍五入，然后把结果显示在页面的右上角。';

function spansIn(text: string, languageId: string): { spans: ReturnType<typeof lineSpans>; words: string[] } {
  const [passage] = findSegments(text, languageId);
  const spans = lineSpans(text, passage!);
  return { spans, words: spans.map(({ start, end }) => text.slice(start, end)) };
}

test('the words of each line, without stars and line ends of any kind', () => {
  const expected = ['Calculates the total price of all items in the cart, with the tax', 'of the country that the user lives in, and', 'rounds it.'];
  expect(spansIn(code, 'typescript').words).toEqual(expected);
  expect(spansIn(code.replaceAll('\n', '\r\n'), 'typescript').words).toEqual(expected);
});

test('each line gets its share, none wider than the comment; together they are the translation', () => {
  const { spans } = spansIn(code, 'typescript');
  const shares = shareOut(code, spans, chinese);
  expect(shares.map(({ text }) => text).join('')).toBe(chinese);
  expect(Math.max(...shares.map(({ text }) => displayWidth(text)))).toBeLessThanOrEqual(displayWidth('Calculates the total price of all items in the cart, with the tax'));
  expect(shares.at(-1)?.text).not.toBe('');
  expect(shareOut(code, spans, '计算总价。').map(({ text }) => text)).toEqual(['计算总价。', '', '']);
});

test('a translation that is too long for its lines makes them wider, and never more', () => {
  const text = '// 短。\n// 长。';
  const spans = [
    { start: 3, end: 5 },
    { start: 9, end: 11 },
  ];
  const shares = shareOut(text, spans, 'A rather long sentence in English, and another one.');
  expect(shares).toHaveLength(2);
  expect(shares.map((share) => share.text).join(' ')).toBe('A rather long sentence in English, and another one.');
  expect(shareOut(text, spans.slice(1), 'One\nline')[0]?.text).toBe('One line');
  expect(shareOut(text, spans, 'Unbreakable'.repeat(9)).map((share) => share.text)).toEqual(['Unbreakable'.repeat(9), '']);
});

test('pieces of a long line stand side by side, about where their words stood', () => {
  const text = 'The cache stores the results of earlier builds in a folder, so that a file that did not change is never compiled twice.';
  const span = { start: 0, end: text.length };
  const share = { span, text: '缓存把早先构建的结果存储在一个文件夹中，因此没有更改的文件绝不会被编译两次。' };
  const cut = cutShare(text, share);
  expect(cut.length).toBeGreaterThan(3);
  expect(cut.map((piece) => piece.text).join('')).toBe(share.text);
  expect(cut.map((piece) => text.slice(piece.span.start, piece.span.end)).join('')).toBe(text);
  for (const piece of cut) {
    const width = displayWidth(text.slice(piece.span.start, piece.span.end));
    expect(Math.abs(displayWidth(piece.text) - width * (displayWidth(share.text) / displayWidth(text)))).toBeLessThan(6);
  }
  expect(cutShare('Short.', { span: { start: 0, end: 6 }, text: '短。' })).toHaveLength(1);
});

test('a translation is one row below its passage where it fits, else several between the lines', () => {
  expect(rowsBelow(3, '短的翻译。')).toEqual([{ below: 2, text: '短的翻译。' }]);
  const rows = rowsBelow(4, chinese + chinese.slice(0, 20));
  expect(rows.map(({ below }) => below)).toEqual([1, 3]);
  expect(rows.map(({ text }) => text).join('')).toBe(chinese + chinese.slice(0, 20));
  expect(rowsBelow(1, chinese.repeat(3))).toHaveLength(1);
  expect(rowsBelow(1, ' ')).toEqual([]);
});

test('at the end of a document the rows stand between its lines, none behind the last', () => {
  const long = chinese + chinese.slice(0, 20);
  const rows = rowsBelow(4, long, true);
  expect(rows.map(({ below }) => below)).toEqual([1, 2]);
  expect(rows.map(({ text }) => text).join('')).toBe(long);
  // Two rows in one place would stand side by side.
  expect(rowsBelow(2, long, true)).toEqual([{ below: 0, text: long }]);
  expect(rowsBelow(1, long, true)).toEqual([{ below: 0, text: long }]);
});

test('a run of blanks is one line, however long it is', () => {
  expect(oneLine(` one${' '.repeat(200_000)}\r\n  two  three\n`)).toBe('one two  three');
  expect(oneLine(`one${' '.repeat(200_000)}two`)).toHaveLength(200_006);
}, 20_000);
