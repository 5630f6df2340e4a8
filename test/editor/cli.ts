/** The command-line program, as a reference for what the editor must show. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { AlignedJson } from '../../engine/cli/alignJson';
import type { JsonLine } from '../../engine/cli/json';
import type { SummaryJson } from '../../engine/cli/summaryJson';
import { root } from '../../scripts/lib/paths.mjs';

/** What `alignlens translate --json` says of each line. */
export function translateLines(lines: readonly string[]): JsonLine[] {
  return run<JsonLine>(['translate', '--from', 'en', '--to', 'zh', '--json'], lines);
}

/** What `alignlens align --json` says of each pair of texts of one line. */
export function alignPairs(pairs: readonly (readonly [source: string, target: string])[]): AlignedJson[] {
  return run<AlignedJson>(['align', '--from', 'en', '--to', 'zh', '--json'], pairs.map((pair) => pair.join(' ||| ')));
}

/** What `alignlens summarize` says of each text. */
export function summarizeTexts(kind: 'prose' | 'code', languageId: string, texts: readonly string[], ...options: string[]): SummaryJson[] {
  return run<SummaryJson>(['summarize', '--kind', kind, ...options], texts.map((text) => JSON.stringify({ text, languageId })));
}

/** One JSON object per line of input. */
function run<Output>(args: readonly string[], lines: readonly string[]): Output[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...args], {
    input: `${lines.join('\n')}\n`,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the command line failed: ${stderr}`);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Output);
}
