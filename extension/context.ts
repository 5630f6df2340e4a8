import type * as vscode from 'vscode';
import type { EngineClient } from '../engine/client';
import type { AlignmentPanel } from './alignmentPanel';
import * as config from './config';
import type { LastSummary } from './lastSummary';
import type { TranslationLint } from './lint/translationLint';
import type { Log } from './log';
import type { Packs } from './packs';
import type { StatusBar } from './statusBar';
import type { Summarizer, SummarySettings } from './summarizer';
import type { SubjectList } from './summarySubjects';
import type { TranslationSettings, Translator } from './translator';
import type { Work } from './work';

/** What the extension owns while it is active. */
export interface Context {
  readonly engine: EngineClient;
  readonly translator: Translator;
  readonly summarizer: Summarizer;
  readonly packs: Packs;
  readonly work: Work;
  readonly status: StatusBar;
  readonly panel: AlignmentPanel;
  readonly lastSummary: LastSummary;
  readonly lint: TranslationLint;
  readonly log: Log;
}

/** What the settings ask for in this document, or anywhere. Throws like `Packs.choose`. */
export async function translationSettings(
  { packs }: Pick<Context, 'packs'>,
  scope: config.Scope,
): Promise<TranslationSettings> {
  return { pack: await packs.choose(scope), beamSize: config.beamSize(scope) };
}

/** What the settings ask for in this document. Throws like `Packs.summarizer`. */
export async function summarySettings(
  { packs }: Pick<Context, 'packs'>,
  document: vscode.TextDocument,
  { kind, languageId, lines = config.summaryLines(document) }: Pick<SubjectList, 'kind' | 'languageId' | 'lines'>,
): Promise<SummarySettings> {
  return {
    pack: await packs.summarizer(kind, document),
    languageId,
    lines,
    mode: config.summaryMode(document),
    beamSize: config.beamSize(document),
  };
}
