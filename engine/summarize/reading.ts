import type { Manifest } from '../pack/manifest';
import type { ExtractReason, SummarizeOptions } from '../protocol/result';
import { isMarkdown } from '../text/languages';
import { splitLines } from '../text/markdown';
import type { LoadedPack } from '../translate/loadedPack';
import { packBlocks, type Block } from './blocks';
import { problemOf } from './checks';
import { codeUnits } from './codeUnits';
import { proseUnits } from './proseUnits';
import { isForeignLanguage, isForeignScript } from './readability';
import { plainUnit, trimmed, type Unit } from './units';
import { UnitEncoder, withoutSpaceMarks, type ReadUnit } from './unitEncoder';

/** A text cut to what the encoder reads. */
export interface Reading {
  /** The request's text but for `▁`; offsets are the same. */
  readonly text: string;
  readonly units: readonly ReadUnit[];
  readonly blocks: readonly Block[];
  /** Why all lines are quotes; undefined when they are to be written. */
  readonly quoted: ExtractReason | undefined;
}

/** Subwords without EOS that the encoder reads at once. */
export function blockLimit({ limits }: Manifest): number {
  // One place is kept for EOS.
  return limits.maxSourceTokens - 1;
}

/** Throws `empty-input`, `input-too-long` or `not-text`. */
export function readText(
  pack: LoadedPack,
  source: string,
  languageId: string | undefined,
  mode: SummarizeOptions['mode'],
): Reading {
  const problem = problemOf(source);
  if (problem) throw problem;
  const text = withoutSpaceMarks(source);
  const limit = blockLimit(pack.manifest);
  const units = new UnitEncoder(pack.sourceTokenizer, limit).encode(text, unitsOf(text, languageId, pack.manifest));
  const quoted = mode === 'extractive' ? 'requested' : isReadable(pack, text, units) ? undefined : 'unreadable';
  return { text, units, blocks: packBlocks(units, limit), quoted };
}

function unitsOf(text: string, languageId: string | undefined, { sourceLanguage }: Manifest): Unit[] {
  const hasMarkdown = languageId === undefined || isMarkdown(languageId);
  const units = sourceLanguage === 'code' ? codeUnits(text, languageId) : proseUnits(text, hasMarkdown);
  if (units.some(({ start, end }) => /\p{L}/u.test(text.slice(start, end)))) return units;
  // Nothing but what is left out of prose, such as one fenced block of code: then that is the text.
  return splitLines(text).flatMap((line) => {
    const span = trimmed(text, line);
    return span ? [plainUnit(span)] : [];
  });
}

function isReadable({ manifest, sourceTokenizer }: LoadedPack, text: string, units: readonly ReadUnit[]): boolean {
  if (isForeignScript(text)) return false;
  if (manifest.sourceLanguage === 'en' && isForeignLanguage(text, sourceTokenizer)) return false;
  // A word sums itself up; without letters there is nothing to say.
  return units.reduce((words, unit) => words + unit.words, 0) > 1 && units.some(({ hasLetter }) => hasLetter);
}
