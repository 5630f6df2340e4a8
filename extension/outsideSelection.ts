import * as vscode from 'vscode';
import { AlignLensError } from '../engine/protocol/errors';

/** How long the terminal may take to copy, and how often that is looked at, in milliseconds. */
const patience = 1000;
const interval = 50;

/** A text that is selected outside the editors. */
export interface OutsideSelection {
  /** Where: how a document with it is called. */
  readonly name: string;
  readonly text: string;
}

/**
 * What is selected in the Output view where that is in use, or else in the terminal. Undefined when the editor has told
 * the user that nothing is.
 *
 * @throws AlignLensError `empty-input`
 */
export async function outsideSelection(): Promise<OutsideSelection | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.scheme === 'output') {
    const text = editor.selections.map((selection) => editor.document.getText(selection)).join('\n');
    if (text.trim() !== '') return { name: vscode.l10n.t('Output'), text };
    throw new AlignLensError('empty-input', 'Nothing is selected in the output. Select the text to translate and run the command again.');
  }
  if (!vscode.window.activeTerminal) {
    throw new AlignLensError('empty-input', 'There is no terminal and no output in front. Select text there and run the command again.');
  }
  const text = await terminalSelection();
  return text.trim() === '' ? undefined : { name: vscode.l10n.t('Terminal'), text };
}

/**
 * The terminal's selection, empty when there is none; the editor says that itself. It is to be had by the clipboard only,
 * which gets its former text back whatever happens.
 */
async function terminalSelection(): Promise<string> {
  const { clipboard } = vscode.env;
  const former = await clipboard.readText();
  // Emptied first: what is there then was copied now.
  await clipboard.writeText('');
  try {
    await vscode.commands.executeCommand('workbench.action.terminal.copySelection');
    return await copiedText();
  } finally {
    await clipboard.writeText(former);
  }
}

/** The command that copies does not wait until it has. */
async function copiedText(): Promise<string> {
  const end = performance.now() + patience;
  for (;;) {
    const text = await vscode.env.clipboard.readText();
    if (text !== '' || performance.now() > end) return text;
    await new Promise((resolve) => {
      setTimeout(resolve, interval);
    });
  }
}
