/** The settings, one typed getter each; package.json holds their defaults and descriptions. */
import * as vscode from 'vscode';
import { array, boolean, integer, nullable, oneOf, string, type Validator } from '../engine/protocol/validate';

const section = 'alignlens';

/** What settings may depend on: the language and folder of a document. */
export type Scope = vscode.TextDocument | undefined;

/** A value of the wrong type counts as not set: the settings editor has told the user already. */
function read<T>(name: string, scope: Scope, validate: Validator<T>): T {
  const configuration = vscode.workspace.getConfiguration(section, scope);
  try {
    return validate(configuration.get(name), name);
  } catch {
    return validate(configuration.inspect(name)?.defaultValue, name);
  }
}

export function sourceLanguage(scope: Scope): string {
  return read('sourceLanguage', scope, string);
}

export function targetLanguage(scope: Scope): string {
  return read('targetLanguage', scope, string);
}

/** Folders of the user's own packs, as written. */
export function packFolders(scope: Scope): readonly string[] {
  return read('packFolders', scope, array(string));
}

/** Undefined leaves it to the pack. */
export function beamSize(scope: Scope): number | undefined {
  return read('beamSize', scope, nullable(integer(1, 16))) ?? undefined;
}

/** In UTF-16 code units. */
export function maxSelectionLength(scope: Scope): number {
  return read('maxSelectionLength', scope, integer(1));
}

export function hoverEnabled(scope: Scope): boolean {
  return read('hover.enabled', scope, boolean);
}

/** Whether a function's name shows its summary on hover without a command having run. */
export function functionHoverEnabled(scope: Scope): boolean {
  return read('hover.functionSummaries', scope, boolean);
}

export function codeLensEnabled(scope: Scope): boolean {
  return read('codeLens.enabled', scope, boolean);
}

export function salienceEnabled(scope: Scope): boolean {
  return read('salience.enabled', scope, boolean);
}

/** The most lines of a selection's or function's summary. */
export function summaryLines(scope: Scope): number {
  return read('summary.lines', scope, integer(1, 10));
}

export function summaryMode(scope: Scope): 'auto' | 'extractive' {
  return read('summary.mode', scope, oneOf('auto', 'extractive'));
}

/** Changes the user's setting, not the workspace's. */
export async function setHoverEnabled(enabled: boolean): Promise<void> {
  await vscode.workspace.getConfiguration(section).update('hover.enabled', enabled, vscode.ConfigurationTarget.Global);
}

export function onDidChange(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(section)) listener();
  });
}
