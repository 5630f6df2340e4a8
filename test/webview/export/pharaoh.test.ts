import { expect, test } from 'vitest';
import { pharaoh } from '../../../webview/export/pharaoh';
import { sentence } from '../sentence';

test('a line per sentence, links sorted by source, then by target', () => {
  const crossed = { ...sentence, links: [{ source: 2, target: 0 }, { source: 10, target: 1 }, { source: 2, target: 1 }, { source: 0, target: 2 }] };
  const lines = pharaoh([sentence, { ...sentence, links: [] }, crossed]).split('\n');
  expect(lines).toEqual(['0-0 2-1 3-2', '', '0-2 2-0 2-1 10-1', '']);
});

test('parses back to the links', () => {
  const links = pharaoh([sentence])
    .trim()
    .split(' ')
    .map((pair) => pair.split('-').map(Number))
    .map(([source, target]) => ({ source, target }));
  expect(links).toEqual(sentence.links);
});
