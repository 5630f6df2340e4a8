import { expect, test } from 'vitest';
import { putTerm, type NewTerm } from '../../../engine/glossary';

const languages = { source: 'en', target: 'zh' };

function put(text: string, term: Partial<NewTerm>, direction = languages): string | undefined {
  const change = putTerm(text, { source: 'cache', targets: ['缓存'], required: false, ...term }, direction, languages);
  return change && text.slice(0, change.span.start) + change.text + text.slice(change.span.end);
}

test('a new term goes behind the last line, in the file’s own line breaks', () => {
  expect(put('', {})).toBe('cache\t缓存\n');
  expect(put('# x\r\na\t甲\r\n', {})).toBe('# x\r\na\t甲\r\ncache\t缓存\r\n');
  expect(put('a\t甲', { required: true })).toBe('a\t甲\ncache\t缓存\trequired\n');
  expect(put('a  \t\t\nb\t乙 \n\n', { targets: null })).toBe('a  \t\t\nb\t乙 \n\ncache\t=\n');
});

test('the line of a known term becomes another; everything else stays byte for byte', () => {
  const text = '\uFEFF# odd  spaces\t\r\nCache\t快取 | 缓冲\t\twhat is kept\r\n broken line\r\nb\t乙';
  expect(put(text, {})).toBe('\uFEFF# odd  spaces\t\r\ncache\t缓存 | 缓冲\t\twhat is kept\r\n broken line\r\nb\t乙');
  expect(put('\uFEFFcache\t快取\n', {})).toBe('\uFEFFcache\t缓存\n');
});

test('nothing changes when the glossary says so already', () => {
  expect(put('cache\t缓存\n', {})).toBeUndefined();
  expect(put('cache\t缓存 | 快取\n', {})).toBeUndefined();
  expect(put('cache\t缓存\n', { required: true })).toBe('cache\t缓存\trequired\n');
});

test('another direction is named, once', () => {
  const german = { source: 'en', target: 'de' };
  const once = put('a\t甲\n', { targets: ['Cache'] }, german);
  expect(once).toBe('a\t甲\n#languages en de\ncache\tCache\n');
  expect(put(once!, { source: 'b', targets: ['B'] }, german)).toBe('a\t甲\n#languages en de\ncache\tCache\nb\tB\n');
});

test('a word that is kept one way is kept the other way', () => {
  expect(put('AlignLens\t=\n', { source: 'AlignLens', targets: null }, { source: 'zh', target: 'en' })).toBeUndefined();
});

test('tabs and line breaks in a term do not break its line', () => {
  expect(put('', { source: ' the\tcache\nhere ', targets: ['缓\n存'] })).toBe('the cache here\t缓 存\n');
});
