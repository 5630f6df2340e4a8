/**
 * Folders of Hugging Face's format with ONNX graphs, as exports for Transformers.js are laid out: `config.json`,
 * `tokenizer.json`, `tokenizer_config.json` and, in `onnx/`, `encoder_model*.onnx` and `decoder_model_merged*.onnx`.
 */
import { primaryLanguage } from '../language/tag';
import { isRefusal } from '../pack/folderFile';
import { verifyPack, type ReadFile } from '../pack/loader';
import { AlignLensError } from '../protocol/errors';
import { phrase, type Phrase } from '../protocol/phrase';
import type { PackInfo } from '../protocol/result';
import { anything, described, object, record, string, ValidationError } from '../protocol/validate';
import type { WeightType } from './interface';

/** What the files say of a model, without its graphs. */
export interface ModelFolder {
  readonly info: PackInfo;
  /** Put before each text: T5 is told so what to do. */
  readonly prefix: string;
  /** Source subwords that the model reads at most. */
  readonly maxSourceTokens: number;
}

/** The graphs of a folder. */
export interface ModelGraphs {
  readonly weights: WeightType;
  /** By their paths in the folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Model types that are known to work: one language to one other, nothing asked of the decoder. */
const modelTypes = ['marian', 't5', 'mt5', 'bart'];

/** Where somebody says what a folder does not. */
const ownFile = 'alignlens.json';
const ownSettings = object({}, { source: string, target: string, prefix: string });

/** How weights are written and what the names of the graphs end in: small ones first, since memory and time count. */
const weightTypes: readonly (readonly [WeightType, string])[] = [
  ['q8', '_quantized'],
  ['int8', '_int8'],
  ['uint8', '_uint8'],
  ['fp32', ''],
  ['q4', '_q4'],
  ['bnb4', '_bnb4'],
];

/** Whether a folder that is no pack of AlignLens is to be read as a model. */
export async function isModelFolder(location: string, readFile: ReadFile): Promise<boolean> {
  return (await readOptional(location, 'config.json', readFile)) !== undefined;
}

/**
 * Reads what a folder says of its model.
 *
 * @throws AlignLensError `pack-missing` (a file is not there), `pack-damaged` (it is not JSON) or `pack-incompatible` (the
 * model cannot be run, or its languages are not known), naming the file
 */
export async function readModelFolder(location: string, readFile: ReadFile): Promise<ModelFolder> {
  const config = await readJson(location, 'config.json', readFile);
  requireSeq2Seq(config, location);
  if ((await readOptional(location, 'tokenizer.json', readFile)) === undefined) throw missing(location, 'tokenizer.json');
  const tokenizer = await readJson(location, 'tokenizer_config.json', readFile);
  const own = await readOwnSettings(location, readFile);
  const id = nameOf(location);
  const { source, target } = languagesOf(own, [tokenizer, config], [id, config['_name_or_path']], location);
  return {
    info: { id, version: config['model_type'] as string, task: 'translate', sourceLanguage: source, targetLanguage: target, location, translatesOnly: true },
    prefix: own.prefix ?? prefixOf(config, source, target),
    maxSourceTokens: smallest([config['max_position_embeddings'], config['n_positions'], tokenizer['model_max_length'], longestSource]),
  };
}

/** Subwords: longer sentences are cut, whatever the model could read. */
const longestSource = 512;

/** Reads the graphs with the smallest weights there are. Throws `pack-missing`. */
export async function readModelGraphs(location: string, readFile: ReadFile): Promise<ModelGraphs> {
  for (const [weights, suffix] of weightTypes) {
    const names = [`onnx/encoder_model${suffix}.onnx`, `onnx/decoder_model_merged${suffix}.onnx`] as const;
    const encoder = await readOptional(location, names[0], readFile);
    if (!encoder) continue;
    const decoder = await readOptional(location, names[1], readFile);
    if (!decoder) throw missing(location, names[1]);
    return { weights, files: new Map([[names[0], encoder], [names[1], decoder]]) };
  }
  throw missing(location, 'onnx/encoder_model.onnx');
}

/**
 * Checks a pack as `verifyPack` does; of a model, which has no hashes, that all files are there and say what has to be known.
 * Throws like `verifyPack` and the functions above.
 */
export async function verifyPackOrModel(location: string, readFile: ReadFile, options: Parameters<typeof verifyPack>[2]): Promise<void> {
  if ((await readOptional(location, 'manifest.json', readFile)) !== undefined || !(await isModelFolder(location, readFile))) {
    await verifyPack(location, readFile, options);
    return;
  }
  await readModelFolder(location, readFile);
  await readModelGraphs(location, readFile);
}

/** A file of the folder; undefined when it is not there. Throws `pack-damaged` when it is not to be read. */
export async function readOptional(location: string, file: string, readFile: ReadFile): Promise<Uint8Array | undefined> {
  try {
    return await readFile(location, file);
  } catch (error) {
    if (isRefusal(error)) throw error;
    return undefined;
  }
}

type Json = Readonly<Record<string, unknown>>;

async function readJson(location: string, file: string, readFile: ReadFile): Promise<Json> {
  const content = await readOptional(location, file, readFile);
  if (!content) throw missing(location, file);
  try {
    return record(anything)(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content)), file);
  } catch (error) {
    throw new AlignLensError('pack-damaged', phrase('{0} of the model in {1} is not a JSON object. Copy or export the model again.', file, location), String(error));
  }
}

