import { phrase } from '../../protocol/phrase';
import type { AlignedSentence, Span, Token } from '../../protocol/result';
import { unsupported } from '../detector';
import type { Finding, LintPair } from '../finding';
import { quoted, spanOfTokens } from '../wording';

/** Words of the source that nothing in the translation stands for. */
export function omission({ aligned }: LintPair): Finding[] {
  return (aligned?.sentences ?? []).flatMap((sentence) =>
    unsupported(sentence, 'omission').map(({ start, end, confidence }): Finding => {
      const words = sentence.sourceTokens.slice(start, end);
      const source = spanOfTokens(words);
      const text = aligned!.source.slice(source.start, source.end);
      const message = phrase('{0} seems to have no counterpart in the translation.', quoted(text));
      return { rule: 'omission', severity: 'warning', message, source, target: placeOf(sentence, start), confidence };
    }),
  );
}

/** Where the translation of source words would stand: behind what the words before them became. */
function placeOf(sentence: AlignedSentence, start: number): Span {
  const { links, targetTokens, target } = sentence;
  const before = links.filter(({ source }) => source < start).sort((a, b) => b.source - a.source || b.target - a.target)[0];
  const token: Token | undefined = before && targetTokens[before.target];
  const at = token?.end ?? target.start;
  return { start: at, end: at };
}
