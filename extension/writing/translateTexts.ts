import type { RequestOptions } from '../../engine/protocol/rpc';
import type { TranslationSettings, Translator } from '../translator';

/** What is done is remembered batch by batch: a cancelled run goes on where it ended. */
const batchSize = 40;

/** The translations of many texts, in order, behind hovers and commands that somebody waits for; progress counts texts. */
export async function translateTexts(
  translator: Pick<Translator, 'translate'>,
  settings: TranslationSettings,
  texts: readonly string[],
  { signal, onProgress }: RequestOptions,
): Promise<string[]> {
  const done: string[] = [];
  for (let start = 0; start < texts.length; start += batchSize) {
    const batch = texts.slice(start, start + batchSize);
    const translations = await translator.translate(settings, batch, {
      signal,
      priority: 'background',
      onProgress: (sentences, all) => onProgress?.(done.length + Math.floor((batch.length * sentences) / all), texts.length),
    });
    done.push(...translations.map(({ target }) => target));
    onProgress?.(done.length, texts.length);
  }
  return done;
}
