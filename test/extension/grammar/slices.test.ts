/** How long others wait while a large file is read. In processor time: what else the machine does must not count. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../../scripts/lib/paths.mjs';
import type { GrammarLexemes } from '../../../extension/grammar/grammarLexemes';
import { allPassages } from '../../../extension/passages';
import { inTurns } from '../../../extension/turns';
import { grammarLexemes } from './editorGrammars';

const pydecimal = execFileSync('python3', ['-c', 'import _pydecimal; print(_pydecimal.__file__)'], { encoding: 'utf8' }).trim();
const files: readonly (readonly [path: string, languageId: string])[] = [
  [join(root, 'node_modules/typescript/lib/lib.webworker.d.ts'), 'typescript'],
  [join(root, 'node_modules/esbuild/lib/main.js'), 'javascript'],
  [pydecimal, 'python'],
];

interface Slices {
  /** Each in milliseconds, sorted; what is too short to matter is left out. */
  readonly times: readonly number[];
}

async function slicesOf<T>(work: () => Promise<T>): Promise<Slices & { readonly result: T }> {
  const times: number[] = [];
  let running = true;
  let last = process.cpuUsage();
  const turn = (): void => {
    const { user, system } = process.cpuUsage(last);
    last = process.cpuUsage();
    times.push((user + system) / 1000);
    if (running) setImmediate(turn);
  };
  setImmediate(turn);
  const result = await work();
  running = false;
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  return { result, times: times.filter((time) => time > 0.5).sort((a, b) => a - b) };
}

function figures({ times }: Slices): Record<string, number> {
  const at = (part: number): number => Math.round(10 * (times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0)) / 10;
  return { slices: times.length, median: at(0.5), p95: at(0.95), max: at(1) };
}

async function passagesOf(lexemes: GrammarLexemes, key: string, languageId: string, text: string): Promise<number> {
  const found = await lexemes.find({ key, languageId, text });
  return (await inTurns(allPassages(text, languageId, found?.comments))).length;
}

test('others get their turn all the time', async () => {
  const lexemes = await grammarLexemes();
  const rows: Record<string, Record<string, number>> = {};
  for (const [path, languageId] of files) {
    const text = readFileSync(path, 'utf8');
    const edited = `${text.slice(0, text.length / 2)}x${text.slice(text.length / 2)}`;
    const first = await slicesOf(() => passagesOf(lexemes, path, languageId, text));
    const edit = await slicesOf(() => passagesOf(lexemes, path, languageId, edited));
    rows[`${languageId}, ${Math.round(text.length / 1000)} kB, ${first.result} passages`] = figures(first);
    rows[`${languageId}, after an edit`] = figures(edit);
    // One slice and a step of the work, which may be long when a grammar is new; the whole of it takes seconds.
    expect(figures(first)['median'], path).toBeLessThan(25);
    expect(figures(first)['slices'], path).toBeGreaterThan(5);
    expect(figures(edit)['max'], path).toBeLessThan(150);
  }
  console.table(rows);
});
