import type * as vscode from 'vscode';
import type { EngineClient } from '../engine/client';
import type { AlignmentPanel } from './alignmentPanel';
import * as config from './config';
import type { Log } from './log';
import type { Packs } from './packs';
import type { StatusBar } from './statusBar';
import type { TranslationSettings, Translator } from './translator';
import type { Work } from './work';

/** What the extension owns while it is active. */
export interface Context {
  readonly engine: EngineClient;
  readonly translator: Translator;
  readonly packs: Packs;
  readonly work: Work;
  readonly status: StatusBar;
  readonly panel: AlignmentPanel;
  readonly log: Log;
}

/** What the settings ask for in this document. Throws like `Packs.choose`. */
export async function translationSettings(
  { packs }: Pick<Context, 'packs'>,
  document: vscode.TextDocument,
): Promise<TranslationSettings> {
  return { pack: await packs.choose(document), beamSize: config.beamSize(document) };
}
