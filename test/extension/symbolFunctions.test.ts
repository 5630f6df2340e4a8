import { expect, test } from 'vitest';
import { findFunctions } from '../../engine/text/functions';
import { functionsFromSymbols, type SymbolPart } from '../../extension/symbolFunctions';

const text = ['function first() {', '  items.filter((item) => item.stock > 0);', '}', 'const second = () => 2;', 'const third = 3;'].join('\n');
const known = findFunctions(text, 'javascript');

function symbol(name: string, range: string, selection: string, callable: boolean): SymbolPart {
  const at = text.indexOf(range);
  const from = text.indexOf(selection, at);
  return { name, callable, range: { start: at, end: at + range.length }, selection: { start: from, end: from + selection.length } };
}

const first = symbol('first', text.slice(0, text.indexOf('const second') - 1), 'first', true);
const callback = symbol('items.filter() callback', '(item) => item.stock > 0', '(item) => item.stock > 0', true);
const second = symbol('second', 'second = () => 2', 'second', false);
const third = symbol('third', 'third = 3', 'third', false);

test('functions, and variables that are functions; no callbacks, no other variables', () => {
  const found = functionsFromSymbols(text, [third, second, callback, first], known);
  expect(found.map(({ name }) => name)).toEqual(['first', 'second']);
});

test("where both know a function, ours is taken: servers' ranges may include its comment", () => {
  expect(functionsFromSymbols(text, [first], known)).toEqual([known[0]]);
});

test('a function that our scanner does not know is taken from the server', () => {
  const parameters = { ...first, name: 'first(int, char **)' };
  expect(functionsFromSymbols(text, [parameters], [])).toEqual([
    { name: 'first(int, char **)', nameSpan: { start: 9, end: 14 }, start: 0, end: first.range.end, doc: undefined },
  ]);
});

test('a function that is listed twice appears once', () => {
  expect(functionsFromSymbols(text, [first, first], known)).toHaveLength(1);
});
