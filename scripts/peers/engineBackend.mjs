/** AlignLens as its hosts use it: the client in this process, the engine in its worker. */
import { createRequire } from 'node:module';

/**
 * @param {{ client: string, dist: string, pack: string }} settings
 *   the bundle that exports the engine's client, the folder of the worker's bundle, the pack
 * @returns {Promise<import('./host.mjs').Backend>}
 */
export async function open({ client: bundle, dist, pack }) {
  const { EngineClient, nodeEngineHost } = createRequire(import.meta.url)(bundle);
  // One thread each: no long text is shared among several workers.
  const client = new EngineClient({ ...nodeEngineHost({ distDir: dist, log: () => undefined }), parallelism: 1 });
  return {
    translate: async (texts, beamSize, signal) => {
      await client.translate({ pack, texts: texts.map(({ text }) => text), options: { beamSize } }, { signal });
    },
    plan: async (texts) => {
      /** @type {import('../../engine/protocol/result').Translation[]} */
      const translations = await client.translate({ pack, texts });
      return translations.map(({ source, sentences }) =>
        sentences
          .filter(({ subwords }) => subwords.length > 0)
          // With the end of the sentence, which is written like a subword.
          .map(({ source: span, subwords }) => ({ text: source.slice(span.start, span.end), subwords: subwords.length + 1 })),
      );
    },
    close: () => client.dispose(),
  };
}
