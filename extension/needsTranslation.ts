import type * as vscode from 'vscode';
import { skipReason } from '../engine/text/skip';
import * as config from './config';
import { languageOf } from './direction';
import type { Passage } from './passages';
import { rangeOf } from './request';

/**
 * Whether a passage is worth translating unasked: what is in the target language already, or in none, is not, nor are
 * numbers, names, licence headers and code that was commented out.
 */
export function needsTranslation({ text, kind, range }: Pick<Passage, 'text' | 'kind' | 'range'>, document: vscode.TextDocument): boolean {
  const comment = kind === 'comment' ? document.getText(rangeOf(document, range)) : undefined;
  if (skipReason(text, { licences: config.skipLicences(document) }, comment) !== undefined) return false;
  const language = languageOf(text, document);
  return language !== undefined && language !== config.targetLanguage(document);
}
