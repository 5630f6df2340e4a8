import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../engine/cli/seededRandom';
import { findings, fixed, messages } from './support';

const numbers = (source: string, target: string, flags: string[] = []) => findings('numbers', source, target, { flags });

describe('numbers that say the same', () => {
  test.each([
    ['It has 3 parts.', '它有三个部分。'],
    ['It has three parts.', '它有 3 个部分。'],
    ['It has three parts.', '它有几个部分。'],
    ['One of the files', '其中一些文件'],
    ['It has 3 parts.', '它有３个部分。'],
    ['1,234,567 users', '1234567 位用户'],
    ['20,000 users', '2 万用户'],
    ['1.5 million users', '150 万用户'],
    ['3 billion', '30 亿'],
    ['3,205 lines', '三千二百零五行'],
    ['120000 lines', '十二万行'],
    ['In the 1990s', '20 世纪 90 年代'],
    ['at 3 PM', '15 点'],
    ['at 3:05 PM', '下午 3 点 05 分'],
    ['On 2020-01-02', '2020 年 1 月 2 日'],
    ['January 5', '1 月 5 日'],
    ['the 3rd and the twenty-first', '第三个和第 21 个'],
    ['twice as fast', '快 2 倍'],
    ['Chapter IV', '第 4 章'],
    ['50% of them', '百分之五十'],
    ['half of them', '50% 的'],
    ['a 2D image', '二维图像'],
    ['i18n and E2E tests', '国际化与端到端测试'],
    ['IPv6 addresses: it and IPv4', 'IPv6 地址：IPv6 和 IPv4'],
    ['centered on (250, 250)', '以（250,250）为中心'],
    ['Python 3.10', 'Python 3.10 中'],
    ['See `a(1)` or %1$s or https://a.b/2', '参见'],
    ['about .001 seconds', '约 0.001 秒'],
    ['二〇二四', '2024'],
  ])('%s / %s', (source, target) => {
    expect(messages(numbers(source, target))).toEqual([]);
  });
});

describe('numbers that differ', () => {
  test.each([
    ['Wait 42 seconds.', '等待 24 秒。', 'The translation has 24 where the source has 42.'],
    ['Python 3.10', 'Python 3.1', 'The translation has 3.1 where the source has 3.10.'],
    ['Wait 5 seconds.', '等待。', 'The number 5 is missing in the translation.'],
    ['Wait.', '等待 5 秒。', 'The number 5 is not in the source.'],
    ['2 万', '2000', 'The translation has 2000 where the source has 2.'],
    ['IPv6 mask', 'IPv4 掩码', 'The translation has 4 where the source has 6.'],
    ['4 bytes for IPv4, 16 for IPv6', 'IPv4 用 6 字节，IPv6 用 16 字节', 'The translation has 6 where the source has 4.'],
    ['10:30', '10 点 40 分', 'The translation has 40 where the source has 30.'],
  ])('%s / %s', (source, target, message) => {
    expect(messages(numbers(source, target))).toEqual([message]);
  });

  test('a change has a fix, with spans in both texts', () => {
    const [finding] = numbers('Wait 42 seconds.', '等待 24 秒。');
    expect(finding).toMatchObject({ severity: 'warning', source: { start: 5, end: 7 }, target: { start: 3, end: 5 } });
    expect(fixed('等待 24 秒。', [finding!])).toBe('等待 42 秒。');
  });

  test('the form for one thing may do without the number, but has no other', () => {
    expect(numbers('1 file', '一个文件', ['singular-form'])).toEqual([]);
    expect(numbers('Delete 1 file', '删除文件', ['singular-form'])).toEqual([]);
    expect(numbers('Delete 1 file', '删除 2 个文件', ['singular-form'])).toHaveLength(1);
  });

  test('whatever number is replaced by another one is found, and the fix brings it back', () => {
    const random = seededRandom(11);
    const number = (): string => String(10 + Math.floor(random() * 9990));
    for (let round = 0; round < 300; round++) {
      const [own, other] = [number(), number()];
      const found = numbers(`Copy ${own} lines.`, `复制 ${other} 行。`);
      expect(found).toHaveLength(own === other ? 0 : 1);
      expect(fixed(`复制 ${other} 行。`, found)).toBe(`复制 ${own} 行。`);
    }
  });
});
