import { phrase } from '../../protocol/phrase';
import { differenceFindings, differenceOf, type Wording } from '../compare';
import type { Finding, LintPair } from '../finding';
import { inlinesOf, type Inline } from '../inline';

const wording: Wording = {
  rule: 'code-spans',
  absent: (mark) => phrase('The code {0} is missing in the translation.', mark),
  added: (mark) => phrase('The code {0} is not in the source.', mark),
};

/** Code in backquotes comes back unchanged; where it stands without them, that is only worth a hint. */
export function codeSpans(pair: LintPair): Finding[] {
  if (pair.source === '' || pair.target === '') return [];
  const [source, target] = [codeOf(pair.source), codeOf(pair.target)];
  const { missing, extra } = differenceOf(source, target);
  const keys = (marks: readonly Inline[]): Set<string> => new Set(marks.map(({ key }) => key));
  const [inSource, inTarget] = [keys(source), keys(target)];
  // Naming it more or less often is style.
  const gone = missing.filter(({ key }) => !inTarget.has(key));
  const strange = extra.filter(({ key }) => !inSource.has(key) && !pair.source.includes(key));
  const [unmarked, lost] = [gone.filter(({ key }) => pair.target.includes(key)), gone.filter(({ key }) => !pair.target.includes(key))];
  return [
    ...differenceFindings({ missing: lost, extra: strange }, pair, [source, target], wording),
    ...unmarked.map((mark): Finding => {
      const start = pair.target.indexOf(mark.key);
      const span = { start, end: start + mark.key.length };
      const message = phrase('{0} is not marked as code in the translation.', mark.text);
      const fix = { span, text: mark.text, title: phrase('Replace {0} with {1}', mark.key, mark.text) };
      return { rule: 'code-spans', severity: 'information', message, source: { start: mark.start, end: mark.end }, target: span, fix };
    }),
  ];
}

function codeOf(text: string): Inline[] {
  return inlinesOf(text).filter(({ kind }) => kind === 'code');
}