async function readOwnSettings(location: string, readFile: ReadFile): Promise<ReturnType<typeof ownSettings>> {
  if ((await readOptional(location, ownFile, readFile)) === undefined) return {};
  try {
    return ownSettings(await readJson(location, ownFile, readFile), ownFile);
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    throw incompatible(phrase('{0} of the model in {1} does not fit: {2}. It takes "source", "target" and "prefix".', ownFile, location, error.message));
  }
}

function requireSeq2Seq(config: Json, location: string): void {
  const type = config['model_type'];
  if (typeof type === 'string' && modelTypes.includes(type)) return;
  throw incompatible(
    phrase('config.json of the model in {0} has the model_type {1}. AlignLens runs translation models of these types: {2}.', location, described(type), modelTypes.join(', ')),
  );
}

/** What was said for AlignLens, else what the files say, else what the name does: `opus-mt-en-de`. */
function languagesOf(own: Json, files: readonly Json[], names: readonly unknown[], location: string): { source: string; target: string } {
  const [, first, second] = names.map((name) => (typeof name === 'string' ? namePattern.exec(name) : null)).find((match) => match) ?? [];
  const given = files.find((file) => isCode(file['source_lang']) && isCode(file['target_lang']));
  const source = own['source'] ?? given?.['source_lang'] ?? first;
  const target = own['target'] ?? given?.['target_lang'] ?? second;
  if (isCode(source) && isCode(target)) return { source: languageCode(source), target: languageCode(target) };
  throw incompatible(
    phrase(
      'No file of the model in {0} says from which language to which it translates. Put {1} beside config.json with {2}, or with the codes of its languages.',
      location,
      ownFile,
      '{"source": "en", "target": "de"}',
    ),
  );
}

/** The end of the names of Marian models, folders of a repository before it and the kind of export behind it left out. */
const namePattern = /(?:^|[/\\])opus-mt(?:-tc)?(?:-(?:big|base|tiny))?-([a-z]{2,3})-([a-z]{2,3})(?:-onnx)?$/iu;

function isCode(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z]{2,3}(?:[-_][A-Za-z0-9]+)*$/iu.test(value);
}

/** ISO 639-1 where the language has such a code: `de` of `deu`. */
function languageCode(tag: string): string {
  return Intl.getCanonicalLocales(primaryLanguage(tag))[0] ?? tag;
}

/** T5's configuration has what to put before a text for each pair of languages that it was trained for. */
function prefixOf(config: Json, source: string, target: string): string {
  const tasks = config['task_specific_params'] as Record<string, { readonly prefix?: unknown } | null> | null | undefined;
  const prefix = tasks?.[`translation_${source}_to_${target}`]?.prefix;
  return typeof prefix === 'string' ? prefix : '';
}

function smallest(limits: readonly unknown[]): number {
  return Math.min(...limits.filter((limit) => typeof limit === 'number' && limit > 0) as number[]);
}

/** The last part of a path or URI. */
function nameOf(location: string): string {
  const name = /([^/\\]+)[/\\]*$/u.exec(location)?.[1] ?? location;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function missing(location: string, file: string): AlignLensError {
  return new AlignLensError(
    'pack-missing',
    phrase('The model in {0} has no readable {1}. Export it with ONNX graphs for Transformers.js, or copy what is missing.', location, file),
  );
}

function incompatible(sentence: Phrase): AlignLensError {
  return new AlignLensError('pack-incompatible', sentence);
}
