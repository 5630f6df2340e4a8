import type { Manifest } from '../pack/manifest';
import type { DecodeOptions } from '../protocol/result';
import type { CharacterConstraint } from './characters';
import type { SearchOptions } from './sentenceSearch';

/** Of translations. A summary says little of much, and comes back to it. */
const excessPenalty = 1;

/** What of a loaded pack decides how it searches. */
interface Searched {
  readonly manifest: Manifest;
  readonly characters?: CharacterConstraint | undefined;
}

/** How to search: what the request asks for, and the pack's own choice for the rest. */
export function searchOptions({ manifest, characters }: Searched, request: DecodeOptions): SearchOptions {
  const { task, decoding, specialTokens } = manifest;
  return {
    beamSize: request.beamSize ?? decoding.beamSize,
    lengthPenalty: request.lengthPenalty ?? decoding.lengthPenalty,
    noRepeatNgram: decoding.noRepeatNgram ?? 0,
    coveragePenalty: decoding.coveragePenalty ?? 0,
    excessPenalty: task === 'translate' ? excessPenalty : 0,
    characters,
    specialTokens,
  };
}

/** Target subwords with EOS at most, for a source of `length` subwords with EOS. */
export function maxTargetLength({ decoding }: Manifest, length: number): number {
  return Math.ceil(decoding.maxLengthRatio * length) + decoding.maxLengthExtra;
}
