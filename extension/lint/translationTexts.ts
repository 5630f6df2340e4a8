/** What is checked of two documents. */
import { FormatError, type Unit } from '../../engine/bilingual';
import { readPo } from '../../engine/bilingual/po';
import type { GlossaryTerm } from '../../engine/glossary';
import type { LintPair } from '../../engine/lint';
import { AlignLensError } from '../../engine/protocol/errors';
import { phrase } from '../../engine/protocol/phrase';
import { unitsOf, type BilingualDocuments } from '../bilingualDocuments';
import * as config from '../config';
import { shortName } from '../request';

export interface TranslationTexts {
  readonly units: readonly Unit[];
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
}

/** Throws AlignLensError `not-text` for a file that does not follow its format. */
export function readTexts(documents: BilingualDocuments): TranslationTexts {
  const { format, source, target } = documents;
  const { source: sourceLanguage, target: targetLanguage } = config.bilingualLanguages(target);
  const languages = { sourceLanguage, targetLanguage };
  try {
    if (format !== 'po') return { units: unitsOf(documents), ...languages };
    const { units: all, language } = readPo(target.getText());
    // What is fuzzy is not shown to users until somebody has looked at it.
    const units = all.filter(({ flags }) => !flags.includes('fuzzy'));
    // A catalogue says itself what it is translated into.
    return { units, ...languages, targetLanguage: language === undefined ? languages.targetLanguage : primary(language) };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    const document = error.side === 'source' ? source : target;
    const line = document.positionAt(error.offset).line + 1;
    throw new AlignLensError('not-text', phrase('{0} cannot be checked: line {1}: {2}. Correct it and try again.', shortName(document), line, error.phrase));
  }
}

export function pairOf(unit: Unit, { sourceLanguage, targetLanguage }: TranslationTexts, glossary: readonly GlossaryTerm[]): LintPair {
  const { source, target, flags } = unit;
  return { source, target, flags, sourceLanguage, targetLanguage, glossary };
}

/** `zh` of `zh_Hans_CN`. */
function primary(language: string): string {
  return language.split(/[-_@.]/u)[0]!.toLowerCase();
}
