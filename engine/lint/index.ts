/** Checks translations: what should be copied, what is missing or added, what the model finds unlikely. Pure. */
import { ruleIds, type Finding, type LintPair, type Rule, type RuleId } from './finding';
import { inlinesOf } from './inline';
import { addition } from './rules/addition';
import { addresses } from './rules/addresses';
import { codeSpans } from './rules/codeSpans';
import { lowConfidence } from './rules/lowConfidence';
import { numbers } from './rules/numbers';
import { omission } from './rules/omission';
import { placeholders } from './rules/placeholders';
import { tags } from './rules/tags';
import { terminology } from './rules/terminology';
import { untranslated } from './rules/untranslated';

export { ruleIds } from './finding';
export type { Finding, Fix, LintPair, RuleId } from './finding';

/** Rules that need `LintPair.aligned`. */
export const modelRules: readonly RuleId[] = ['omission', 'addition', 'low-confidence'];

/** Words, or ideographs, that a finding of the model needs for itself. */
const leastWords = 2;

const rules: Readonly<Record<RuleId, Rule>> = {
  untranslated,
  placeholders,
  numbers,
  tags,
  'code-spans': codeSpans,
  addresses,
  terminology,
  omission,
  addition,
  'low-confidence': lowConfidence,
};

/** The findings of the rules that are on, in the order of the target. */
export function lintPair(pair: LintPair, on: ReadonlySet<RuleId> = new Set(ruleIds)): Finding[] {
  const found = (ids: readonly RuleId[]): Finding[] => ids.filter((id) => on.has(id)).flatMap((id) => rules[id](pair));
  const exact = found(ruleIds.filter((id) => !modelRules.includes(id)));
  const findings = [...exact, ...found(modelRules).filter((finding) => saysMore(finding, exact, pair))];
  return findings.sort((a, b) => (a.target?.start ?? 0) - (b.target?.start ?? 0));
}

/** Whether a finding of the model has words beside those that an exact rule has found, and beside ICU arguments. */
function saysMore({ rule, source, target }: Finding, exact: readonly Finding[], pair: LintPair): boolean {
  const side = rule === 'omission' ? 'source' : 'target';
  const span = side === 'source' ? source : target;
  if (!span) return true;
  const icu = inlinesOf(pair[side]).filter(({ start, end, text }) => text.length < end - start);
  const known = [...icu, ...exact.flatMap((finding) => finding[side] ?? [])];
  const rest = Array.from({ length: span.end - span.start }, (_, index) => {
    const at = span.start + index;
    return known.some(({ start, end }) => start <= at && at < end) ? ' ' : pair[side][at]!;
  }).join('');
  return (rest.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu)?.length ?? 0) >= leastWords;
}
