import type { Translation } from '../engine/protocol/result';
import type { RequestOptions } from '../engine/protocol/rpc';
import { AlignLensError } from '../engine/protocol/errors';
import type * as config from './config';
import { translationSettings, type TranslationServices } from './context';
import type { DirectionOptions } from './direction';
import { selectedPassages, type Passage } from './passages';
import type { TranslationSettings } from './translator';

/** The translation of a text that stands in no document of its own, such as a message. */
export interface TextTranslation {
  readonly settings: TranslationSettings;
  /** Its lines end with line feeds. */
  readonly source: string;
  /** With the lines and the indentation of the source. */
  readonly target: string;
  /** Of `source`. */
  readonly passages: readonly Passage[];
  /** One per passage. */
  readonly translations: readonly Translation[];
}

/** Throws AlignLensError like `translationSettings` and the engine; `empty-input` for a text without words. */
export async function translateText(
  context: TranslationServices,
  scope: config.Scope,
  text: string,
  { asked, ...options }: RequestOptions & DirectionOptions,
): Promise<TextTranslation> {
  const source = text.replace(/\r\n?/gu, '\n');
  const passages = selectedPassages(source, [{ start: 0, end: source.length }], 'plaintext');
  if (passages.length === 0) throw new AlignLensError('empty-input', 'There are no words to translate here. Select some text.');
  const texts = passages.map(({ text }) => text);
  const settings = await translationSettings(context, scope, texts, { asked });
  const translations = await context.translator.translate(settings, texts, options);
  return { settings, source, target: spliced(source, passages, translations), passages, translations };
}

function spliced(source: string, passages: readonly Passage[], translations: readonly Translation[]): string {
  let from = 0;
  const parts = passages.map((passage, index) => {
    const part = source.slice(from, passage.range.start) + passage.write(translations[index]?.target ?? '');
    from = passage.range.end;
    return part;
  });
  return parts.join('') + source.slice(from);
}
