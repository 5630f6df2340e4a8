import { describe, expect, test } from 'vitest';
import { findings, fixed, messages } from './support';

describe('placeholders', () => {
  const placeholders = (source: string, target: string, flags: string[] = []) => findings('placeholders', source, target, { flags });

  test.each([
    ['Open %s', '打开 %s'],
    ['%s of %d', '%2$d 中的 %1$s'],
    ['%1$s of %2$d', '%2$d 中的 %1$s'],
    ['%(name)s has {0} and { x }', '{x} 和 {0} 属于 %(name)s'],
    ['Hello {name}', '{name}，{name}，你好'],
    ['100% sure', '100% 确定'],
    ['100% of it', '100%的'],
    ['%dx%d', '%d×%d'],
    ['%1 has been idle for %2 and %3.', '%1 已空闲了 %2 %3。'],
    ['%B %d, %Y', '%Y年%m月%d日'],
    ['{count, plural, one {# file in {dir}} other {# files in {dir}}}', '{dir} 中有 {count, plural, other {# 个文件}}'],
    ['{{user}} and ${host} and $(var) and #{x}', '#{x}、$(var)、${host}、{{user}}'],
    ['where $i$th is $x_i$', '其中第 $i$ 个是 $x_i$'],
  ])('%s / %s are the same', (source, target) => {
    expect(messages(placeholders(source, target))).toEqual([]);
  });

  test.each([
    ['Open %s', '打开', 'The placeholder %s is missing in the translation.', '打开%s'],
    ['%s was opened', '已打开', 'The placeholder %s is missing in the translation.', '%s已打开'],
    ['%s: %d lines.', '%s：行。', 'The placeholder %d is missing in the translation.', '%s%d：行。'],
    ['Open %s', '打开 %d', 'The translation has %d where the source has %s.', '打开 %s'],
    ['Hello {name}', '你好 {名称}', 'The translation has {名称} where the source has {name}.', '你好 {name}'],
    ['%s and %s', '%s', 'The placeholder %s is missing in the translation.', '%s%s'],
    ['Open', '打开 %s', 'The placeholder %s is not in the source.', '打开 %s'],
    ['{n, plural, other {#}}', '{m, plural, other {#}}', 'The translation has {m} where the source has {n}.', '{m, plural, other {#}}'],
  ])('%s / %s', (source, target, message, after) => {
    const found = placeholders(source, target);
    expect(messages(found)).toEqual([message]);
    expect(fixed(target, found)).toBe(after);
  });

  test('without numbers the order counts, in formats that are filled in by order', () => {
    const found = placeholders('%s has %d', '%d 属于 %s', ['c-format']);
    expect(messages(found)).toEqual(['The placeholder %d stands where the source has %s, and these are filled in by order.']);
    expect(placeholders('%s has %d', '%d 属于 %s')).toEqual([]);
    expect(placeholders('%s has %d', '%2$d 属于 %1$s', ['c-format'])).toEqual([]);
  });

  test('the form for one thing may leave the number out', () => {
    expect(placeholders('%d file', '一个文件', ['singular-form'])).toEqual([]);
  });
});

describe('tags', () => {
  test.each([
    ['<b>Open</b> it<br>', '<b>打开</b><br/>'],
    ['<a href="en">here</a>', '<a href="zh">这里</a>'],
    ['copy <source> <target>', 'copy <源> <目标>'],
    ['if a < b and c > d', '如果 a < b 且 c > d'],
  ])('%s / %s are the same', (source, target) => {
    expect(findings('tags', source, target)).toEqual([]);
  });

  test('a closing tag that is lost', () => {
    const found = findings('tags', '<b>Open</b>', '<b>打开');
    expect(messages(found)).toEqual(['The tag </b> is missing in the translation.']);
    expect(fixed('<b>打开', found)).toBe('<b></b>打开');
  });

  test('another tag', () => {
    expect(messages(findings('tags', '<b>Open</b>', '<i>打开</b>'))).toEqual(['The translation has <i> where the source has <b>.']);
  });
});

describe('code-spans', () => {
  test('the same code, in any order and as often as it likes', () => {
    expect(findings('code-spans', 'Use `a` with ``b ` c``.', '将 ``b ` c`` 与 `a` 一起用，`a` 就是这样。')).toEqual([]);
  });

  test('changed, lost, made up and unmarked code', () => {
    expect(messages(findings('code-spans', 'Run `npm start`.', '运行 `npm 启动`。'))).toEqual(['The translation has `npm 启动` where the source has `npm start`.']);
    expect(messages(findings('code-spans', 'Run `npm start`.', '运行它。'))).toEqual(['The code `npm start` is missing in the translation.']);
    expect(messages(findings('code-spans', 'Run it.', '运行 `npm start`。'))).toEqual(['The code `npm start` is not in the source.']);
    const [unmarked] = findings('code-spans', 'Run `npm start`.', '运行 npm start。');
    expect(unmarked).toMatchObject({ severity: 'information', fix: { text: '`npm start`' } });
    expect(fixed('运行 npm start。', [unmarked!])).toBe('运行 `npm start`。');
  });
});

describe('addresses', () => {
  test.each([
    ['See https://example.org/en/docs#use.', '参见 https://example.org/zh-cn/docs#用法。'],
    ['See [it](https://www.example.org/docs/) or a@b.org', '参见[它](http://example.org/docs)或 A@b.org'],
    ['https://example.org holds talks on TCP.', 'https://example.org收集了TCP演讲。'],
    ['See [it](./README.md)', '参见[它](./README.zh.md)'],
  ])('%s / %s are the same', (source, target) => {
    expect(findings('addresses', source, target)).toEqual([]);
  });

  test('another page', () => {
    const found = findings('addresses', 'See [it](https://example.org/a).', '参见[它](https://example.org/b)。');
    expect(messages(found)).toEqual(['The translation has https://example.org/b where the source has https://example.org/a.']);
    expect(fixed('参见[它](https://example.org/b)。', found)).toBe('参见[它](https://example.org/a)。');
  });
});
