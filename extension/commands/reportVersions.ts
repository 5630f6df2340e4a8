import * as vscode from 'vscode';
import { toAlignLensError } from '../../engine/protocol/rpc';
import type { Context } from '../context';
import { differingSettings } from '../differingSettings';
import type { PackEntry } from '../packsView/packEntry';
import { renderReport, type ReportedPack } from '../versionsReport';
import type { Activity } from '../work';

const activity: Activity = { doing: 'Translating', title: vscode.l10n.t('AlignLens: making the report'), units: 'sentences' };

/** Timed for the report: our own sentence, the same for every pack and every user. */
const sentence = 'The file cannot be opened because another process holds the lock.';

/** Opens a document with what whoever looks into a problem needs to know, and no text of the user's. */
export function reportVersions(context: Context): () => Promise<void> {
  return async () => {
    const packs = await context.work.run(activity, async ({ signal }) => {
      const reported: ReportedPack[] = [];
      // One after another: two at a time would measure each other.
      for (const entry of await context.packTree.entries()) reported.push(await reportPack(context, entry, signal));
      return reported;
    });
    const { contributes } = context.installation.manifest;
    const settings = differingSettings(contributes.configuration.properties);
    const content = renderReport({ versions: versions(context), packs, settings, sentence });
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
  };
}

function versions({ installation }: Context): Record<string, string> {
  const { manifest, platform } = installation;
  return {
    AlignLens: manifest.version,
    Editor: `${vscode.env.appName} ${vscode.version}, ${vscode.env.uiKind === vscode.UIKind.Web ? 'in a browser' : 'on the desktop'}`,
    'Extension host': `${platform}${remoteKind()}`,
    'Display language': vscode.env.language,
    Workspace: `${vscode.workspace.isTrusted ? 'trusted' : 'restricted'}, open folders: ${vscode.workspace.workspaceFolders?.length ?? 0}`,
    Backend: `ONNX Runtime Web ${manifest.dependencies['onnxruntime-web'] ?? ''}, WebAssembly with SIMD, 1 thread; WebGPU: ${typeof navigator !== 'undefined' && 'gpu' in navigator ? 'yes' : 'no'}`,
    'Shared memory': typeof SharedArrayBuffer === 'undefined' ? 'no' : 'yes',
  };
}

/** Some servers' remotes are called by their address, which is nobody's business. */
function remoteKind(): string {
  const { remoteName } = vscode.env;
  if (remoteName === undefined) return '';
  return /^[a-z-]+$/u.test(remoteName) && remoteName !== 'localhost' ? `, remote (${remoteName})` : ', remote';
}

async function reportPack({ engine, backends }: Context, { place, state }: PackEntry, signal: AbortSignal | undefined): Promise<ReportedPack> {
  const origin = place.folder === undefined ? 'ships with AlignLens' : 'own folder';
  if ('error' in state) return { id: undefined, version: undefined, hash: undefined, origin, decodes: undefined, timing: state.error.code };
  const { info, details } = state;
  const options = signal === undefined ? {} : { signal };
  const request = { pack: place.location, texts: [sentence] };
  const run = async (): Promise<number> => {
    const start = performance.now();
    await (info.task === 'translate' ? engine.translate(request, options) : engine.summarize(request, options));
    return Math.round(performance.now() - start);
  };
  const known = { id: info.id, version: info.version, hash: details.hash, origin } as const;
  let timing: ReportedPack['timing'];
  try {
    timing = { first: await run(), again: await run() };
  } catch (error) {
    timing = toAlignLensError(error).code;
    if (timing === 'cancelled') throw error;
  }
  return { ...known, decodes: backends.stateOf(place.location), timing };
}
