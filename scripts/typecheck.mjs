/** Type-checks every folder against its own globals: see the tsconfig.json in each. */
import { join } from 'node:path';
import { root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

let failed = 0;
for (const folder of ['engine', 'extension', 'webview', 'test', 'scripts']) {
  const code = await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--project', folder]);
  if (code !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
