/** What a window does with the memory's file, as a process of its own: `node memoryWindow.js FILE NAME COUNT LENGTH`. */
import { readFile } from 'node:fs/promises';
import { MemoryStore } from '../../../extension/corrections/memoryStore';
import { removeAbandoned, writeWhole } from '../../../extension/wholeFile';
import { nodeFiles, uriOf } from '../nodeFiles';

const [path = '', name = '', count = '0', length = '1'] = process.argv.slice(2);
const uri = uriOf(path);

const store = new MemoryStore(
  {
    read: () => readFile(path, 'utf8').catch(() => undefined),
    write: async (text) => {
      await removeAbandoned(nodeFiles, uri);
      await writeWhole(nodeFiles, uri, new TextEncoder().encode(text));
    },
  },
  {
    damaged: (lines) => console.log(`damaged ${lines}`),
    merged: () => console.log('merged'),
    failed: (error) => console.log(`failed ${String(error)}`),
  },
);

async function work(): Promise<void> {
  console.log('ready');
  // Windows begin at once when they are told to.
  await new Promise((resolve) => process.stdin.once('data', resolve));
  process.stdin.destroy();
  for (let index = 0; index < Number(count); index++) {
    const unit = { source: `${name} ${index}`, target: '译'.repeat(Number(length)), sourceLanguage: 'en', targetLanguage: 'zh', changed: Date.now() };
    await store.put([unit]).then(() => console.log('written'), (error: unknown) => console.log(`not written ${String(error)}`));
  }
}

// The process ends when nothing is left to settle.
void work();
