import { mergeWords } from '../align/words';
import type { Hypothesis } from '../decode/sentenceSearch';
import type { ExtractReason, Span, SummaryLine, Token } from '../protocol/result';
import { normalise } from '../text/normalise';
import type { SourcePiece } from '../tokenizer/sentenceEncoder';
import { writeTarget } from '../tokenizer/targetText';
import { identityMatrix, sentenceResult } from '../translate/assemble';
import type { LoadedPack } from '../translate/loadedPack';
import type { Group } from './groups';
import type { ReadUnit } from './unitEncoder';

/** What the decoder read for a line, and what it wrote. */
export interface Draft {
  readonly pieces: readonly SourcePiece[];
  /** Best first. */
  readonly hypotheses: readonly Hypothesis[];
}

/**
 * The line of the first hypothesis that makes nothing up: its identifiers and numbers all occur in the text.
 *
 * @param text what the pieces' spans are into
 * @param source the part of the text that the line stands for
 * @returns the line, or why it must be quoted instead
 */
export function writeLine(pack: LoadedPack, text: string, source: Span, draft: Draft): SummaryLine | ExtractReason {
  const { summarize, specialTokens } = pack.manifest;
  const facts = new RegExp(summarize!.facts, 'gu');
  const said = draft.hypotheses.filter(({ ids }) => /\p{L}/u.test(writeTarget(ids, pack.targetTokenizer, new Map()).text));
  if (said.length === 0) return 'low-confidence';
  const supported = said.find(({ ids }) => {
    const line = writeTarget(ids, pack.targetTokenizer, new Map()).text;
    return [...line.matchAll(facts)].every(([fact]) => text.includes(fact));
  });
  if (!supported) return 'unsupported';
  const score = supported.logProb / (supported.ids.length + 1);
  if (score < summarize!.minScore) return 'low-confidence';
  const sourceIds = [...draft.pieces.map(({ id }) => id), specialTokens.eos];
  const sentence = { span: source, pieces: draft.pieces, translatable: true };
  const { text: line, sourceTokens, targetTokens, alignment, attention } = sentenceResult(
    text,
    sentence,
    sourceIds,
    supported,
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
