import type { AlignedPair } from '../protocol/result';
import { toJsonLine, type JsonLine } from './json';

/** What `align --json` writes for a line: as `translate --json`, with decisions and probabilities. */
export interface AlignedJson extends JsonLine {
  /** Word pairs `[source, target]` that belong together, by their places in the token lists. */
  readonly links: readonly (readonly [number, number])[];
  /** Per target word, 0 to 1: the probability that the decoder gave it. */
  readonly confidence: readonly number[];
  /** Per word, 0 to 1: the largest weight that joins it to the other side. */
  readonly sourceSupport: readonly number[];
  readonly targetSupport: readonly number[];
}

export function toAlignedJson(pair: AlignedPair): AlignedJson {
  return {
    ...toJsonLine(pair),
    links: linksOfPair(pair),
    confidence: pair.sentences.flatMap(({ confidence }) => [...confidence]),
    sourceSupport: pair.sentences.flatMap(({ sourceSupport }) => [...sourceSupport]),
    targetSupport: pair.sentences.flatMap(({ targetSupport }) => [...targetSupport]),
  };
}

/** Links of all sentences as places in the whole pair's token lists. */
export function linksOfPair({ sentences }: AlignedPair): [source: number, target: number][] {
  let [source, target] = [0, 0];
  return sentences.flatMap((sentence) => {
    const shifted = sentence.links.map((link): [number, number] => [link.source + source, link.target + target]);
    source += sentence.sourceTokens.length;
    target += sentence.targetTokens.length;
    return shifted;
  });
}
