/** Entry of the bundle `cli.js`: the engine in a terminal. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineClient } from './client';
import { align } from './cli/align';
import { parseArguments } from './cli/arguments';
import { lint } from './cli/lint';
import { listPacks } from './cli/packs';
import { summarize } from './cli/summarize';
import { translate } from './cli/translate';
import { translateFile } from './cli/translateFile';
import { errorLine, usage } from './cli/usage';
import { nodeEngineHost } from './platform/node';

/** Exit status for bad arguments or input, and for anything that kept the work from being done. */
const failure = 2;

async function main(): Promise<void> {
  const command = parseArguments(process.argv.slice(2));
  if (command.name === 'help') return write(usage);
  if (command.name === 'version') return write(`${await ownVersion()}\n`);
  const client = new EngineClient(nodeEngineHost({ distDir: __dirname, log: () => undefined }));
  try {
    if (command.name === 'packs') await printPacks(command.packsFolder, client);
    else if (command.name === 'lint') process.exitCode = await lint(command, client, installedPacks(), await ownVersion(), write);
    else if (command.name === 'align') await align(command, client, installedPacks(), process.stdin, write);
    else if (command.name === 'translate-file') await translateFile(command, client, installedPacks(), write);
    else if (command.name === 'translate') await translate(command, client, installedPacks(), process.stdin, write);
    else await summarize(command, client, installedPacks(), process.stdin, write);
  } finally {
    client.dispose();
  }
}

async function printPacks(folder: string | undefined, client: EngineClient): Promise<void> {
  const packs = await listPacks(folder ?? installedPacks(), client, (error) => process.stderr.write(errorLine(error)));
  for (const { id, version, task, sourceLanguage, targetLanguage, location } of packs) {
    await write(`${id}\t${version}\t${task}\t${sourceLanguage} → ${targetLanguage}\t${location}\n`);
  }
}

function installedPacks(): string {
  return join(__dirname, '..', 'models', 'packs');
}

async function ownVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(__dirname, '..', 'package.json'), 'utf8'));
  const known = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return known ? String(manifest.version) : 'unknown';
}

/** Waits until the reader has taken what was written before, so that a slow reader is not outrun. */
function write(text: string): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.write(text)) resolve();
    else process.stdout.once('drain', resolve);
  });
}

// A reader that has seen enough (head, less) closes the pipe: not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : failure);
});

main().catch((error: unknown) => {
  process.stderr.write(errorLine(error));
  process.exitCode = failure;
});
