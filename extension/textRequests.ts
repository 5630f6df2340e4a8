/** What other extensions and chat agents ask of texts that belong to no document. */
import { detectLanguage } from '../engine/language/detect';
import { primaryLanguage } from '../engine/language/tag';
import { AlignLensError } from '../engine/protocol/errors';
import { phrase, type Phrase } from '../engine/protocol/phrase';
import type { AlignedPair, PackInfo, Summary, Translation } from '../engine/protocol/result';
import type { RequestOptions } from '../engine/protocol/rpc';
import * as config from './config';
import { alignPairs, summarySettings, translationSettings, type Context, type TranslationServices } from './context';
import { requireLength } from './request';
import { isCode } from './summaryKind';
import type { SummaryKind } from './summarySubjects';

export type TextServices = TranslationServices & Pick<Context, 'engine' | 'summarizer' | 'status'>;

/** Language tags such as `en` or `zh-CN`; without one, or with `auto`, the text and the settings decide. */
export interface LanguageChoice {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface SummaryChoice {
  readonly kind?: SummaryKind | undefined;
  readonly languageId?: string | undefined;
  readonly lines?: number | undefined;
}

/** One translation per text. Throws `empty-input`, `input-too-long` or `language-pair`. */
export async function translateTexts(
  context: TextServices,
  texts: readonly string[],
  { from, to }: LanguageChoice,
  options: RequestOptions,
): Promise<{ readonly pack: PackInfo; readonly translations: readonly Translation[] }> {
  requireText(phrase('Give a text to translate: this one is empty.'), texts.join('\n'));
  const direction = { asked: true, source: named(from), target: named(to) };
  const work = translationSettings(context, undefined, texts, direction).then(async (settings) => ({
    pack: settings.pack,
    translations: await context.translator.translate(settings, texts, options),
  }));
  return context.status.during('Translating', work);
}

/** Throws `empty-input`, `input-too-long` or `pack-missing`. */
export async function summarizeText(
  context: TextServices,
  text: string,
  { languageId = 'plaintext', kind = isCode(languageId) ? 'code' : 'prose', lines }: SummaryChoice,
  options: RequestOptions,
): Promise<Summary> {
  requireText(phrase('Give a text to summarize: this one is empty.'), text);
  const settings = await summarySettings(context, undefined, { kind, languageId, ...(lines === undefined ? {} : { lines }) });
  const [summary] = await context.status.during('Summarizing', context.summarizer.summarize(settings, [text], options));
  return summary!;
}

/** Which words of a translation belong to which words of its source. Throws `empty-input`, `input-too-long` or `language-pair`. */
export async function alignTexts(
  context: TextServices,
  pair: { readonly source: string; readonly target: string },
  { from, to }: LanguageChoice,
  options: RequestOptions,
): Promise<{ readonly pack: PackInfo; readonly aligned: AlignedPair }> {
  requireText(phrase('Give a text and its translation: this one is empty.'), pair.source);
  requireText(phrase('Give a text and its translation: this one is empty.'), pair.target);
  const work = bilingualDirection(context, pair, { from, to }).then((languages) => alignPairs(context, undefined, [pair], options, languages));
  const { settings, aligned } = await context.status.during('Aligning', work);
  return { pack: settings.pack, aligned: aligned[0]! };
}

/** Short texts are mistaken for other languages at times: what the texts seem to be in counts where a pack reads it. */
async function bilingualDirection(
  { packs }: TextServices,
  pair: { readonly source: string; readonly target: string },
  { from, to }: LanguageChoice,
): Promise<ReturnType<typeof config.bilingualLanguages>> {
  const set = config.bilingualLanguages(undefined);
  const seen = { source: named(from) ?? detectLanguage(pair.source), target: named(to) ?? detectLanguage(pair.target) };
  if (seen.source !== undefined && seen.target !== undefined && (await packs.between(seen.source, seen.target, undefined))) {
    return { source: seen.source, target: seen.target };
  }
  return { source: named(from) ?? set.source, target: named(to) ?? set.target };
}

/** Undefined leaves it to the settings or the text. */
export function named(tag: string | undefined): string | undefined {
  return tag === undefined || tag === '' || tag === 'auto' ? undefined : primaryLanguage(tag);
}

function requireText(wanted: Phrase, text: string): void {
  if (text.trim() === '') throw new AlignLensError('empty-input', wanted);
  requireLength(text.length, undefined);
}
