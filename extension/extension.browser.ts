/** Web entry: the engine runs in a Web Worker of the extension host's own. */
import * as vscode from 'vscode';
import { browserEngineHost } from '../engine/platform/browser';
import { activateShared, type Exports } from './activateShared';

export function activate(context: vscode.ExtensionContext): Exports {
  const bundle = vscode.Uri.joinPath(context.extensionUri, 'dist/worker.browser.js');
  return activateShared(context, {
    platform: `worker of a browser, ${navigator.hardwareConcurrency} processor cores, ${navigator.userAgent}`,
    createHost: ({ readFile, log, backends }) => ({
      ...browserEngineHost({ workerSource: async () => vscode.workspace.fs.readFile(bundle), readFile, log }),
      backends,
    }),
  });
}
