/**
 * `npm run test:offline`: the installed VSIX in every kind of extension host (`npm run test:hosts`), in a network namespace
 * without any interface but loopback. Of Linux; elsewhere there is no such thing, and it says so.
 */
import { join } from 'node:path';
import { ensureChromium } from './lib/chromium.mjs';
import { ensureCodeServer } from './lib/codeServer.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { withoutNetwork } from './lib/namespace.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { ensureVSCodeWeb } from './lib/vscodeWeb.mjs';

await ensureDependencies();
await ensureVSCodeWeb();
await ensureCodeServer();
await ensureChromium();
const vitest = [process.execPath, join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'hosts', ...process.argv.slice(2)];
const [program, ...args] = await withoutNetwork(vitest);
process.exitCode = await run(program, args);
