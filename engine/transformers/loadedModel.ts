import { LastMatcher } from '../glossary/termMatcher';
import type { ReadFile } from '../pack/loader';
import { AlignLensError } from '../protocol/errors';
import { phrase } from '../protocol/phrase';
import { memoryError } from '../session/memory';
import { InferenceSession, stoppedBy, Tensor } from '../session/ortBackend';
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
    (part, cause) => {
      const names = part === 'tokenizer' ? 'tokenizer.json' : [...files.keys()].join(', ');
      const sentence = phrase('{0} of the model in {1} cannot be loaded. Copy or export the model again.', names, location);
      const what = `${names} (${location})`;
      return memoryError(cause, what) ?? stoppedBy(what, cause) ?? new AlignLensError('pack-damaged', sentence, String(cause));
    },
  );
  return { ...folder, model: namingFiles(model, [...files.keys()].join(', '), location), matcher: new LastMatcher(folder.info.sourceLanguage) };
}

/** Transformers.js looks at much of a model's files only when it runs the model, and says of none of them that it does not fit. */
function namingFiles(model: Seq2SeqModel, graphs: string, location: string): Seq2SeqModel {
  const unfit = (error: unknown): Error => {
    if (error instanceof AlignLensError) return error;
    const sentence = phrase('The model in {0} cannot be run: config.json, tokenizer.json and the graphs do not fit each other. Copy or export the model again.', location);
    const what = `${graphs} (${location})`;
    return memoryError(error, what) ?? stoppedBy(what, error) ?? new AlignLensError('pack-damaged', sentence, error instanceof Error ? error.stack : String(error));
  };
  return {
    generate: async (...args) => {
      try {
        return await model.generate(...args);
      } catch (error) {
        throw unfit(error);
      }
    },
    length: (text) => {
      try {
        return model.length(text);
      } catch (error) {
        throw unfit(error);
      }
    },
  };
}

/** Starts the bundle of Transformers.js in this worker, with the runtime of the engine. */
export function startTransformers(code: Uint8Array, runScript: (code: Uint8Array) => void): TransformersBundle {
  meetingPlace.alignlensRuntime = { InferenceSession, Tensor };
  runScript(code);
  const bundle = meetingPlace.alignlensTransformers;
  if (!bundle) throw new Error('the bundle of Transformers.js did not start');
  return bundle;
}
