import { AlignLensError } from '../protocol/errors';
import { phrase } from '../protocol/phrase';
import type { PackInfo } from '../protocol/result';
import {
  array,
  boolean,
  described,
  integer,
  nested,
  nullable,
  number,
  object,
  oneOf,
  record,
  string,
  ValidationError,
  type Validator,
} from '../protocol/validate';

/** The manifest schema this engine reads. */
const schemaVersion = 2;

const hash: Validator<string> = (value, path) => {
  if (typeof value !== 'string' || !/^[0-9a-f]{64}$/.test(value)) {
    throw new ValidationError(path, 'a SHA-256 in 64 lower-case hexadecimal digits', value);
  }
  return value;
};

/** Names of devices on Windows. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

// A pack is one flat folder: a name with a separator could read outside it.
const fileName: Validator<string> = (value, path) => {
  if (typeof value !== 'string' || !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(value) || deviceName.test(value)) {
    throw new ValidationError(path, 'a file name without folders', value);
  }
  return value;
};

const regexSource: Validator<string> = (value, path) => {
  const pattern = string(value, path);
  try {
    new RegExp(pattern, 'gu');
  } catch (error) {
    throw new ValidationError(path, `a regular expression (${error instanceof Error ? error.message : ''})`, value);
  }
  return pattern;
};

/** For people and for models/, not for the engine. */
const aside = nested(50);

const architecture = object(
  {
    cell: oneOf('regated', 'luong'),
    recurrentOutput: boolean,
    score: oneOf('dot', 'scaled_dot', 'general', 'mlp'),
    embedding: integer(1),
    hidden: integer(1),
    encoderLayers: integer(1),
    sourceVocabulary: integer(1),
    targetVocabulary: integer(1, 65536),
  },
  // How the memory becomes the decoder's first state; absent means mean.
  { pooling: oneOf('mean', 'attention') },
);

const decoding = object(
  {
    beamSize: integer(1, 16),
    lengthPenalty: number(0, 5),
    maxLengthRatio: number(0.1, 10),
    maxLengthExtra: integer(1, 1000),
  },
  // Absent means 0.
  { noRepeatNgram: integer(0, 100), coveragePenalty: number(0, 5) },
);

const summarize = object({
  /** Mean log-probability per subword below which a line is quoted instead. */
  minScore: number(),
  /** Units are quoted by their salience divided by (their words to this power). */
  lengthExponent: number(0, 2),
  /** Matches what a line must not make up: identifiers and numbers. */
  facts: regexSource,
});

const manifestShape = object(
  {
    schema: oneOf(schemaVersion),
    id: string,
    version: string,
    task: oneOf('translate', 'summarize'),
    sourceLanguage: string,
    targetLanguage: string,
    architecture,
    state: array(string),
    stateSizes: record(integer(1)),
    specialTokens: object({ pad: integer(0), bos: integer(0), eos: integer(0) }),
    // At most 31 placeholders: the decoder keeps the set of those it has written in the bits of one integer.
    placeholders: object({ kinds: array(string), perKind: integer(1, 31), firstId: integer(0) }),
    // `side: source`: such spans are searched for in sources only; a target has them where it has the same text.
    protect: array(object({ kind: string, pattern: regexSource }, { side: oneOf('source') })),
    lexicon: nullable(object({ file: fileName, epsilon: number(0) })),
    decoding,
    limits: object({ maxSourceTokens: integer(8) }),
    quantization: oneOf('int8', 'none'),
    files: record(hash, fileName),
    training: aside,
    metrics: aside,
  },
  {
    // Given exactly when the task is `summarize`.
    summarize,
    // A file with the words that translations into Latin letters are made of; absent means any.
    knownWords: fileName,
    // How the pack was made.
    config: aside,
  },
);

/** `manifest.json` of a pack, schema 2. */
export type Manifest = ReturnType<typeof manifestShape>;
export type ProtectRule = Manifest['protect'][number];
export type PlaceholderIds = Manifest['placeholders'];

/**
 * Reads a manifest. Throws `pack-damaged` when it is not JSON, `pack-incompatible` when it is of another
 * schema or a part is not as the schema says; `location` appears in the message.
 */
export function parseManifest(content: Uint8Array, location: string): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch (error) {
    throw new AlignLensError(
      'pack-damaged',
      phrase('manifest.json of the pack in {0} is not valid JSON. Copy or install the pack again.', location),
      String(error),
    );
  }
  const schema = typeof json === 'object' && json !== null && 'schema' in json ? json.schema : undefined;
  if (schema !== schemaVersion) {
    throw new AlignLensError(
      'pack-incompatible',
      phrase('The pack in {0} has manifest schema {1}, but this AlignLens reads schema {2}. Update AlignLens, or get a pack made for this version.', location, described(schema), schemaVersion),
    );
  }
  try {
    const manifest = manifestShape(json, 'manifest');
    checkConsistency(manifest);
    return manifest;
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    throw new AlignLensError(
      'pack-incompatible',
      phrase('manifest.json of the pack in {0} does not fit schema {1}: {2}. Build the pack again with the matching version of models/.', location, schemaVersion, error.message),
      error.stack,
    );
  }
}

export function describeManifest(manifest: Manifest, location: string): PackInfo {
  const { id, version, task, sourceLanguage, targetLanguage } = manifest;
  return { id, version, task, sourceLanguage, targetLanguage, location };
}

function checkConsistency(manifest: Manifest): void {
  const { placeholders, architecture: sizes, state, stateSizes, protect } = manifest;
  const count = placeholders.kinds.length * placeholders.perKind;
  if (count > 31) throw new ValidationError('manifest.placeholders', 'at most 31 ids', count);
  const end = placeholders.firstId + count;
  if (end > Math.min(sizes.sourceVocabulary, sizes.targetVocabulary)) {
    throw new ValidationError('manifest.placeholders', 'within both vocabularies', end);
  }
  for (const [name, id] of Object.entries(manifest.specialTokens)) {
    const smallest = Math.min(sizes.sourceVocabulary, sizes.targetVocabulary);
    if (id >= smallest) throw new ValidationError(`manifest.specialTokens.${name}`, `within both vocabularies, below ${smallest}`, id);
  }
  for (const name of state) {
    if (!Object.hasOwn(stateSizes, name)) throw new ValidationError(`manifest.stateSizes.${name}`, 'given', undefined);
  }
  protect.forEach(({ kind }, index) => {
    if (!placeholders.kinds.includes(kind)) {
      throw new ValidationError(`manifest.protect[${index}].kind`, `one of ${placeholders.kinds.join(', ')}`, kind);
    }
  });
  checkTask(manifest);
}

function checkTask({ task, summarize: settings, architecture: { pooling } }: Manifest): void {
  if (task === 'translate') {
    if (settings) throw new ValidationError('manifest.summarize', 'absent, since the task is translate', settings);
    return;
  }
  if (!settings) throw new ValidationError('manifest.summarize', 'given, since the task is summarize', undefined);
  // Without it there is no salience, which chooses what a long text is condensed to.
  if (pooling !== 'attention') throw new ValidationError('manifest.architecture.pooling', '"attention" in a summarizer', pooling);
}
