import { inEnglish } from '../protocol/phrase';
import { ruleIds, type RuleId } from '../lint';
import type { FileFinding } from './lint';
import { regionOf } from './lintLocations';
import { uriOf, type TextFile } from './lintFiles';
import type { Span } from '../protocol/result';

const descriptions: Readonly<Record<RuleId, string>> = {
  untranslated: 'Text without a translation, or left in the language of the source',
  placeholders: 'Placeholders that differ from those of the source',
  numbers: 'Numbers that differ from those of the source',
  tags: 'Tags that differ from those of the source',
  'code-spans': 'Code that differs from that of the source',
  addresses: 'URLs and e-mail addresses that differ from those of the source',
  terminology: "Terms that are not translated as the glossary has it",
  omission: 'Words of the source without a counterpart in the translation',
  addition: 'Words of the translation without a counterpart in the source',
  'low-confidence': 'Sentences that the model finds unlikely as translations',
};

/** The findings as a SARIF 2.1.0 log (OASIS), for code scanners. */
export function toSarif(findings: readonly FileFinding[], version: string): string {
  const rules = ruleIds.map((id) => ({ id, name: pascalCase(id), shortDescription: { text: descriptions[id] } }));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'AlignLens', version, rules } },
        columnKind: 'utf16CodeUnits',
        results: findings.map(resultOf),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function resultOf({ finding, source, target, sourceSpan, targetSpan, fixSpan, fixText }: FileFinding): object {
  const fix = fixSpan && {
    description: { text: inEnglish(finding.fix!.title) },
    artifactChanges: [
      {
        artifactLocation: { uri: uriOf(target.path) },
        replacements: [{ deletedRegion: region(target, fixSpan), insertedContent: { text: fixText } }],
      },
    ],
  };
  return {
    ruleId: finding.rule,
    ruleIndex: ruleIds.indexOf(finding.rule),
    level: finding.severity === 'warning' ? 'warning' : 'note',
    message: { text: inEnglish(finding.message) },
    locations: [{ physicalLocation: physical(target, targetSpan) }],
    ...(sourceSpan ? { relatedLocations: [{ physicalLocation: physical(source, sourceSpan), message: { text: 'Source' } }] } : {}),
    ...(finding.confidence === undefined ? {} : { rank: Math.round(finding.confidence * 1000) / 10 }),
    ...(fix ? { fixes: [fix] } : {}),
  };
}

function physical(file: TextFile, span: Span): object {
  return { artifactLocation: { uri: uriOf(file.path) }, region: region(file, span) };
}

function region(file: TextFile, span: Span): object {
  const { start, end } = regionOf(file, span);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function pascalCase(id: string): string {
  return id.replaceAll(/(?:^|-)([a-z])/gu, (_, letter: string) => letter.toUpperCase());
}
