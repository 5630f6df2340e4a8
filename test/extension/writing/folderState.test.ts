import { expect, test } from 'vitest';
import { FolderState } from '../../../extension/writing/folderState';

test('a file is done until its source changes, in the next session too', async () => {
  const stored = new Map<string, unknown>();
  const memento = {
    get: (key: string) => stored.get(key) as never,
    update: (key: string, value: unknown) => {
      stored.set(key, structuredClone(value));
      return Promise.resolve();
    },
  };
  const first = new FolderState(memento);
  await first.done('file:///zh.json', 'source text');
  await first.done('file:///b.zh.md', 'other');
  const second = new FolderState(memento);
  expect(await second.isDone('file:///zh.json', 'source text')).toBe(true);
  expect(await second.isDone('file:///zh.json', 'source text.')).toBe(false);
  expect(await second.isDone('file:///c.md', 'source text')).toBe(false);
  // Texts themselves are nobody's business later.
  expect(JSON.stringify([...stored])).not.toContain('source text');
});
