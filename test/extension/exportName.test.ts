import { expect, test } from 'vitest';
import { exportName } from '../../extension/exportName';

test.each([
  ['guide.md', 'guide.alignment.svg'],
  ['README.zh.md', 'README.zh.alignment.svg'],
  ['Makefile', 'Makefile.alignment.svg'],
  ['.bashrc', '.bashrc.alignment.svg'],
  ['Untitled-1', 'Untitled-1.alignment.svg'],
  ['extension-output-a:b#1', 'extension-output-a-b#1.alignment.svg'],
  ['', 'translation.alignment.svg'],
])('%j → %s', (name, expected) => {
  expect(exportName(name, 'svg')).toBe(expected);
});
