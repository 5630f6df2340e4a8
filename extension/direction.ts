import { detectLanguage, possibleLanguages } from '../engine/language/detect';
import { AlignLensError } from '../engine/protocol/errors';
import type { PackInfo } from '../engine/protocol/result';
import * as config from './config';
import type { Packs } from './packs';

/** What of a text's whereabouts decides its direction. */
export interface DirectionOptions {
  /** Whether the user named this text: then one that is in the target language already goes the other way, if a pack can. */
  readonly asked: boolean;
  /** In place of the language that the settings name or the texts are in. */
  readonly source?: string | undefined;
  /** In place of the settings' one; then there is no other way. */
  readonly target?: string | undefined;
}

/**
 * The pack for texts: from the language that the settings name, or that the texts are written in, to the target language.
 * A few words may be in many a language: of those, where the user asked, one that a pack reads.
 *
 * @throws AlignLensError `language-pair` when no pack does that, or what is wrong with a pack of the user's own
 */
export async function packFor(packs: Pick<Packs, 'translators'>, scope: config.Scope, texts: readonly string[], options: DirectionOptions): Promise<PackInfo> {
  const translators = await packs.translators(scope);
  const target = options.target ?? config.targetLanguage(scope);
  const text = texts.join('\n');
  const named = options.source ?? config.sourceLanguage(scope);
  const source = named ?? detectLanguage(text);
  const into = translators.filter((pack) => pack.targetLanguage === target);
  const otherWay = options.asked && options.target === undefined;
  const found =
    into.find((pack) => pack.sourceLanguage === (source ?? pack.sourceLanguage)) ??
    (otherWay && source === target ? translators.find((pack) => pack.sourceLanguage === source) : undefined) ??
    (options.asked && named === undefined ? firstThatReads(possibleLanguages(text), into) : undefined);
  if (found) return found;
  throw noPackError(source, target, translators);
}

function firstThatReads(languages: readonly string[], packs: readonly PackInfo[]): PackInfo | undefined {
  return languages.flatMap((language) => packs.find(({ sourceLanguage }) => sourceLanguage === language) ?? [])[0];
}

export function noPackError(source: string | undefined, target: string, translators: readonly PackInfo[]): AlignLensError {
  const available = translators.map(({ sourceLanguage, targetLanguage }) => `${sourceLanguage} → ${targetLanguage}`).join(', ') || 'none';
  return new AlignLensError(
    'language-pair',
    `No pack translates ${source === undefined ? `to ${target}` : `${source} → ${target}`}. Available: ${available}. ` +
      'Change alignlens.sourceLanguage or alignlens.targetLanguage, or name a pack of your own in alignlens.packFolders.',
  );
}
