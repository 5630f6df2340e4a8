/** What the extension does in a Node extension host before it is used: nothing. Files of the web host are counted by `activation.test.ts`. */
import * as vscode from 'vscode';
import { check, pause, runCases, until } from './hostCases';
import { hoverText } from './hoverText';

let before = 0;

/** Threads of the extension host besides its main one; the host has some of its own. */
function workers(): number {
  return (process.report.getReport() as { workers: unknown[] }).workers.length;
}

export async function run(): Promise<void> {
  await runCases([
    {
      name: 'its start starts no worker',
      run: async () => {
        const extension = vscode.extensions.getExtension('alignlens.alignlens');
        check(extension?.isActive === false, 'the extension is active already');
        before = workers();
        await extension?.activate();
        await pause(3000);
        check(workers() === before, `${before} workers became ${workers()}`);
      },
    },
    {
      name: 'the first hover starts one',
      run: async () => {
        const [folder] = vscode.workspace.workspaceFolders ?? [];
        const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder!.uri, 'billing.ts'));
        await vscode.window.showTextDocument(document);
        const at = document.positionAt(document.getText().indexOf('Skip the items') + 2);
        await until(async () => (await hoverText(document.uri, at)).includes('alignlens.showAlignment'), 'no hover');
        check(workers() > before, 'no worker');
      },
    },
  ]);
}
