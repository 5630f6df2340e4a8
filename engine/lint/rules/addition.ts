import { phrase } from '../../protocol/phrase';
import { unsupported } from '../detector';
import type { Finding, LintPair } from '../finding';
import { quoted, spanOfTokens } from '../wording';

/** Words of the translation that stand for nothing in the source. */
export function addition({ aligned }: LintPair): Finding[] {
  return (aligned?.sentences ?? []).flatMap((sentence) =>
    unsupported(sentence, 'addition').map(({ start, end, confidence }): Finding => {
      const target = spanOfTokens(sentence.targetTokens.slice(start, end));
      const text = aligned!.target.slice(target.start, target.end);
      const message = phrase('{0} seems to have no counterpart in the source.', quoted(text));
      return { rule: 'addition', severity: 'warning', message, target, confidence };
    }),
  );
}
