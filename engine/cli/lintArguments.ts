import { parsePairRule, type PairRule } from '../bilingual';
import { ruleIds, type RuleId } from '../lint';
import { UsageError } from './usage';

/** What `alignlens lint` is to do. */
export interface LintCommand {
  readonly name: 'lint';
  readonly files: readonly string[];
  readonly format: 'text' | 'sarif';
  readonly packsFolder: string | undefined;
  readonly packFolder: string | undefined;
  readonly reversePackFolder: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly glossary: string | undefined;
  /** Tried before the rules that are built in. */
  readonly pairRules: readonly PairRule[];
  readonly rules: ReadonlySet<RuleId>;
}

/** @param files arguments that are no options
 *  @param values by option; of those that repeat, all */
export function lintCommand(files: readonly string[], values: ReadonlyMap<string, readonly string[]>): LintCommand {
  if (files.length === 0) throw new UsageError('lint needs files: .po, or one of a pair such as README.md or i18n/zh.json');
  const last = (option: string): string | undefined => values.get(option)?.at(-1);
  const format = last('--format') ?? 'text';
  if (format !== 'text' && format !== 'sarif') throw new UsageError(`--format must be text or sarif, not "${format}"`);
  return {
    name: 'lint',
    files,
    format,
    packsFolder: last('--packs'),
    packFolder: last('--pack'),
    reversePackFolder: last('--reverse-pack'),
    from: last('--from') ?? 'en',
    to: last('--to') ?? 'zh',
    glossary: last('--glossary'),
    pairRules: (values.get('--pair') ?? []).map(readPairRule),
    rules: rulesOf(values.get('--rule') ?? []),
  };
}

function readPairRule(text: string): PairRule {
  const rule = parsePairRule(text);
  if (!rule) throw new UsageError(`--pair must be like "docs/{path} <-> i18n/{target}/{path}", not "${text}"`);
  return rule;
}

function rulesOf(settings: readonly string[]): ReadonlySet<RuleId> {
  const on = new Set<RuleId>(ruleIds);
  for (const setting of settings.flatMap((text) => text.split(','))) {
    const [name, state] = setting.split('=');
    const rule = ruleIds.find((id) => id === name);
    if (rule === undefined) throw new UsageError(`--rule knows no "${name ?? ''}"; the rules are ${ruleIds.join(', ')}`);
    if (state !== 'on' && state !== 'off') throw new UsageError(`--rule must be like ${rule}=off, not "${setting}"`);
    if (state === 'off') on.delete(rule);
    else on.add(rule);
  }
  return on;
}
