/** Packs and models with damaged files: what `alignlens.packFolders` may name when a folder comes from somewhere. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { tinyMarian, tinyPack, tinySummarizer } from '../engine/support';
import { damaged, damagedLexicon } from './mutateBytes';
import { mutatedJson } from './mutateJson';
import { mutatedOnnx } from './mutateOnnx';
import { Chance } from './random';

const packFiles = ['manifest.json', 'source.tokenizer.json', 'target.tokenizer.json', 'encoder.onnx', 'decoder.onnx', 'output.onnx', 'lexicon.bin'];
const modelFiles = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/encoder_model.onnx', 'onnx/decoder_model_merged.onnx'];

export interface Base {
  readonly task: 'translate' | 'summarize';
  readonly hasManifest: boolean;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

function base(folder: string, names: readonly string[], task: Base['task']): Base {
  const files = new Map(names.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]));
  return { task, hasManifest: files.has('manifest.json'), files };
}

/** The tiny pack has no list of words, since it translates into Chinese. */
function withWords(pack: Base): Base {
  const files = withHash(new Map(pack.files).set('words.txt', new TextEncoder().encode('a\nfile\nopen\n')), 'words.txt');
  const manifest = JSON.parse(new TextDecoder().decode(files.get('manifest.json'))) as object;
  return { ...pack, files: files.set('manifest.json', new TextEncoder().encode(JSON.stringify({ ...manifest, knownWords: 'words.txt' }))) };
}

export const bases = {
  pack: withWords(base(tinyPack, packFiles, 'translate')),
  summarizer: base(tinySummarizer, packFiles, 'summarize'),
  model: base(tinyMarian, modelFiles, 'translate'),
};

/** One damaged folder. */
export interface Recipe {
  readonly base: keyof typeof bases;
  /** Index of the damaged file. */
  readonly file: number;
  /** Without knowledge of the format, or with it. */
  readonly raw: boolean;
  /** Whether the manifest's hashes follow, so that the damage gets past them. */
  readonly hashed: boolean;
  readonly seed: number;
}

export const recipe: fc.Arbitrary<Recipe> = fc.record({
  base: fc.constantFrom<(keyof typeof bases)[]>('pack', 'pack', 'summarizer', 'model'),
  file: fc.nat((packFiles.length + 1) * packFiles.length * modelFiles.length - 1),
  raw: fc.oneof({ arbitrary: fc.constant(false), weight: 3 }, { arbitrary: fc.constant(true), weight: 1 }),
  hashed: fc.oneof({ arbitrary: fc.constant(true), weight: 7 }, { arbitrary: fc.constant(false), weight: 1 }),
  seed: fc.nat(),
});

export function damagedFile({ base: of, file }: Recipe): string {
  const names = [...bases[of].files.keys()];
  return names[file % names.length]!;
}

export function filesOf(made: Recipe): Map<string, Uint8Array> {
  const { files, hasManifest } = bases[made.base];
  const name = damagedFile(made);
  const chance = new Chance(made.seed);
  const content = mutated(name, files.get(name)!, made.raw, chance);
  const changed = new Map(files).set(name, content);
  return hasManifest && made.hashed && name !== 'manifest.json' ? withHash(changed, name) : changed;
}

function mutated(name: string, content: Uint8Array, raw: boolean, chance: Chance): Uint8Array {
  if (raw || name.endsWith('.txt')) return damaged(content, chance);
  if (name.endsWith('.json')) return mutatedJson(content, chance);
  return name.endsWith('.onnx') ? mutatedOnnx(content, chance) : damagedLexicon(content, chance);
}

export function withHash(files: Map<string, Uint8Array>, name: string): Map<string, Uint8Array> {
  const manifest = JSON.parse(new TextDecoder().decode(files.get('manifest.json'))) as { files: Record<string, string> };
  manifest.files[name] = createHash('sha256').update(files.get(name)!).digest('hex');
  return files.set('manifest.json', new TextEncoder().encode(JSON.stringify(manifest)));
}
