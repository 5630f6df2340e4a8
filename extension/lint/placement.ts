/** Findings with their places in the files. Pure. */
import { sourceFileSpan, targetFileSpan, type Unit } from '../../engine/bilingual';
import type { Finding, Fix, RuleId } from '../../engine/lint';
import { quoted } from '../../engine/lint/wording';
import { phrase, type Phrase } from '../../engine/protocol/phrase';
import type { Span } from '../../engine/protocol/result';

/** A finding as an editor shows it; every span is in a file, and the file is the translation's unless it says otherwise. */
export interface PlacedFinding {
  readonly rule: RuleId;
  readonly severity: Finding['severity'];
  readonly message: Phrase;
  /** What is underlined. */
  readonly range: Span;
  /** The whole text and the whole translation that it is about, in their files: once one is edited, the finding is old. */
  readonly unit: { readonly source: Span; readonly target: Span };
  /** What it is about in the source's file; undefined where the source has nothing. */
  readonly source: { readonly span: Span; readonly text: string } | undefined;
  /** As the file writes it. */
  readonly fix: Fix | undefined;
}

/**
 * @param severity what the settings make of the finding's own
 * @param targetFile the text of the translation's file
 */
export function placeFinding(unit: Unit, finding: Finding, severity: Finding['severity'], targetFile: string): PlacedFinding {
  const { rule, message, source = { start: 0, end: unit.source.length } } = finding;
  return {
    rule,
    severity,
    message,
    range: underlined(unit, finding.target, targetFile),
    unit: { source: unit.sourceSpan, target: unit.targetSpan },
    source: unit.source === '' ? undefined : { span: sourceFileSpan(unit, source), text: quoted(unit.source.slice(source.start, source.end)) },
    fix: finding.fix && placeFix(unit, finding.fix),
  };
}

/** Words that are there, or the line of the translation from which something is missing. */
function underlined(unit: Unit, target: Span | undefined, file: string): Span {
  const span = target && targetFileSpan(unit, target);
  if (span && span.end > span.start) return span;
  const whole = unit.targetSpan;
  const at = span?.start ?? whole.start;
  const lineStart = file.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = file.indexOf('\n', at);
  return trimmed(file, { start: Math.max(whole.start, lineStart), end: Math.min(whole.end, lineEnd < 0 ? file.length : lineEnd) });
}

function trimmed(file: string, { start, end }: Span): Span {
  const text = file.slice(start, end);
  if (text.trim() === '') return { start, end };
  return { start: end - text.trimStart().length, end: start + text.trimEnd().length };
}

function placeFix(unit: Unit, { span, text, title }: Fix): Fix {
  const written = unit.writeTarget(text);
  if (span.end > span.start) return { span: targetFileSpan(unit, span), text: written, title };
  // What is inserted follows the character before it: a line break of the file's own stays behind it.
  const at = unit.toTargetFile(span.start, span.start > 0 ? 'end' : 'start');
  return { span: { start: at, end: at }, text: written, title };
}

/** As many findings of one rule as an editor should list for a file. */
const mostOfRule = 100;

/** In the order of the file, with no more of a rule than anybody reads; the last of them tells of the rest. */
export function limitFindings(findings: readonly PlacedFinding[], most = mostOfRule): PlacedFinding[] {
  const sorted = [...findings].sort((a, b) => a.range.start - b.range.start);
  const counts = new Map<RuleId, number>();
  for (const { rule } of sorted) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const shown = new Map<RuleId, number>();
  return sorted.flatMap((finding) => {
    const nth = (shown.get(finding.rule) ?? 0) + 1;
    shown.set(finding.rule, nth);
    const rest = (counts.get(finding.rule) ?? 0) - most;
    if (nth > most) return [];
    return nth < most || rest <= 0 ? [finding] : [{ ...finding, message: phrase('{0} (More findings of this rule that are not shown: {1}.)', finding.message, rest) }];
  });
}
