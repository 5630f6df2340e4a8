/** `npm start`: VS Code for the Web with AlignLens and the sample folder, on this machine only. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { root } from './lib/paths.mjs';
import { ensureVSCodeWeb, serveVSCodeWeb } from './lib/vscodeWeb.mjs';

await ensureDependencies();
await ensureVSCodeWeb();
await build();
const { ALIGNLENS_PORT } = process.env;
const { url } = await serveVSCodeWeb({
  extensionDir: root,
  folder: join(root, 'docs/sample'),
  ...(ALIGNLENS_PORT === undefined ? {} : { port: Number(ALIGNLENS_PORT) }),
});
console.log(`\nAlignLens is running in VS Code for the Web at ${url} (Ctrl+C stops it).`);
console.log('Open billing.ts, select a comment, and run "AlignLens: Translate Selection" from the command palette.\n');
openInBrowser(url);

/** Opens the address in the user's browser where there is one; the address is printed either way. @param {string} address */
function openInBrowser(address) {
  if (process.env['CI']) return;
  const [program, args] =
    process.platform === 'darwin'
      ? ['open', [address]]
      : process.platform === 'win32'
        ? ['cmd', ['/c', 'start', '', address]]
        : ['xdg-open', [address]];
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
