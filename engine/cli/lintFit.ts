/** Fits the omission and addition detector to the benchmark's cases of the dev split. */
import { scoresOf, type Judgement } from '../lint/detector';
import { leastSubwords } from '../lint/rules/lowConfidence';
import { bestSegment } from '../lint/segments';
import { featureNames, wordEvidence, type Side } from '../lint/wordEvidence';
import type { AlignedPair, AlignedSentence } from '../protocol/result';
import type { LintCase } from './lintCases';
import { fitLogistic } from './logisticRegression';

export interface AlignedCase {
  readonly lintCase: LintCase;
  readonly aligned: AlignedPair;
}

const folds = 5;
/** Share of the clean pairs that may be flagged, by cross-validation. Many of them are not clean. */
const falseAlarms = 0.03;
/**
 * Added to every word's log-odds: words stand beside words of their kind, which a regression on single words cannot know.
 * Of 0 to 2.5 in steps of a half the best on dev for both sides, if not by much.
 */
const neighbours = 1.5;
/** A source word belongs to the removed clause when its best partner in the complete pair lies there, with this weight. */
const sureWeight = 0.3;

interface Example {
  readonly values: readonly number[];
  readonly label: number;
}

/** Pairs come as `makeCases` makes them: the n-th clean one is the n-th of each other kind before the change. */
export function fitSide(cases: readonly AlignedCase[], side: Side, evidence: 'forward' | 'both'): Judgement {
  const ofKind = (kind: string): AlignedCase[] => cases.filter(({ lintCase }) => lintCase.kind === kind);
  const [clean, wrong] = [ofKind('clean'), ofKind(side)];
  const examples = clean.map((pair, index) => [...cleanExamples(pair, side), ...labelled(wrong[index]!, pair, side)]);
  const names = featureNames[side][evidence];
  const fit = (parts: readonly (readonly Example[])[]): Judgement['weights'] => {
    const all = parts.flat();
    const [bias, ...weights] = fitLogistic(all.map(({ values }) => values), all.map(({ label }) => label));
    return { bias: round(bias! + neighbours), ...Object.fromEntries(names.map((name, i) => [name, round(weights[i]!)])) };
  };
  const scores = { clean: new Array<number>(clean.length), wrong: new Array<number>(clean.length) };
  for (let fold = 0; fold < folds; fold++) {
    const weights = fit(examples.filter((_, index) => index % folds !== fold));
    for (let index = fold; index < clean.length; index += folds) {
      scores.clean[index] = scoreOf(clean[index]!.aligned, side, weights);
      scores.wrong[index] = scoreOf(wrong[index]!.aligned, side, weights);
    }
  }
  const threshold = round([...scores.clean].sort((a, b) => b - a)[Math.floor(clean.length * falseAlarms)]!);
  const both = [...scores.clean, ...scores.wrong].map((score) => [score]);
  const [offset, slope] = fitLogistic(both, both.map((_, index) => (index < clean.length ? 0 : 1)));
  return { weights: fit(examples), threshold, calibration: { slope: round(slope!), offset: round(offset!) } };
}

/** The mean log-probability that all but one of a hundred clean sentences exceed. */
export function fitUnlikely(cases: readonly AlignedCase[]): number {
  const scores = cases
    .filter(({ lintCase }) => lintCase.kind === 'clean')
    .flatMap(({ aligned }) => aligned.sentences.filter(({ subwords }) => subwords.length >= leastSubwords).map(({ score }) => score));
  return round(scores.sort((a, b) => a - b)[Math.floor(scores.length / 100)]!);
}

function scoreOf({ sentences }: AlignedPair, side: Side, weights: Judgement['weights']): number {
  return Math.max(0, ...sentences.map((sentence) => bestSegment(scoresOf(sentence, side, { weights }))?.score ?? 0));
}

function cleanExamples({ aligned }: AlignedCase, side: Side): Example[] {
  return aligned.sentences.flatMap((sentence) =>
    (wordEvidence(sentence, side) ?? []).flatMap(({ values }) => (values ? [{ values, label: 0 }] : [])),
  );
}

function labelled({ lintCase, aligned }: AlignedCase, complete: AlignedCase, side: Side): Example[] {
  const isWrong = side === 'addition' ? insertedWords(lintCase) : wordsOfRemoved(lintCase, complete.aligned);
  return aligned.sentences.flatMap((sentence) =>
    (wordEvidence(sentence, side) ?? []).flatMap(({ token, values }) => {
      const label = isWrong(token.start);
      return values && label !== undefined ? [{ values, label: label ? 1 : 0 }] : [];
    }),
  );
}

type IsWrong = (start: number) => boolean | undefined;

function insertedWords({ place }: LintCase): IsWrong {
  return (start) => place.start <= start && start < place.end;
}

/** By the words' places in the source; undefined for words whose partner is not sure. */
function wordsOfRemoved({ place, target, original }: LintCase, complete: AlignedPair): IsWrong {
  const end = place.start + original.target.length - target.length;
  const known = new Map<number, boolean>();
  for (const sentence of complete.sentences) {
    if (sentence.alignment.length === 0) continue;
    sentence.sourceTokens.forEach((token, source) => {
      const partner = bestPartner(sentence, source);
      if (partner !== undefined) known.set(token.start, place.start <= partner && partner < end);
    });
  }
  return (start) => known.get(start);
}

function bestPartner({ alignment, sourceTokens, targetTokens }: AlignedSentence, source: number): number | undefined {
  const weights = targetTokens.map((_, target) => alignment[target * sourceTokens.length + source]!);
  const most = Math.max(...weights);
  return most > sureWeight ? targetTokens[weights.indexOf(most)]!.start : undefined;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
