import * as vscode from 'vscode';
import type { BilingualDocuments } from '../bilingualDocuments';
import { rangeOf } from '../request';
import { say } from '../say';
import { limitFindings, type PlacedFinding } from './placement';

/** What the Problems panel names as the origin. */
export const diagnosticSource = 'AlignLens';

/** Findings as the editor shows them, at the translation; the source's words are one click away. */
export function diagnosticsOf({ source, target }: BilingualDocuments, findings: readonly PlacedFinding[]): vscode.Diagnostic[] {
  return limitFindings(findings).map((finding) => {
    const severity = finding.severity === 'warning' ? vscode.DiagnosticSeverity.Warning : vscode.DiagnosticSeverity.Information;
    const diagnostic = new vscode.Diagnostic(rangeOf(target, finding.range), say(finding.message), severity);
    diagnostic.source = diagnosticSource;
    diagnostic.code = finding.rule;
    if (finding.source) {
      const location = new vscode.Location(source.uri, rangeOf(source, finding.source.span));
      diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(location, vscode.l10n.t('Source: {0}', finding.source.text))];
    }
    return diagnostic;
  });
}
