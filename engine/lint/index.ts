/** Checks translations: what should be copied, what is missing or added, what the model finds unlikely. Pure. */
import { ruleIds, type Finding, type LintPair, type Rule, type RuleId } from './finding';
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

export { judgesBothDirections } from './detector';
export { ruleIds } from './finding';
export type { Finding, Fix, LintPair, RuleId } from './finding';
export { parseGlossary } from './glossary';
export type { GlossaryTerm } from './glossary';

/** Rules that need `LintPair.aligned`. */
export const modelRules: readonly RuleId[] = ['omission', 'addition', 'low-confidence'];

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
  const findings = ruleIds.filter((id) => on.has(id)).flatMap((id) => rules[id](pair));
  return findings.sort((a, b) => (a.target?.start ?? 0) - (b.target?.start ?? 0));
}
