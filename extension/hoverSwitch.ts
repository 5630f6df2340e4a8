import * as vscode from 'vscode';
import { AlignLensError } from '../engine/protocol/errors';
import * as config from './config';

const noticeDuration = 4000;

/** For what translation on hover is switched. */
export type Extent =
  /** What is in front, at the setting that decides there now. */
  | 'inFront'
  /** The language of what is in front, for the user. */
  | 'language'
  /** The folder of what is in front. */
  | 'folder';

/** Where a setting stands. */
interface Level {
  readonly target: vscode.ConfigurationTarget;
  readonly ofLanguage: boolean;
  readonly value: boolean | undefined;
}

/**
 * Switches translation on hover on or off: to the other of what it is in front.
 *
 * @throws AlignLensError `empty-input` where there is no such language or folder
 */
export async function switchHover(extent: Extent): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const enabled = !config.hoverEnabled(document);
  const levels = levelsOf(document);
  const { target, ofLanguage } = levelOf(extent, document, levels);
  // What is inherited need not be said again.
  const others = levels.filter((level) => level.target !== target || level.ofLanguage !== ofLanguage);
  const inherited = others.find(({ value }) => value !== undefined)?.value ?? config.inspectHoverEnabled(document)?.defaultValue;
  await config.setHoverEnabled(inherited === enabled ? undefined : enabled, document, target, ofLanguage);
  vscode.window.setStatusBarMessage(notice(enabled, document, target, ofLanguage), noticeDuration);
}

/** From what decides first to what decides last. */
function levelsOf(document: config.Scope): Level[] {
  const known = config.inspectHoverEnabled(document);
  const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  const levels = [
    { target: WorkspaceFolder, ofLanguage: true, value: known?.workspaceFolderLanguageValue },
    { target: Workspace, ofLanguage: true, value: known?.workspaceLanguageValue },
    { target: Global, ofLanguage: true, value: known?.globalLanguageValue },
    { target: WorkspaceFolder, ofLanguage: false, value: known?.workspaceFolderValue },
    { target: Workspace, ofLanguage: false, value: known?.workspaceValue },
    { target: Global, ofLanguage: false, value: known?.globalValue },
  ];
  // A folder that is open alone is the workspace: its settings are the same ones.
  return isMultiRoot() ? levels : levels.filter(({ target }) => target !== WorkspaceFolder);
}

function isMultiRoot(): boolean {
  return vscode.workspace.workspaceFile !== undefined;
}

function levelOf(extent: Extent, document: config.Scope, levels: readonly Level[]): Omit<Level, 'value'> {
  const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  switch (extent) {
    case 'inFront':
      return levels.find(({ value }) => value !== undefined) ?? { target: Global, ofLanguage: false };
    case 'language':
      if (document) return levels.find(({ ofLanguage, value }) => ofLanguage && value !== undefined) ?? { target: Global, ofLanguage: true };
      throw new AlignLensError('empty-input', 'There is no text editor in front. Open a file of the language first.');
    case 'folder': {
      const folder = document && vscode.workspace.getWorkspaceFolder(document.uri);
      if (folder) {
        // What a setting for the language says counts before what one for everything says.
        const ofLanguage = levels.some((level) => level.ofLanguage && level.value !== undefined);
        return { target: isMultiRoot() ? WorkspaceFolder : Workspace, ofLanguage };
      }
      throw new AlignLensError('empty-input', 'The file in front is in no open folder. Open its folder first.');
    }
  }
}

function notice(enabled: boolean, document: config.Scope, target: vscode.ConfigurationTarget, ofLanguage: boolean): string {
  const state = enabled ? vscode.l10n.t('AlignLens: translation on hover is on') : vscode.l10n.t('AlignLens: translation on hover is off');
  const places = [
    ...(ofLanguage && document ? [vscode.l10n.t('language {0}', document.languageId)] : []),
    ...(target === vscode.ConfigurationTarget.Global ? [] : [vscode.l10n.t('this folder')]),
  ];
  return places.length === 0 ? state : `${state} (${places.join(', ')})`;
}
