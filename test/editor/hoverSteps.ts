/** What the suite of hovers does again and again, inside the extension host. */
import * as vscode from 'vscode';
import { check, pause, until } from './hostCases';

export const han = /\p{Script=Han}/u;

export interface Seen {
  readonly parts: readonly vscode.MarkdownString[];
  readonly text: string;
}

/** What AlignLens shows at a place, once it is no longer at work; undefined when that is nothing. */
export async function hoverAt(document: vscode.TextDocument, words: string): Promise<Seen | undefined> {
  const start = document.getText().indexOf(words);
  check(start >= 0, `${document.uri.toString()} lacks "${words}"`);
  const position = document.positionAt(start + 2);
  let parts: vscode.MarkdownString[] = [];
  await until(async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
    parts = hovers
      .flatMap(({ contents }) => contents)
      .flatMap((content) => (content instanceof vscode.MarkdownString ? [content] : []))
      .filter(({ value }) => value.includes('alignlens.') || value.includes('$(loading~spin)'));
    return !parts.some(({ value }) => value.includes('$(loading~spin)'));
  }, `the hover over "${words}" never came to an end`);
  return parts.length === 0 ? undefined : { parts, text: parts.map(({ value }) => value).join('\n') };
}

export async function translated(document: vscode.TextDocument, words: string): Promise<Seen> {
  const seen = await hoverAt(document, words);
  if (!seen) throw new Error(`no hover over "${words}" (${document.languageId})`);
  check(han.test(seen.text), `no translation in the hover over "${words}": ${seen.text.slice(0, 200)}`);
  return seen;
}

export function textIn(language: string, content: string): Thenable<vscode.TextDocument> {
  return vscode.workspace.openTextDocument({ language, content });
}

export async function fileIn(name: string): Promise<vscode.TextDocument> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('no folder is open');
  return vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
}

/** The command that accepts the first button of the newest notification is the only way to press it from here. */
async function pressFirstButton(): Promise<void> {
  await vscode.commands.executeCommand('notification.acceptPrimaryAction');
}

/** The translation that a notification copies; what is on the clipboard before is English. */
export async function copiedFromNotice(): Promise<string> {
  const { clipboard } = vscode.env;
  await until(async () => {
    await pressFirstButton();
    await pause(300);
    return han.test(await clipboard.readText());
  }, 'no notification copied a translation');
  const copied = await clipboard.readText();
  await clipboard.writeText('former text');
  return copied;
}
