/** `npm run package`: writes the VSIX. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { root } from './lib/paths.mjs';
import { packageExtension } from './lib/vsix.mjs';

await ensureDependencies();
const { name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
await packageExtension(join(root, `${name}-${version}.vsix`));
