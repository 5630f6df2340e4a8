/** Entry of the bundle `cli.js`: the engine in a terminal. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineClient } from './client';
import { toJsonLine } from './cli/json';
import { readLineBatches } from './cli/lines';
import { findPack, listPacks } from './cli/packs';
import { errorLine, parseArguments, usage, UsageError, type Command } from './cli/usage';
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
    else await translate(command, client);
  } finally {
    client.dispose();
  }
}

async function printPacks(folder: string | undefined, client: EngineClient): Promise<void> {
  const packs = await listPacks(folder ?? installedPacks(), client, (error) => process.stderr.write(errorLine(error)));
  for (const { id, version, sourceLanguage, targetLanguage, location } of packs) {
    await write(`${id}\t${version}\t${sourceLanguage} → ${targetLanguage}\t${location}\n`);
  }
}

async function translate(command: Extract<Command, { name: 'translate' }>, client: EngineClient): Promise<void> {
  const pack = await choosePack(command, client);
  for await (const texts of readLineBatches(process.stdin)) {
    const translations = await client.translate({ pack, texts, options: command.options });
    const lines = translations.map((translation) =>
      command.json ? JSON.stringify(toJsonLine(translation)) : translation.target,
    );
    await write(`${lines.join('\n')}\n`);
  }
}

async function choosePack(command: Extract<Command, { name: 'translate' }>, client: EngineClient): Promise<string> {
  const { packFolder, packsFolder, from, to } = command;
  if (packFolder === undefined) return findPack(packsFolder ?? installedPacks(), from ?? '', to ?? '', client);
  const pack = await client.describePack(packFolder);
  if ((from ?? pack.sourceLanguage) !== pack.sourceLanguage || (to ?? pack.targetLanguage) !== pack.targetLanguage) {
    throw new UsageError(
      `the pack in ${packFolder} translates ${pack.sourceLanguage} → ${pack.targetLanguage}, not ${from ?? '…'} → ${to ?? '…'}`,
    );
  }
  return packFolder;
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
