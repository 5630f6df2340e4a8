import type { RequestOptions } from '../../engine/protocol/rpc';
import type { TranslationSettings, Translator } from '../translator';

/**
 * UTF-16 code units of a request: some seconds' work. What is done is remembered request by request: a cancelled run goes on
 * where it ended.
 */
const batchLength = 8000;

/** The translations of many texts, in order, behind hovers and commands that somebody waits for; progress counts texts. */
export async function translateTexts(
  translator: Pick<Translator, 'translate'>,
  settings: TranslationSettings,
  texts: readonly string[],
  { signal, onProgress }: RequestOptions,
): Promise<string[]> {
  // Requests that are under way at the same time do not know of each other's texts.
  const distinct = [...new Set(texts)];
  const batches = inBatches(distinct);
  const done = batches.map(() => 0);
  // One for each: whoever has too many listeners is warned about.
  const stops = batches.map(() => new AbortController());
  const abort = (): void => stops.forEach((stop) => stop.abort());
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted) abort();
  const translate = async (batch: readonly string[], index: number): Promise<string[]> => {
    const tell = (count: number): void => {
      done[index] = count;
      onProgress?.(done.reduce((sum, each) => sum + each, 0), distinct.length);
    };
    const translations = await translator.translate(settings, batch, {
      signal: stops[index]!.signal,
      priority: 'background',
      onProgress: (sentences, all) => tell(Math.floor((batch.length * sentences) / all)),
    });
    tell(batch.length);
    return translations.map(({ target }) => target);
  };
  try {
    // All at once: the engine sees how much there is to do, and none of its workers waits for another one's last sentence.
    const targets = (await Promise.all(batches.map(translate))).flat();
    const known = new Map(distinct.map((text, index) => [text, targets[index]!]));
    return texts.map((text) => known.get(text)!);
  } finally {
    signal?.removeEventListener('abort', abort);
    abort();
  }
}

function inBatches(texts: readonly string[]): string[][] {
  const batches: string[][] = [];
  let length = batchLength;
  for (const text of texts) {
    if (length >= batchLength) {
      batches.push([]);
      length = 0;
    }
    batches.at(-1)!.push(text);
    length += text.length;
  }
  return batches;
}
