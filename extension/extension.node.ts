/** Desktop and remote entry: the engine runs in a thread of Node. */
import { cpus } from 'node:os';
import { join } from 'node:path';
import type * as vscode from 'vscode';
import { nodeEngineHost } from '../engine/platform/node';
import { activateShared, type Exports } from './activateShared';

export function activate(context: vscode.ExtensionContext): Exports {
  const distDir = join(context.extensionPath, 'dist');
  return activateShared(context, {
    platform: `Node.js ${process.versions.node} on ${process.platform} ${process.arch}, ${cpus().length} processor cores`,
    createHost: ({ readFile, log, backends }) => ({ ...nodeEngineHost({ distDir, readPackFile: readFile, log }), backends }),
  });
}
