/** The settings, one typed getter each; package.json holds their defaults and descriptions. */
import * as vscode from 'vscode';
import { parsePairRule, type PairRule } from '../engine/bilingual';
import { primaryLanguage } from '../engine/language/tag';
import type { RuleId } from '../engine/lint';
import { backendSettings, type BackendSetting } from '../engine/protocol/backend';
import { anything, array, boolean, integer, nullable, oneOf, record, string, type Validator } from '../engine/protocol/validate';
import { readRules, type LintRules } from './lint/severity';
import type { Display } from './windowChoice';

const section = 'alignlens';

const display: Validator<Display> = oneOf('off', 'below', 'instead');

/** Stands for a language that is found out. */
const automatic = 'auto';

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

/** Undefined leaves it to each text. */
export function sourceLanguage(scope: Scope): string | undefined {
  const language = read('sourceLanguage', scope, string);
  return language === automatic ? undefined : language;
}

/** The language named, or else that of the editor. */
export function targetLanguage(scope: Scope): string {
  const language = read('targetLanguage', scope, string);
  return language === automatic ? primaryLanguage(vscode.env.language) : language;
}

/** Between which languages existing translations lie. Who reads the editor in English writes translations of English all the same. */
export function bilingualLanguages(scope: Scope): { readonly source: string; readonly target: string } {
  const source = sourceLanguage(scope) ?? 'en';
  const target = targetLanguage(scope);
  return { source, target: target === source ? (source === 'zh' ? 'en' : 'zh') : target };
}

/** Folders of the user's own packs, as written. */
export function packFolders(scope: Scope): readonly string[] {
  return read('packFolders', scope, array(string));
}

/** Changes them where they are set: for the folder or workspace, or else for the user. */
export async function setPackFolders(folders: readonly string[]): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(section);
  const set = configuration.inspect('packFolders');
  const target =
    set?.workspaceFolderValue !== undefined
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : set?.workspaceValue !== undefined
        ? vscode.ConfigurationTarget.Workspace
        : vscode.ConfigurationTarget.Global;
  await configuration.update('packFolders', folders, target);
}

/** Undefined leaves it to the pack. */
export function beamSize(scope: Scope): number | undefined {
  return read('beamSize', scope, nullable(integer(1, 16))) ?? undefined;
}

/** Of the whole window: the packs of the engine serve all documents. */
export function backend(): BackendSetting {
  return read('backend', undefined, oneOf(...backendSettings));
}

/** In UTF-16 code units. */
export function maxSelectionLength(scope: Scope): number {
  return read('maxSelectionLength', scope, integer(1));
}

export function hoverEnabled(scope: Scope): boolean {
  return read('hover.enabled', scope, boolean);
}

/** Whether licence headers are left alone where nobody asked for their translation. */
export function skipLicences(scope: Scope): boolean {
  return read('skip.licences', scope, boolean);
}

/** Whether strings of code are translated on hover. */
export function stringHoverEnabled(scope: Scope): boolean {
  return read('hover.strings', scope, boolean);
}

/** Whether the messages of problems are translated on hover. */
export function problemHoverEnabled(scope: Scope): boolean {
  return read('hover.problems', scope, boolean);
}

/** Whether a function's name shows its summary on hover without a command having run. */
export function functionHoverEnabled(scope: Scope): boolean {
  return read('hover.functionSummaries', scope, boolean);
}

/** How the editors show translations of what they show, until a command says otherwise. */
export function readingMode(scope: Scope): Display {
  return read('reading.mode', scope, display);
}

/** The same for the Markdown preview. */
export function markdownPreviewMode(scope: Scope): Display {
  return read('markdownPreview.mode', scope, display);
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

/** When translations are checked unasked. */
export function lintEnabled(scope: Scope): 'off' | 'onSave' | 'onType' {
  return read('lint.enabled', scope, oneOf('off', 'onSave', 'onType'));
}

/** The user's own pairs of files; what is written but is no rule comes apart. */
export function lintPairs(scope: Scope): { readonly rules: readonly PairRule[]; readonly invalid: readonly string[] } {
  const written = read('lint.pairs', scope, array(string));
  return {
    rules: written.flatMap((rule) => parsePairRule(rule) ?? []),
    invalid: written.filter((rule) => parsePairRule(rule) === undefined),
  };
}

export function lintRules(scope: Scope): LintRules {
  return readRules(read('lint.rules', scope, record(anything)));
}

/** As written; undefined when there is none. */
export function lintGlossary(scope: Scope): string | undefined {
  return read('lint.glossary', scope, nullable(string)) ?? undefined;
}

/** Switches a rule off for the workspace, or for the user where no folder is open. */
export async function switchLintRuleOff(rule: RuleId): Promise<'workspace' | 'user'> {
  const configuration = vscode.workspace.getConfiguration(section);
  const inWorkspace = vscode.workspace.workspaceFolders !== undefined;
  const known = configuration.inspect<Record<string, unknown>>('lint.rules');
  const rules = (inWorkspace ? known?.workspaceValue : known?.globalValue) ?? {};
  const target = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await configuration.update('lint.rules', { ...rules, [rule]: 'off' }, target);
  return inWorkspace ? 'workspace' : 'user';
}

/** Where the setting of translation on hover stands, and what it is there. */
export function inspectHoverEnabled(scope: Scope) {
  return vscode.workspace.getConfiguration(section, scope).inspect<boolean>('hover.enabled');
}

/** Undefined takes the setting away from there. */
export async function setHoverEnabled(
  enabled: boolean | undefined,
  scope: Scope,
  target: vscode.ConfigurationTarget,
  ofLanguage: boolean,
): Promise<void> {
  await vscode.workspace.getConfiguration(section, scope).update('hover.enabled', enabled, target, ofLanguage);
}

export function onDidChange(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(section)) listener();
  });
}
