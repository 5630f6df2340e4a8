import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Engine } from '../../engine/engine';
import type { ReadFile } from '../../engine/pack/loader';
import { runScript } from '../../engine/platform/node';
import { runtimeLocation } from '../../engine/protocol/workerProtocol';

export const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const tinyPack = join(repository, 'test', 'fixtures', 'tiny-pack');
export const tinySummarizer = join(repository, 'test', 'fixtures', 'tiny-summarizer');
export const tinyMarian = join(repository, 'test', 'engine', 'transformers', 'tiny-marian');
export const packsFolder = join(repository, 'models', 'packs');
export const realPack = join(packsFolder, 'en-zh');
export const runtimeFolder = join(repository, 'node_modules', 'onnxruntime-web', 'dist');

/** The real pack is part of the repository; only while one is being trained may it be missing, and never in CI. */
export const withRealPack = existsSync(join(realPack, 'manifest.json')) || process.env['CI'] !== undefined;

/** Reads packs from folders and the runtime from the installed package. */
export const readPackFile: ReadFile = (location, file) =>
  readFile(join(location === runtimeLocation ? runtimeFolder : location, file));

export function createEngine(read: ReadFile = readPackFile): Engine {
  return new Engine({ readFile: read, log: () => undefined, runScript });
}

/** Reads packs as they are but for parts of their manifests, which no hash covers. */
export function withManifest(changes: Readonly<Record<string, unknown>>): ReadFile {
  return async (location, file) => {
    const content = await readPackFile(location, file);
    if (file !== 'manifest.json') return content;
    const manifest = JSON.parse(new TextDecoder().decode(content)) as Record<string, unknown>;
    return new TextEncoder().encode(JSON.stringify({ ...manifest, ...changes }));
  };
}
