import { expect, test } from 'vitest';
import { noticeText, withoutLinks } from '../../extension/noticeText';

test('a short text is shown as it is', () => {
  expect(noticeText('打开文件。\n关闭。')).toEqual({ text: '打开文件。\n关闭。', cut: false });
});

test('a long text is cut between characters', () => {
  expect(noticeText('字'.repeat(300))).toEqual({ text: '字'.repeat(300), cut: false });
  expect(noticeText('字'.repeat(301))).toEqual({ text: `${'字'.repeat(300)}…`, cut: true });
  expect(noticeText(`${'a'.repeat(299)}😀 more`)).toEqual({ text: `${'a'.repeat(299)}…`, cut: true });
});

test('no text becomes a link that runs a command', () => {
  const linkOfNotifications = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)/u;
  const text = 'see [here](command:workbench.action.quit) and [[x](file:///y)';
  expect(text).toMatch(linkOfNotifications);
  expect(withoutLinks(text)).not.toMatch(linkOfNotifications);
});
