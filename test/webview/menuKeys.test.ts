import { expect, test } from 'vitest';
import { nextItem } from '../../webview/menuKeys';

const labels = ['Copy', 'Save as SVG', 'Save as PNG', 'Links'];
const key = (name: string, modifier: object = {}): Parameters<typeof nextItem>[2] => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, ...modifier });

test('arrows go round', () => {
  expect(nextItem(labels, 0, key('ArrowDown'))).toBe(1);
  expect(nextItem(labels, 3, key('ArrowDown'))).toBe(0);
  expect(nextItem(labels, 0, key('ArrowUp'))).toBe(3);
  expect(nextItem(labels, -1, key('ArrowUp'))).toBe(3);
  expect(nextItem(labels, 2, key('Home'))).toBe(0);
  expect(nextItem(labels, 0, key('End'))).toBe(3);
});

test('a letter leads to the next item that begins with it', () => {
  expect(nextItem(labels, 0, key('s'))).toBe(1);
  expect(nextItem(labels, 1, key('S'))).toBe(2);
  expect(nextItem(labels, 2, key('s'))).toBe(1);
  expect(nextItem(labels, 0, key('x'))).toBeUndefined();
});

test('other keys lead nowhere', () => {
  for (const name of ['Enter', ' ', 'Shift', 'F1']) expect(nextItem(labels, 0, key(name))).toBeUndefined();
  expect(nextItem(labels, 0, key('s', { ctrlKey: true }))).toBeUndefined();
  expect(nextItem([], -1, key('ArrowDown'))).toBeUndefined();
});
