import type * as vscode from 'vscode';
import type { EngineClient } from '../engine/client';
import type { AlignedPair, TextPair } from '../engine/protocol/result';
import type { RequestOptions } from '../engine/protocol/rpc';
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

/** Aligns existing translations with the packs of both directions, where the second is there. Throws like `Packs.choose`. */
export async function alignPairs(
  { packs, engine }: Pick<Context, 'packs' | 'engine'>,
  scope: config.Scope,
  pairs: readonly TextPair[],
  options: RequestOptions,
): Promise<{ readonly settings: TranslationSettings; readonly aligned: AlignedPair[] }> {
  const settings = await translationSettings({ packs }, scope);
  const reverse = await packs.reverse(scope);
  const request = { pack: settings.pack.location, pairs, ...(reverse ? { reversePack: reverse.location } : {}) };
  return { settings, aligned: await engine.align(request, options) };
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
