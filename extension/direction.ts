import * as vscode from 'vscode';
import { detectLanguage } from '../engine/language/detect';
import { AlignLensError } from '../engine/protocol/errors';
import { phrase } from '../engine/protocol/phrase';
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
 *
 * @throws AlignLensError `language-pair` when no pack does that, or what is wrong with a pack of the user's own
 */
export async function packFor(packs: Packs, scope: config.Scope, texts: readonly string[], options: DirectionOptions): Promise<PackInfo> {
  const translators = await packs.translators(scope);
  const target = options.target ?? config.targetLanguage(scope);
  const source = options.source ?? config.sourceLanguage(scope) ?? languageOf(texts.join('\n'), scope);
  const otherWay = options.asked && options.target === undefined;
  const found =
    translators.find((pack) => pack.targetLanguage === target && pack.sourceLanguage === (source ?? pack.sourceLanguage)) ??
    (otherWay && source === target ? translators.find((pack) => pack.sourceLanguage === source) : undefined);
  if (found) return found;
  throw noPackError(source, target, translators);
}

/** Licences and imports stand at the start of a document, so what its middle says is taken for its language. */
const sampleLines = 40;

/** The language of a text, as `detectLanguage` finds it; few words that say little are in the language of their document. */
export function languageOf(text: string, scope: config.Scope): string | undefined {
  if (!scope) return detectLanguage(text);
  const first = Math.max(0, (scope.lineCount - sampleLines) >> 1);
  return detectLanguage(text, scope.getText(new vscode.Range(first, 0, first + sampleLines, 0)));
}

export function noPackError(source: string | undefined, target: string, translators: readonly PackInfo[]): AlignLensError {
  const available = translators.map(({ sourceLanguage, targetLanguage }) => `${sourceLanguage} → ${targetLanguage}`).join(', ') || '–';
  return new AlignLensError(
    'language-pair',
    source === undefined
      ? phrase(
          'No pack translates to {0}. Available: {1}. Change alignlens.targetLanguage, or name a pack of your own in alignlens.packFolders.',
          target,
          available,
        )
      : phrase(
          'No pack translates {0} → {1}. Available: {2}. ' +
            'Change alignlens.sourceLanguage or alignlens.targetLanguage, or name a pack of your own in alignlens.packFolders.',
          source,
          target,
          available,
        ),
  );
}
