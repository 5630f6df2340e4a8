/** The functions behind the exported API. */
import { AlignLensError } from '../engine/protocol/errors';
import { phrase } from '../engine/protocol/phrase';
import type { SentenceTranslation } from '../engine/protocol/result';
import { integer, object, oneOf, string, ValidationError, type Validator } from '../engine/protocol/validate';
import type { AlignLensApi, WordLink } from './api';
import { registerCommentTranslateSource } from './commentTranslate';
import { alignTexts, summarizeText, translateTexts, type TextServices } from './textRequests';

// Other extensions are JavaScript as often as not: what they pass is checked like any message.
const signal: Validator<AbortSignal> = (value, path) => {
  if (value instanceof AbortSignal) return value;
  throw new ValidationError(path, 'an AbortSignal', value);
};
const translateOptions = object({}, { from: string, to: string, signal });
const summarizeOptions = object({}, { kind: oneOf('prose', 'code'), languageId: string, lines: integer(1, 10), signal });
const registryFunction: Validator<Parameters<AlignLensApi['extendTranslate']>[0]> = (value, path) => {
  if (typeof value !== 'function') throw new ValidationError(path, 'a function', value);
  return value as Parameters<AlignLensApi['extendTranslate']>[0];
};

export function apiExports(context: TextServices): AlignLensApi {
  return {
    apiVersion: 1,
    translate: async (text, options = {}) => {
      const { signal, ...languages } = checked(translateOptions, options, 'options');
      const { pack, translations } = await translateTexts(context, [checked(string, text, 'text')], languages, { signal });
      const [translation] = translations;
      return { text: translation!.target, ...languagesOf(pack), links: translation!.sentences.flatMap(wordLinks) };
    },
    summarize: async (text, options = {}) => {
      const { signal, ...choice } = checked(summarizeOptions, options, 'options');
      const { lines } = await summarizeText(context, checked(string, text, 'text'), choice, { signal });
      return { lines: lines.map(({ text, mode, source: { start, end } }) => ({ text, quoted: mode === 'extractive', source: { start, end } })) };
    },
    align: async (source, target, options = {}) => {
      const { signal, ...languages } = checked(translateOptions, options, 'options');
      const pair = { source: checked(string, source, 'source'), target: checked(string, target, 'target') };
      const { pack, aligned } = await alignTexts(context, pair, languages, { signal });
      return { ...languagesOf(pack), links: aligned.sentences.flatMap(wordLinks) };
    },
    extendTranslate: async (registry) => registerCommentTranslateSource(context, checked(registryFunction, registry, 'registry')),
  };
}

function languagesOf({ sourceLanguage, targetLanguage }: { readonly sourceLanguage: string; readonly targetLanguage: string }): {
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
} {
  return { sourceLanguage, targetLanguage };
}

function wordLinks({ links, alignment, sourceTokens, targetTokens }: SentenceTranslation): WordLink[] {
  const span = ({ start, end }: { readonly start: number; readonly end: number }): WordLink['source'] => ({ start, end });
  return links.map(({ source, target }) => ({
    source: span(sourceTokens[source]!),
    target: span(targetTokens[target]!),
    weight: alignment[target * sourceTokens.length + source]!,
  }));
}

/** Throws `invalid-argument`. */
function checked<T>(validate: Validator<T>, value: unknown, name: string): T {
  try {
    return validate(value, name);
  } catch (error) {
    if (error instanceof ValidationError) throw new AlignLensError('invalid-argument', phrase('{0}. See docs/api.md of AlignLens.', error.message));
    throw error;
  }
}
