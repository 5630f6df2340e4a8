import type { FileResult } from '../../engine/files';
import * as vscode from 'vscode';
import type { FilePlan } from './filePlan';
import type { ReportedFile } from './leftReport';

/** What came of a file, for the report. */
export function reportedFile({ source, target }: FilePlan, { translated, left }: FileResult): ReportedFile {
  return {
    path: vscode.workspace.asRelativePath(source.uri, false),
    target: vscode.workspace.asRelativePath(target, false),
    translated,
    left: left.map((unit) => ({ unit, line: source.positionAt(unit.offset).line + 1 })),
  };
}
