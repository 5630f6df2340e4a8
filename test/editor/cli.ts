/** The command-line program, as a reference for what the editor must show. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { JsonLine } from '../../engine/cli/json';
import { root } from '../../scripts/lib/paths.mjs';

/** What `alignlens translate --json` says of each line. */
export function translateLines(lines: readonly string[]): JsonLine[] {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'dist/cli.js'), 'translate', '--from', 'en', '--to', 'zh', '--json'],
    { input: `${lines.join('\n')}\n`, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the command line failed: ${stderr}`);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as JsonLine);
}
