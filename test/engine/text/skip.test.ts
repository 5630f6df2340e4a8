import { expect, test } from 'vitest';
import { skipReason } from '../../../engine/text/skip';

const reason = (comment: string): string | undefined => skipReason(comment.replace(/\s+/gu, ' '), { licences: true }, comment);

test.each([
  ['-- 3.14 --', 'numbers'],
  ['2024-01-02', 'numbers'],
  ['https://example.org/a/b', 'identifiers'],
  ['src/engine/main.ts', 'identifiers'],
  ['readFile(), writeFile()', 'identifiers'],
  ['MAX_LENGTH', 'identifiers'],
  ['`size`, `count`', 'identifiers'],
  ['Copyright (c) 2024 The authors', 'licence'],
  ['© 2019 Somebody and others', 'licence'],
  ['Licensed under the Apache License, Version 2.0', 'licence'],
  ['Permission is hereby granted, free of charge, to any person', 'licence'],
  ['SPDX-License-Identifier: MIT', 'licence'],
  ['This file is distributed in the hope that it will be useful, but WITHOUT ANY WARRANTY', 'licence'],
])('%s: %s', (text, expected) => {
  expect(reason(text)).toBe(expected);
});

test('licence headers are translated where the user wants that', () => {
  expect(skipReason('Copyright (c) 2024 The authors', { licences: false })).toBeUndefined();
});

test.each([
  'total = total + price * count;',
  'const total = sum(prices);',
  'if (count > limit) {\n//   stop(count);\n// }',
  'return this.names.get(key);',
  'for name in names:\n#     print(name)',
  'from shop import Basket',
  '#include <stdio.h>',
  'print("Opening the file of the user")',
  'self.total += 1',
  'def total(self, prices):',
  '<Basket items={items} />',
  '"name": "basket",',
  'my $total = shift;',
  'basket.add(item)  # adds the item to the basket',
  'public static int total(int[] prices) {',
  'x = names[i]',
])('code that was commented out: %s', (comment) => {
  expect(reason(comment)).toBe('code');
});

test.each([
  'Returns the sum of all prices.',
  'Note: the list is sorted (see below);',
  'close() closes the file; open() opens it again.',
  'Returns an empty list if nothing was found.',
  'Call stop() when the user closes the window',
  'TODO: remove this',
  'return value',
  'end of the list',
  'The default is x = 1, which means that nothing is cut',
  'Column 0 = name of the test',
  'default: all entries',
  'Open the file and close the window',
  'true if the name is known',
  'width and height (in pixels)',
  'options',
  'Licence of the driver is checked when the car is rented',
  'For each entry of the list:',
  'if the file is missing, do nothing',
  '打开文件',
])('prose: %s', (comment) => {
  expect(reason(comment)).toBeUndefined();
});

test('only comments are taken for code', () => {
  expect(skipReason('total = sum(prices);', { licences: true })).toBeUndefined();
});

test.each([
  ['createError([status], [message], [properties])', 'code'],
  ['new createError[code || name]([msg])', 'code'],
  ['[`parser_core.mjs`](lib/parser_core.mjs)', 'identifiers'],
  ['[Install](#install)', undefined],
  ['Name(s) of the file(s)', undefined],
  ['Notes (optional)', undefined],
])('in a page, %s: %s', (text, expected) => {
  expect(skipReason(text, { licences: true })).toBe(expected);
});
