/** Desktop and remote entry: the engine runs in a thread of Node. */
import { join } from 'node:path';
import type * as vscode from 'vscode';
import { nodeEngineHost } from '../engine/platform/node';
import { activateShared } from './activateShared';
import type { AlignLensApi } from './api';

export function activate(context: vscode.ExtensionContext): AlignLensApi {
  const distDir = join(context.extensionPath, 'dist');
  return activateShared(context, ({ readFile, log }) => nodeEngineHost({ distDir, readPackFile: readFile, log }));
}
