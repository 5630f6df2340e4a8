/** Which rules of the translation lint are on, and how loud they are. Pure. */
import { ruleIds, type Finding, type RuleId } from '../../engine/lint';

export const levels = ['off', 'information', 'warning'] as const;
export type Level = (typeof levels)[number];

/** What the settings say, by rule; a rule that is not there has its default. */
export type LintRules = Partial<Readonly<Record<RuleId, Level>>>;

/** What is often as the translator wants it, or not done yet, must not shout. Other rules' findings know how loud they are. */
export const defaultLevels: LintRules = {
  untranslated: 'information',
  omission: 'information',
  addition: 'information',
  'low-confidence': 'information',
};

/** The rules that are on. */
export function rulesOn(rules: LintRules): Set<RuleId> {
  return new Set(ruleIds.filter((id) => rules[id] !== 'off'));
}

/** Of a finding of a rule that is on. */
export function severityOf({ rule, severity }: Finding, rules: LintRules): Finding['severity'] {
  const level = rules[rule] ?? defaultLevels[rule];
  return level === undefined || level === 'off' ? severity : level;
}

/** Reads the setting: rules that do not exist and levels that are none are left out. */
export function readRules(setting: Readonly<Record<string, unknown>>): LintRules {
  return Object.fromEntries(
    ruleIds.flatMap((id) => {
      const level = levels.find((candidate) => candidate === setting[id]);
      return level === undefined ? [] : [[id, level]];
    }),
  );
}
