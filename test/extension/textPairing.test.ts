import { describe, expect, test } from 'vitest';
import { selectedPassages } from '../../extension/passages';
import { isReversed, joinPassages, pairPassages } from '../../extension/textPairing';

const passagesOf = (text: string, languageId = 'typescript') => selectedPassages(text, [{ start: 0, end: text.length }], languageId);
const code = '// Close the file.\nconst a = 1;\n// Then open it.\n';
const translated = '// 关闭文件。\nconst a = 1;\n// 然后打开它。\n';

describe('which text is the source', () => {
  const [english, chinese] = [passagesOf(code), passagesOf(translated)];
  test.each([
    ['English first', english, chinese, false],
    ['Chinese first', chinese, english, true],
    ['both English', english, english, false],
    ['both Chinese', chinese, chinese, true],
  ])('%s', (_, first, second, reversed) => {
    expect(isReversed(first, second, 'en', 'zh')).toBe(reversed);
  });

  test('code only on one side says nothing against the other', () => {
    expect(isReversed(passagesOf('1 + 1', 'plaintext'), chinese, 'en', 'zh')).toBe(false);
    expect(isReversed(passagesOf('1 + 1', 'plaintext'), english, 'en', 'zh')).toBe(true);
  });
});

describe('passages in pairs', () => {
  test('as many on both sides: one by one', () => {
    const { first, second } = pairPassages(passagesOf(code), code, passagesOf(translated), translated);
    expect(first.map(({ text }) => text)).toEqual(['Close the file.', 'Then open it.']);
    expect(second.map(({ text }) => text)).toEqual(['关闭文件。', '然后打开它。']);
  });

  test('otherwise each side as a whole', () => {
    const single = '// 关闭文件。然后打开它。\n';
    const { first, second } = pairPassages(passagesOf(code), code, passagesOf(single), single);
    expect(first.map(({ text }) => text)).toEqual(['Close the file.\nThen open it.']);
    expect(second).toHaveLength(1);
  });
});

describe('passages as one', () => {
  test('every offset leads to the same character in the document', () => {
    const joined = joinPassages(code, passagesOf(code));
    for (const [offset, character] of Array.from(joined.text).entries()) {
      if (character !== '\n') expect(code[joined.toDocument(offset)]).toBe(character);
    }
  });

  test('is written back line by line; what lies between stays', () => {
    const joined = joinPassages(code, passagesOf(code));
    const written = code.slice(0, joined.range.start) + joined.write('关闭文件。\n然后打开它。') + code.slice(joined.range.end);
    expect(written).toBe(translated);
    expect(joined.write('一行')).toBe('一行');
  });
});
