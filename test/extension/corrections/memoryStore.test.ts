import { afterEach, expect, test, vi } from 'vitest';
import type { MemoryUnit } from '../../../engine/memory';
import { learnedTerms } from '../../../extension/corrections/learnedTerms';
import { MemoryStore, type MemoryFile, type StoreListener } from '../../../extension/corrections/memoryStore';

const direction = { sourceLanguage: 'en', targetLanguage: 'zh' };
const unit = (source: string, target: string, changed = 1): MemoryUnit => ({ source, target, ...direction, changed });

const quiet: StoreListener = { damaged: () => undefined, merged: () => undefined, failed: () => undefined };

afterEach(() => {
  vi.useRealTimers();
});

/** A file that windows share, and what windows were told of damage. */
function sharedFile(text?: string): { readonly file: MemoryFile; readonly content: () => string; readonly open: () => MemoryStore; readonly damaged: number[] } {
  let content = text;
  const damaged: number[] = [];
  const file: MemoryFile = {
    read: () => Promise.resolve(content),
    write: (written) => {
      content = written;
      return Promise.resolve();
    },
  };
  return { file, content: () => content ?? '', open: () => new MemoryStore(file, { ...quiet, damaged: (lines) => void damaged.push(lines) }), damaged };
}

const targets = ({ memory }: MemoryStore): string[] => [...memory.all()].map(({ target }) => target).sort();

test('what one window adds, another has after loading, and a new one from the start', async () => {
  const shared = sharedFile();
  const [first, second] = [shared.open(), shared.open()];
  await Promise.all([first.load(), second.load()]);
  await first.add([unit('a', '甲')]);
  await second.add([unit('b', '乙')]);
  expect(targets(second)).toEqual(['乙', '甲']);
  expect(targets(first)).toEqual(['甲']);
  expect(await first.load()).toBe(true);
  expect(targets(first)).toEqual(['乙', '甲']);
  expect(await first.load()).toBe(false);
  const third = shared.open();
  await third.load();
  expect(targets(third)).toEqual(['乙', '甲']);
});

test('what one window forgets does not come back with what another adds', async () => {
  const shared = sharedFile();
  const [first, second] = [shared.open(), shared.open()];
  await first.add([unit('a', '甲')]);
  await second.load();
  await first.delete(unit(' a ', ''));
  await second.add([unit('b', '乙')]);
  expect(targets(second)).toEqual(['乙']);
});

/** Two windows that both have read the file before one of them writes. */
async function writeAtOnce(shared: ReturnType<typeof sharedFile>, change: (first: MemoryStore, second: MemoryStore) => Promise<unknown>[]): Promise<MemoryStore[]> {
  let readers = 0;
  let go = (): void => undefined;
  const both = new Promise<void>((resolve) => (go = resolve));
  const file: MemoryFile = {
    ...shared.file,
    read: async () => {
      const text = await shared.file.read();
      if (++readers === 2) go();
      await both;
      return text;
    },
  };
  const merged: number[] = [];
  const windows = [0, 1].map((index) => new MemoryStore(file, { ...quiet, merged: () => void merged.push(index) }));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await Promise.all(change(windows[0]!, windows[1]!));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(merged).toHaveLength(1);
  return windows;
}

test('what one window has written over is written again a little later', async () => {
  const shared = sharedFile();
  await writeAtOnce(shared, (first, second) => [first.add([unit('a', '甲')]), second.add([unit('b', '乙')])]);
  const third = shared.open();
  await third.load();
  expect(targets(third)).toEqual(['乙', '甲']);
});

test('what came back by another window’s writing is forgotten again', async () => {
  const shared = sharedFile();
  await shared.open().add([unit('a', '甲'), unit('b', '乙')]);
  await writeAtOnce(shared, (first, second) => [first.delete(unit('a', '')), second.add([unit('c', '丙')])]);
  const third = shared.open();
  await third.load();
  expect(targets(third)).toEqual(['丙', '乙']);
});

test('what the user says now counts, though the clock was set back', async () => {
  const store = sharedFile().open();
  await store.put([unit('a', 'before', 9_000)]);
  await store.put([unit('a', 'now', 1_000)]);
  expect(targets(store)).toEqual(['now']);
  await store.add([unit('a', 'imported', 2_000)]);
  expect(targets(store)).toEqual(['now']);
});

test('changes at once come one after another', async () => {
  const shared = sharedFile();
  const store = shared.open();
  await Promise.all(['a', 'b', 'c'].map((source) => store.add([unit(source, source.toUpperCase())])));
  expect(shared.content().trim().split('\n')).toHaveLength(3);
});

test('a failed write changes nothing and does not stop the next', async () => {
  const shared = sharedFile();
  let fails = true;
  const store = new MemoryStore({ read: () => shared.file.read(), write: (text) => (fails ? Promise.reject(new Error('full')) : shared.file.write(text)) }, quiet);
  await expect(store.add([unit('a', '甲')])).rejects.toThrow('full');
  expect(targets(store)).toEqual([]);
  fails = false;
  await store.add([unit('b', '乙')]);
  expect(targets(store)).toEqual(['乙']);
});

test('damaged lines cost themselves only', async () => {
  const shared = sharedFile(`${JSON.stringify(unit('a', '甲'))}\n{"source": 1}\n{"sou\n\n${JSON.stringify(unit('b', '乙'))}\n`);
  const store = shared.open();
  await store.load();
  expect(targets(store)).toEqual(['乙', '甲']);
  expect(shared.damaged).toEqual([2]);
});

test('the latest of a text stays, and the oldest of too many go', async () => {
  const store = sharedFile().open();
  await store.add([unit('a', 'new', 9), unit('a', 'old', 3)]);
  expect(targets(store)).toEqual(['new']);
  await store.add(Array.from({ length: 20_000 }, (_, index) => unit(`s${index}`, 'x', 10 + index)));
  expect(store.memory.size).toBe(20_000);
  expect(store.memory.exact('a', direction)).toBeUndefined();
  expect(store.memory.exact('s19999', direction)).toBeDefined();
});

test('words of corrections are terms of their direction, unless corrections disagree', () => {
  const words = (...pairs: [string, string][]): Pick<MemoryUnit, 'words'> => ({ words: pairs.map(([source, target]) => ({ source, target })) });
  const units = [
    { ...unit('1', '1'), ...words(['cache', '缓存'], ['file', '文件']) },
    { ...unit('2', '2'), ...words(['cache', '缓存'], ['file', '档案']) },
    { ...unit('3', '3'), sourceLanguage: 'de', ...words(['Datei', '文件']) },
    unit('4', '4'),
  ];
  expect(learnedTerms(units, direction)).toEqual([{ source: 'cache', target: '缓存', required: false }]);
});
