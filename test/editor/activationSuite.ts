/** What the editor itself measured of the extension's start, in milliseconds: `scripts/benchActivation.mjs` reads the last line. */
import * as vscode from 'vscode';
import { until } from './hostCases';

const row = /^\| alignlens\.alignlens +\| \w+ +\| (\d+) +\| (\d+) +\| (\d+) +\|/mu;

export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension('alignlens.alignlens');
  await until(() => extension?.isActive === true, 'the extension is not active');
  // The page of Developer: Startup Performance.
  await vscode.commands.executeCommand('perfview.show');
  const page = (): string => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf')?.getText() ?? '';
  await until(() => row.test(page()), 'the editor did not say how long the extension took');
  const [, load, call, finish] = row.exec(page()) ?? [];
  console.log(JSON.stringify({ load: Number(load), activate: Number(call) + Number(finish) }));
}
