import type { AlignedSentence } from '../protocol/result';
import fitted from './detector.json';
import { bestSegments, type Segment } from './segments';
import { featureNames, wordEvidence, type Side, type WordEvidence } from './wordEvidence';

/** How words are judged: log-odds of having no counterpart, summed over the best run of words. */
export interface Judgement {
  /** By feature, and `bias`. */
  readonly weights: Readonly<Record<string, number>>;
  /** Sum from which a run of words is a finding. */
  readonly threshold: number;
  /** P(finding is right) = σ(slope · score + offset), where half of the texts are right. */
  readonly calibration: { readonly slope: number; readonly offset: number };
}

/** What the fit on dev gave (`npm run bench:lint -- CORPORA --fit`). */
export interface DetectorWeights {
  readonly forward: Readonly<Record<Side, Judgement>>;
  /** With the pack of the way back. */
  readonly both: Readonly<Record<Side, Judgement>>;
  /** Mean log-probability per subword below which a sentence is unlikely as a translation. */
  readonly unlikely: number;
}

export const detectorWeights: DetectorWeights = fitted;

/** A sentence without any counterpart has no evidence by word: each of its words counts this much. */
const scoreOfUnmatchedWord = 2;

/** A run of words that seems to have no counterpart; indices into the side's tokens. */
export interface Unsupported extends Segment {
  /** 0 to 1. */
  readonly confidence: number;
}

/** Runs of words of a side without a counterpart, the surest first. */
export function unsupported(sentence: AlignedSentence, side: Side, weights = detectorWeights): Unsupported[] {
  const judgement = (sentence.sourceConfidence ? weights.both : weights.forward)[side];
  return bestSegments(scoresOf(sentence, side, judgement), judgement.threshold).map((segment) => {
    const { slope, offset } = judgement.calibration;
    return { ...segment, confidence: 1 / (1 + Math.exp(-slope * segment.score - offset)) };
  });
}

/** The score of each word of a side; empty where there is no evidence. */
export function scoresOf(sentence: AlignedSentence, side: Side, judgement: Pick<Judgement, 'weights'>): number[] {
  if (sentence.alignment.length === 0) {
    const own = side === 'omission' ? sentence.sourceTokens : sentence.targetTokens;
    return own.map(({ text }) => scoreOfUnmatchedWord * countWords(text));
  }
  const names = featureNames[side][sentence.sourceConfidence ? 'both' : 'forward'];
  const weights = names.map((name) => judgement.weights[name] ?? 0);
  return (wordEvidence(sentence, side) ?? []).map((word) => wordScore(word, weights, judgement.weights['bias'] ?? 0));
}

function wordScore({ values }: WordEvidence, weights: readonly number[], bias: number): number {
  return values ? values.reduce((sum, value, index) => sum + value * weights[index]!, bias) : 0;
}

/** Words of scripts with spaces, and of others one for two characters. */
function countWords(text: string): number {
  const ideographs = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  const others = text.match(/(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}])+/gu)?.length ?? 0;
  return ideographs / 2 + others;
}
