import * as vscode from 'vscode';
import { showGlossary } from '../glossary/glossaryFile';

/** Opens the glossary of the folder; where there is none, one that says how to write it. */
export function openGlossary(): () => Promise<void> {
  return () => showGlossary(vscode.window.activeTextEditor?.document);
}
