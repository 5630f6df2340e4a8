import * as vscode from 'vscode';
import { mostUnits, readTmx, TmxError, type MemoryUnit } from '../../engine/memory';
import { AlignLensError } from '../../engine/protocol/errors';
import { phrase, type PhraseValue } from '../../engine/protocol/phrase';
import { cancelledError, type RequestOptions } from '../../engine/protocol/rpc';
import type { Context } from '../context';
import { inform } from '../notify';
import type { Activity } from '../work';

const activity: Activity = { doing: 'Importing', title: vscode.l10n.t('AlignLens: importing the translation memory'), units: 'files' };

/** Takes over the units of TMX files: texts are translated as they say from then on. */
export function importTranslationMemory({ corrections, work }: Context): () => Promise<void> {
  return async () => {
    const uris = await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Import Translation Memory'),
      openLabel: vscode.l10n.t('Import'),
      filters: { TMX: ['tmx'] },
      canSelectMany: true,
    });
    if (!uris) return;
    const count = await work.run(activity, async ({ signal, onProgress }) => {
      const units: MemoryUnit[] = [];
      for (const [done, uri] of uris.entries()) {
        onProgress?.(done, uris.length);
        units.push(...(await readFile(uri, signal)));
      }
      await corrections.import(units);
      return units.length;
    });
    const left = count > mostUnits ? ` ${vscode.l10n.t('The memory holds {0}; the oldest were left out.', mostUnits)}` : '';
    void inform(vscode.l10n.t('AlignLens: Imported {0} translations.', count) + left);
  };
}

async function readFile(uri: vscode.Uri, signal: RequestOptions['signal']): Promise<MemoryUnit[]> {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const content = await vscode.workspace.fs.readFile(uri).then(undefined, (error: unknown) => {
    throw notTmx(name, error instanceof Error ? error.message : String(error));
  });
  try {
    const units = await readTmx(decode(content), { pause: () => pauseUnless(signal) });
    if (units.length === 0) throw notTmx(name, phrase('it holds no pair of texts'));
    return units;
  } catch (error) {
    throw error instanceof TmxError ? notTmx(name, error.phrase) : error;
  }
}

function notTmx(name: string, reason: PhraseValue): AlignLensError {
  return new AlignLensError('not-text', phrase('{0} cannot be imported: {1}. Nothing was imported; choose a TMX file.', name, reason));
}

/** TMX files are in UTF-8, or in UTF-16 with a mark that says so. */
function decode(content: Uint8Array): string {
  const [first, second] = content;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(content);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(content);
  return new TextDecoder().decode(content);
}

async function pauseUnless(signal: RequestOptions['signal']): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  if (signal?.aborted) throw cancelledError();
}
