import { LastMatcher } from '../glossary/termMatcher';
import type { ReadFile } from '../pack/loader';
import { AlignLensError } from '../protocol/errors';
import { phrase } from '../protocol/phrase';
import { memoryError } from '../session/memory';
import { InferenceSession, Tensor } from '../session/ortBackend';
import { meetingPlace, type Seq2SeqModel, type TransformersBundle } from './interface';
import { readModelFolder, readModelGraphs, readOptional, type ModelFolder } from './modelFolder';

/** A model of Hugging Face's format that is ready to use. */
export interface LoadedModel extends ModelFolder {
  readonly model: Seq2SeqModel;
  /** Finds the user's terms in texts of the source language. */
  readonly matcher: LastMatcher;
}

/** Reads, checks and loads a model; the runtime must be configured. Throws `pack-…` errors and `out-of-memory`. */
export async function loadModel(location: string, readFile: ReadFile, bundle: TransformersBundle): Promise<LoadedModel> {
  const folder = await readModelFolder(location, readFile);
  const { weights, files } = await readModelGraphs(location, readFile);
  const model = await bundle.load(
    async (file) => files.get(file) ?? readOptional(location, file, readFile),
    weights,
    (part, cause) =>
      memoryError(cause) ??
      new AlignLensError(
        'pack-damaged',
        phrase('{0} of the model in {1} cannot be loaded. Copy or export the model again.', part === 'tokenizer' ? 'tokenizer.json' : [...files.keys()].join(', '), location),
        String(cause),
      ),
  );
  return { ...folder, model, matcher: new LastMatcher(folder.info.sourceLanguage) };
}

/** Starts the bundle of Transformers.js in this worker, with the runtime of the engine. */
export function startTransformers(code: Uint8Array, runScript: (code: Uint8Array) => void): TransformersBundle {
  meetingPlace.alignlensRuntime = { InferenceSession, Tensor };
  runScript(code);
  const bundle = meetingPlace.alignlensTransformers;
  if (!bundle) throw new Error('the bundle of Transformers.js did not start');
  return bundle;
}
