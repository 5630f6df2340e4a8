import type { AlignedSentence, Token } from '../protocol/result';
import { functionWords } from './functionWords';

/** A word with what speaks for its being without a counterpart; punctuation speaks for nothing. */
export interface WordEvidence {
  readonly token: Token;
  /** Values of the side's features, in their order; undefined for punctuation. */
  readonly values: readonly number[] | undefined;
}

export const sides = ['omission', 'addition'] as const;
/** Omissions are words of the source, additions words of the target. */
export type Side = (typeof sides)[number];

/** The features of each side by name; `both` are those that need the pack of the way back as well. */
export const featureNames: Readonly<Record<Side, Readonly<Record<'forward' | 'both', readonly string[]>>>> = {
  omission: {
    forward: ['support', 'logCover', 'functionWord', 'copied'],
    both: ['support', 'logCover', 'functionWord', 'copied', 'logConfidence'],
  },
  addition: {
    forward: ['support', 'logConfidence', 'gain', 'latin', 'copied'],
    both: ['support', 'logConfidence', 'gain', 'latin', 'copied'],
  },
};

const leastLog = -10;
const mostGain = 8;
const coverFloor = 1e-3;
const punctuation = /^[^\p{L}\p{N}]+$/u;
/**
 * The evidence of each word of a side of an aligned sentence. Undefined where forced decoding left too little: the pack has
 * no lexicon, or the sentence no counterpart.
 */
export function wordEvidence(sentence: AlignedSentence, side: Side): WordEvidence[] | undefined {
  if (sentence.alignment.length === 0) return undefined;
  const [own, other] = side === 'omission' ? [sentence.sourceTokens, sentence.targetTokens] : [sentence.targetTokens, sentence.sourceTokens];
  const valuesOf = side === 'omission' ? sourceValues(sentence) : targetValues(sentence);
  if (!valuesOf) return undefined;
  const opposite = other.map(({ text }) => text.toLowerCase()).join(' ');
  return own.map((token, index) => {
    if (punctuation.test(token.text)) return { token, values: undefined };
    const copied = (token.text.length > 1 || /\d/u.test(token.text)) && opposite.includes(token.text.toLowerCase());
    return { token, values: valuesOf(index, token.text, copied ? 1 : 0) };
  });
}

type ValuesOf = (index: number, text: string, copied: number) => number[];

function sourceValues({ sourceSupport, sourceCover, sourceConfidence }: AlignedSentence): ValuesOf | undefined {
  if (!sourceCover) return undefined;
  return (index, text, copied) => [
    sourceSupport[index]!,
    Math.log(sourceCover[index]! + coverFloor),
    functionWords.has(text.toLowerCase()) ? 1 : 0,
    copied,
    ...(sourceConfidence ? [logOf(sourceConfidence[index]!)] : []),
  ];
}

function targetValues({ targetSupport, targetGain, confidence }: AlignedSentence): ValuesOf | undefined {
  if (!targetGain) return undefined;
  return (index, text, copied) => [
    targetSupport[index]!,
    logOf(confidence[index]!),
    Math.min(targetGain[index]!, mostGain),
    /[A-Za-z0-9]/u.test(text) ? 1 : 0,
    copied,
  ];
}

function logOf(probability: number): number {
  return Math.max(leastLog, Math.log(probability));
}
