import { expect, test } from 'vitest';
import { withoutMarkup } from '../../../extension/reading/withoutMarkup';

test.each([
  ['打开[设置](https://example.org/a_(b) "标题")，然后**关闭**窗口。', '打开设置，然后关闭窗口。'],
  ['见[指南][guide]和 ![图片](a.png)', '见指南和 图片'],
  ['使用 [`git log`](https://git-scm.com) 与 `*p = __x__`', '使用 `git log` 与 `*p = __x__`'],
  ['这是*重要*的，_也是_，***都是***，~~不是~~', '这是重要的，也是，都是，不是'],
  ['snake_case_name 和 2 * 3 * 4 与 a_b', 'snake_case_name 和 2 * 3 * 4 与 a_b'],
  ['<kbd>Ctrl</kbd>，见 <https://example.org/_x_>', 'Ctrl，见 https://example.org/x'],
  ['1\\. 不是 \\*列表\\*', '1. 不是 *列表*'],
  ['``a ` b`` 与 [不是链接]', '``a ` b`` 与 [不是链接]'],
  ['', ''],
])('%s', (markdown, plain) => {
  expect(withoutMarkup(markdown)).toBe(plain);
});
