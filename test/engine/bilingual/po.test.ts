import { describe, expect, test } from 'vitest';
import { readPo } from '../../../engine/bilingual/po';
import { escapePo } from '../../../engine/bilingual/poStrings';
import { FormatError, sourceFileSpan, targetFileSpan, type Unit } from '../../../engine/bilingual/unit';
import { seededRandom } from '../../../engine/cli/seededRandom';

const catalogue = `# translators
msgid ""
msgstr ""
"Language: zh_CN\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

#: main.c:12
#, fuzzy, c-format
#| msgid "Opened %s"
msgid "Open %s"
msgstr "打开 %s"

msgctxt "menu"
msgid ""
"First line.\\n"
"Say \\"hi\\"."
msgstr ""
"第一行。\\n"
"说“hi”。"
#, c-format
msgid "%d file"
msgid_plural "%d files"
msgstr[0] "%d 个文件"

#~ msgid "gone"
#~ msgstr "没了"
`;

const shown = (unit: Unit) => [unit.source, unit.target];

describe('readPo', () => {
  test('messages with context, flags, several lines and plural forms; no header, nothing obsolete', () => {
    const { units, language } = readPo(catalogue);
    expect(language).toBe('zh_CN');
    expect(units.map(shown)).toEqual([
      ['Open %s', '打开 %s'],
      ['First line.\nSay "hi".', '第一行。\n说“hi”。'],
      ['%d files', '%d 个文件'],
    ]);
    expect(units.map(({ flags }) => flags)).toEqual([['fuzzy', 'c-format'], [], ['c-format']]);
    expect(units.map(({ context }) => context)).toEqual([undefined, 'menu', undefined]);
  });

  test('the first of several plural forms belongs to the singular', () => {
    const { units } = readPo('msgid "one dog"\nmsgid_plural "%d dogs"\nmsgstr[0] "ein Hund"\nmsgstr[1] "%d Hunde"\n');
    expect(units.map(shown)).toEqual([['one dog', 'ein Hund'], ['%d dogs', '%d Hunde']]);
    expect(units[0]!.flags).toEqual(['singular-form']);
  });

  test('offsets lead to the file through escapes and line breaks', () => {
    const [, unit] = readPo(catalogue).units;
    const say = unit!.source.indexOf('Say');
    expect(catalogue.slice(unit!.toSourceFile(say)).startsWith('Say \\"hi\\"."')).toBe(true);
    // The line feed is the last thing of the first line, "Say" begins the second.
    expect(catalogue.slice(0, unit!.toSourceFile(say, 'end')).endsWith('First line.\\n')).toBe(true);
    const quotes = { start: unit!.source.indexOf('"'), end: unit!.source.length - 1 };
    const span = sourceFileSpan(unit!, quotes);
    expect(catalogue.slice(span.start, span.end)).toBe('\\"hi\\"');
    expect(catalogue.slice(unit!.targetSpan.start, unit!.targetSpan.end)).toBe('"\n"第一行。\\n"\n"说“hi”。'.slice(0));
  });

  test('a missing translation has a place', () => {
    const text = 'msgid "Open"\r\nmsgstr ""\r\n';
    const [unit] = readPo(text).units;
    expect(unit!.targetSpan).toEqual({ start: text.lastIndexOf('"'), end: text.lastIndexOf('"') });
    expect(unit!.toTargetFile(0)).toBe(text.lastIndexOf('"'));
  });

  test.each([
    ['msgid "a"\nmsgstr "b\n', 10],
    ['msgid "a"\nmsgid "b"\nmsgstr ""\n', 10],
    ['msgid "a"\n\n# next\nhello\n', 18],
    ['msgstr "b"\n', 11],
  ])('%j is refused with the place', (text, offset) => {
    expect(() => readPo(text)).toThrow(FormatError);
    try {
      readPo(text);
    } catch (error) {
      expect((error as FormatError).offset).toBe(offset);
    }
  });

  test('whatever is written comes back, and every code unit leads to the place it is written at', () => {
    const random = seededRandom(7);
    const alphabet = ['a', ' ', '"', '\\', '\n', '\t', '文', '😀', '%s', 'n', '0'];
    for (let round = 0; round < 200; round++) {
      const pieces = Array.from({ length: 1 + Math.floor(random() * 4) }, () =>
        Array.from({ length: Math.floor(random() * 8) }, () => alphabet[Math.floor(random() * alphabet.length)]!).join(''),
      );
      const target = pieces.join('');
      const file = `msgid "x"\nmsgstr ${pieces.map((piece) => `"${escapePo(piece)}"`).join('\n')}\n`;
      const [unit] = readPo(file).units;
      expect(unit!.target).toBe(target);
      for (let at = 0; at < target.length; at++) {
        const span = targetFileSpan(unit!, { start: at, end: at + 1 });
        expect(file.slice(span.start, span.end)).toBe(escapePo(target[at]!));
      }
    }
  });
});
