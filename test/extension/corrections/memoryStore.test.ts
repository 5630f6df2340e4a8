import { expect, test } from 'vitest';
import type { MemoryUnit } from '../../../engine/memory';
import { learnedTerms } from '../../../extension/corrections/learnedTerms';
import { MemoryStore, type MemoryFile } from '../../../extension/corrections/memoryStore';

const direction = { sourceLanguage: 'en', targetLanguage: 'zh' };
const unit = (source: string, target: string, changed = 1): MemoryUnit => ({ source, target, ...direction, changed });

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
  return { file, content: () => content ?? '', open: () => new MemoryStore(file, (lines) => damaged.push(lines)), damaged };
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

test('changes at once come one after another', async () => {
  const shared = sharedFile();
  const store = shared.open();
  await Promise.all(['a', 'b', 'c'].map((source) => store.add([unit(source, source.toUpperCase())])));
  expect(shared.content().trim().split('\n')).toHaveLength(3);
});

test('a failed write changes nothing and does not stop the next', async () => {
  const shared = sharedFile();
  let fails = true;
  const store = new MemoryStore({ read: () => shared.file.read(), write: (text) => (fails ? Promise.reject(new Error('full')) : shared.file.write(text)) }, () => undefined);
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
