/** Entry of the bundle `transformers.js`: runs sequence-to-sequence models of Hugging Face's format, offline. */
import { AutoModelForSeq2SeqLM, AutoTokenizer, env, LogLevel, type PreTrainedModel, type PreTrainedTokenizer, type Tensor } from '@xenova/transformers';
import { meetingPlace, type ReadModelFile, type Seq2SeqModel } from './interface';

/** By the name under which Transformers.js knows them. */
const folders = new Map<string, ReadModelFile>();

env.allowRemoteModels = false;
env.allowLocalModels = true;
env.localModelPath = '/';
env.useFS = false;
env.useFSCache = false;
env.useBrowserCache = false;
env.useWasmCache = false;
// It would write texts of the user to the console.
env.logLevel = LogLevel.NONE;
// Every file that Transformers.js wants passes here, and nothing comes from anywhere else.
env.fetch = async (address) => {
  const [, folder = '', file = ''] = /^\/([^/]+)\/(.+)$/u.exec(String(address)) ?? [];
  const content = await folders.get(folder)?.(file);
  return content ? new Response(content as Uint8Array<ArrayBuffer>) : new Response(null, { status: 404 });
};

/** Of the translation that is under way. */
let beforeRun: (() => Promise<void>) | undefined;

meetingPlace.alignlensTransformers = {
  async load(readFile, weights, fail) {
    const name = `folder${folders.size}`;
    folders.set(name, readFile);
    try {
      const options = { device: 'wasm', dtype: weights } as const;
      const tokenizer = await AutoTokenizer.from_pretrained(name).catch((error: unknown) => {
        throw fail('tokenizer', error);
      });
      const model = await AutoModelForSeq2SeqLM.from_pretrained(name, options).catch((error: unknown) => {
        throw fail('graphs', error);
      });
      for (const session of Object.values(model.sessions as Record<string, Session>)) interruptible(session);
      return seq2SeqModel(tokenizer, model);
    } finally {
      // All is read; the files need not be kept. The name stays taken.
      folders.set(name, () => Promise.resolve(undefined));
    }
  },
};

function seq2SeqModel(tokenizer: PreTrainedTokenizer, model: PreTrainedModel): Seq2SeqModel {
  const encode = (text: string): { readonly input_ids: Tensor } => tokenizer(text);
  return {
    async generate(text, maxLength, hook) {
      // While this one waits in its hook, a more urgent translation may run from beginning to end.
      const outer = beforeRun;
      beforeRun = hook;
      try {
        const ids = await model.generate({ ...encode(text), max_new_tokens: maxLength, num_beams: 1, do_sample: false });
        return tokenizer.batch_decode(ids as Tensor, { skip_special_tokens: true })[0] ?? '';
      } finally {
        beforeRun = outer;
      }
    },
    length: (text) => encode(text).input_ids.dims[1] ?? 0,
  };
}

interface Session {
  run(...args: unknown[]): Promise<unknown>;
}

/** Transformers.js has no way to stop a translation that lets messages in first. */
function interruptible(session: Session): void {
  const run = session.run.bind(session);
  session.run = async (...args) => {
    await beforeRun?.();
    return run(...args);
  };
}
