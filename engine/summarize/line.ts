import { mergeWords } from '../align/words';
import type { Hypothesis } from '../decode/sentenceSearch';
import type { ExtractReason, Span, SummaryLine, Token } from '../protocol/result';
import { normalise } from '../text/normalise';
import type { SourcePiece } from '../tokenizer/sentenceEncoder';
import { writeTarget } from '../tokenizer/targetText';
import { identityMatrix, sentenceResult } from '../translate/assemble';
import type { LoadedPack } from '../translate/loadedPack';
import type { Group } from './groups';
import { hasInventedWord, hasUnsupportedFact } from './madeUp';
import type { ReadUnit } from './unitEncoder';

/** What the decoder read for a line, and what it wrote. */
export interface Draft {
  readonly pieces: readonly SourcePiece[];
  /** Best first. */
  readonly hypotheses: readonly Hypothesis[];
}

/**
 * The line of the first hypothesis that makes nothing up and does not repeat itself, which the best one
 * may if all of them do.
 *
 * @param text what the pieces' spans are into
 * @param source the part of the text that the line stands for
 * @returns the line, or why it must be quoted instead
 */
export function writeLine(pack: LoadedPack, text: string, source: Span, draft: Draft): SummaryLine | ExtractReason {
  const { summarize, specialTokens } = pack.manifest;
  const facts = new RegExp(summarize!.facts, 'gu');
  const lines = draft.hypotheses
    .map((hypothesis) => ({ hypothesis, line: writeTarget(hypothesis.ids, pack.targetTokenizer, new Map()).text }))
    .filter(({ line }) => /\p{L}/u.test(line));
  if (lines.length === 0) return 'low-confidence';
  const supported = lines.filter(({ line }) => !hasUnsupportedFact(line, text, facts));
  const sound = supported.filter(({ line }) => !hasInventedWord(line, text, pack.targetTokenizer));
  // No statement of a function says what it does: there, a line with a strange word tells more than a quotation.
  const usable = sound.length === 0 && pack.manifest.sourceLanguage === 'code' ? supported : sound;
  const chosen = (usable.find(({ line }) => !repeatsItself(line)) ?? usable[0])?.hypothesis;
  if (!chosen) return 'unsupported';
  const score = chosen.logProb / (chosen.ids.length + 1);
  if (score < summarize!.minScore) return 'low-confidence';
  const sourceIds = [...draft.pieces.map(({ id }) => id), specialTokens.eos];
  const sentence = { span: source, pieces: draft.pieces, translatable: true, terms: [] };
  const { text: line, sourceTokens, targetTokens, alignment, attention } = sentenceResult(
    text,
    sentence,
    sourceIds,
    chosen,
    pack.targetTokenizer,
    pack.lexicon,
  );
  return { text: line, mode: 'abstractive', source, sourceTokens, targetTokens, alignment, attention, score };
}

/** Quotes the group's unit of the highest score; a heading, a row of a table or a unit without letters only if there is no other. */
export function quoteLine(
  pack: LoadedPack,
  text: string,
  units: readonly ReadUnit[],
  group: Group,
  scores: Float64Array,
  reason: ExtractReason,
): SummaryLine {
  const rank = (unit: number): number => (units[unit]!.hasLetter ? 2 : 0) + (units[unit]!.isQuotable ? 1 : 0);
  const best = group.reduce((a, b) => (rank(b) > rank(a) || (rank(b) === rank(a) && scores[b]! > scores[a]!) ? b : a));
  const quote = units[best]!.quote;
  const mapped = normalise(text, quote.start, quote.end);
  const pieces = pack.sourceTokenizer.encode(mapped.text).map((span) => ({ span, isProtected: false }));
  const targetTokens = mergeWords(pieces, mapped.text).tokens;
  const identity = identityMatrix(targetTokens.length);
  return {
    text: mapped.text,
    mode: 'extractive',
    reason,
    source: spanOf(units, group),
    sourceTokens: targetTokens.map((token): Token => ({ ...mapped.original(token.start, token.end), text: token.text })),
    targetTokens,
    alignment: identity,
    attention: identity.slice(),
    score: 0,
  };
}

/** From the first unit of a group to the end of its last. */
export function spanOf(units: readonly ReadUnit[], group: Group): Span {
  return { start: units[group[0]!]!.start, end: units[group.at(-1)!]!.end };
}

/** Whether a word stands twice in a row, or three words in the same order twice; case does not count. */
function repeatsItself(line: string): boolean {
  const words = line.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const trigrams = words.slice(2).map((third, index) => `${words[index]!} ${words[index + 1]!} ${third}`);
  return words.some((word, index) => word === words[index - 1]) || new Set(trigrams).size < trigrams.length;
}
