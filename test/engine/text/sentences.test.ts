import { describe, expect, test } from 'vitest';
import { loadManifest } from '../../../engine/pack/loader';
import { normalise } from '../../../engine/text/normalise';
import { createProtector } from '../../../engine/text/protect';
import { splitSentences } from '../../../engine/text/sentences';
import { readPackFile, tinyPack } from '../support';

const protect = createProtector((await loadManifest(tinyPack, readPackFile)).protect);

function sentences(text: string): string[] {
  return splitSentences(text, protect(text)).map(({ start, end }) => text.slice(start, end));
}

describe('splitSentences', () => {
  test.each([
    ['Open the file. Read it.', ['Open the file.', 'Read it.']],
    ['Really?! Yes.', ['Really?!', 'Yes.']],
    ['He said "Stop." Then he left.', ['He said "Stop."', 'Then he left.']],
    ['See e.g. the manual, i.e. Chapter 2.', ['See e.g. the manual, i.e. Chapter 2.']],
    ['Use lists, tuples, etc. in the call.', ['Use lists, tuples, etc. in the call.']],
    ['Use lists, tuples, etc. Then call it.', ['Use lists, tuples, etc.', 'Then call it.']],
    ['Version 1.2.3 is out. Use node.js 20.', ['Version 1.2.3 is out.', 'Use node.js 20.']],
    ['Edit config.yaml. Then restart.', ['Edit config.yaml.', 'Then restart.']],
    ['Call run(). getUser() comes next.', ['Call run().', 'getUser() comes next.']],
    ['1. Open the file', ['1. Open the file']],
    ['J. Smith wrote it. The U.S. version differs.', ['J. Smith wrote it.', 'The U.S. version differs.']],
    ['Wait... then go on.', ['Wait... then go on.']],
    ['Read `a. B` and `c. D`. Done.', ['Read `a. B` and `c. D`.', 'Done.']],
    ['See https://example.org/a.b?c. It helps.', ['See https://example.org/a.b?c.', 'It helps.']],
    ['打开文件。读取它！好吗？好', ['打开文件。', '读取它！', '好吗？', '好']],
    ['他说：“停。”然后离开；没有回来。', ['他说：“停。”', '然后离开；没有回来。']],
    ['', []],
    ['...', ['...']],
  ])('%s', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
});

describe('normalise', () => {
  test.each([
    ['  a \t b\u00a0c  ', 'a b c'],
    ['打开 文件 a 中', '打开文件a中'],
    ['中 。 a', '中。a'],
    ['𠀀 a', '𠀀a'],
    ['', ''],
    [' \n ', ''],
    ['a con\u00adﬁgu\u200bration ﬁle \ufeff', 'a configuration file'],
    ['a non\u2011breaking hyphen', 'a non-breaking hyphen'],
    ['Cafe\u0301 n\u0303\u0301 x\u0301', 'Café ñ\u0301 x\u0301'],
    ['按Ｆ１２ 键，Ａ Ｂ！', '按F12键，A B！'],
    ['⽂件⼤⼩不⾏，⻚⾯', '文件大小不行，页面'],
  ])('%j', (text, expected) => {
    expect(normalise(text).text).toBe(expected);
  });

  test('every part of what stands for others leads back to all of it', () => {
    const text = 'an ofﬁce\u00ad, cafe\u0301s, ⼤Ａ';
    const mapped = normalise(text);
    const back = (part: string): string => {
      const at = mapped.text.indexOf(part);
      const { start, end } = mapped.original(at, at + part.length);
      return text.slice(start, end);
    };
    expect(back('office')).toBe('ofﬁce');
    expect(back('of')).toBe('of');
    expect(back('off')).toBe('ofﬁ');
    expect(back('ice')).toBe('ﬁce');
    expect(back('cafés')).toBe('cafe\u0301s');
    expect(back('é')).toBe('e\u0301');
    expect(back('大')).toBe('⼤');
    expect(back('A')).toBe('Ａ');
    // The mark belongs to a letter outside.
    expect(normalise('cafe\u0301', 0, 4).text).toBe('cafe');
  });

  test('offsets lead back to the original', () => {
    const text = 'xx  an\t\u3000 emoji 😀  and 中 文 ';
    const mapped = normalise(text, 2);
    expect(mapped.text).toBe('an emoji 😀 and中文');
    for (const [word, original] of [['an', 'an'], ['😀', '😀'], ['中文', '中 文'], ['d中', 'd 中']] as const) {
      const at = mapped.text.indexOf(word);
      const span = mapped.original(at, at + word.length);
      expect(text.slice(span.start, span.end)).toBe(original);
    }
    const space = mapped.original(2, 3);
    expect(text.slice(space.start, space.end)).toBe('\t\u3000 ');
  });
});

describe('protected spans', () => {
  test.each([
    ['Run `npm i` and see https://a.org/x.', ['`npm i`', 'https://a.org/x']],
    ['见https://a.org收集了TCP演讲，加--depth=1参数和C语言', ['https://a.org', '--depth=1']],
    ['a %s b %(name)s c {0} ${HOME} $x', ['%s', '%(name)s', '{0}', '${HOME}', '$x']],
    ['<b>Bold</b> <br/>', ['<b>', '</b>', '<br/>']],
    ['call snake_case, camelCase and fs.readFile()', ['snake_case', 'camelCase', 'fs.readFile()']],
    ['issue #12, v1.2.3, 42 and 7', ['#12', 'v1.2.3', '42']],
    ['a ▁ and ⟦n0⟧', ['▁', '⟦n0⟧']],
    ['plain words', []],
  ])('%s', (text, expected) => {
    expect(protect(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  test('of two rules at one place the earlier wins, else the leftmost match', () => {
    const own = createProtector([
      { kind: 'a', pattern: 'bc' },
      { kind: 'b', pattern: 'ab?' },
      { kind: 'c', pattern: 'abc' },
    ]);
    expect(own('abc bc')).toEqual([
      { start: 0, end: 2, kind: 'b', isName: false },
      { start: 4, end: 6, kind: 'a', isName: false },
    ]);
  });
});
