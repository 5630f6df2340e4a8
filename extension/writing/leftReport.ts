/** What a translation of files left undone, as a Markdown document. Pure but for the language of its words. */
import * as vscode from 'vscode';
import type { LeftReason, LeftUnit } from '../../engine/files';

/** A file of the report. */
export interface ReportedFile {
  /** As it is shown. */
  readonly path: string;
  readonly target: string;
  readonly translated: number;
  readonly left: readonly { readonly unit: LeftUnit; readonly line: number }[];
  /** Why nothing was done with the whole file. */
  readonly failure?: string;
}

export function leftReport(files: readonly ReportedFile[]): string {
  const lines = [`# ${vscode.l10n.t('Translation report')}`, ''];
  for (const { path, target, translated, left, failure } of files) {
    lines.push(`## ${path}`, '');
    if (failure !== undefined) {
      lines.push(failure, '');
      continue;
    }
    lines.push(vscode.l10n.t('Translated texts: {0}, into {1}.', translated, code(target)), '');
    if (left.length === 0) continue;
    lines.push(vscode.l10n.t('Left as they are:'), '');
    for (const { unit, line } of left) {
      const context = unit.context === undefined ? '' : ` (${code(unit.context)})`;
      lines.push(`- ${vscode.l10n.t('line {0}', line)}${context}: ${code(shortened(unit.source))} – ${reasonText(unit.reason)}`);
    }
    lines.push('');
  }
  return lines.join('\n');
}

function reasonText(reason: LeftReason): string {
  switch (reason) {
    case 'placeholders':
      return vscode.l10n.t('the translation lost a placeholder, tag or code span');
    case 'structure':
      return vscode.l10n.t('the translation would change the structure of the document');
    case 'unchanged':
      return vscode.l10n.t('the translation is the text itself, or empty');
    case 'malformed':
      return vscode.l10n.t('the message has a mistake, such as a brace that is not closed');
  }
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}

/** As code, whatever backquotes it holds. */
function code(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/gu), ([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  return longest > 0 ? `${ticks} ${text} ${ticks}` : `${ticks}${text}${ticks}`;
}
