import type * as vscode from 'vscode';
import type { EngineClient } from '../engine/client';
import type { AlignedPair, PackInfo, TextPair } from '../engine/protocol/result';
import type { RequestOptions } from '../engine/protocol/rpc';
import type { Term } from '../engine/protocol/term';
import type { AlignmentPanel } from './alignmentPanel';
import type { BackendChoices } from './backendChoices';
import * as config from './config';
import type { CorrectionDocuments } from './corrections/correctionDocuments';
import type { Corrections } from './corrections/corrections';
import { noPackError, packFor, type DirectionOptions } from './direction';
import type { Glossaries } from './glossary/glossaries';
import type { Installation } from './installation';
import type { LastSummary } from './lastSummary';
import type { TranslationLint } from './lint/translationLint';
import type { Log } from './log';
import type { Packs } from './packs';
import type { ModelCards } from './packsView/modelCards';
import type { PackTree } from './packsView/packTree';
import type { Prose } from './prose';
import type { StatusBar } from './statusBar';
import type { Summarizer, SummarySettings } from './summarizer';
import type { SubjectList } from './summarySubjects';
import type { TranslationSettings, Translator } from './translator';
import type { VirtualTexts } from './virtualTexts';
import type { WindowChoice } from './windowChoice';
import type { Work } from './work';
import type { FolderState } from './writing/folderState';
import type { TranslationPreviews } from './writing/translationPreviews';

/** What the extension owns while it is active. */
export interface Context {
  readonly engine: EngineClient;
  /** Where the engine's decoders run. */
  readonly backends: BackendChoices;
  readonly translator: Translator;
  readonly corrections: Corrections;
  readonly correctionDocuments: CorrectionDocuments;
  readonly glossaries: Glossaries;
  readonly summarizer: Summarizer;
  readonly packs: Packs;
  readonly packTree: PackTree;
  readonly modelCards: ModelCards;
  readonly prose: Prose;
  readonly work: Work;
  readonly status: StatusBar;
  readonly panel: AlignmentPanel;
  readonly lastSummary: LastSummary;
  readonly lint: TranslationLint;
  readonly virtualTexts: VirtualTexts;
  /** How the editors show translations. */
  readonly reading: WindowChoice;
  /** How the Markdown preview shows them. */
  readonly preview: WindowChoice;
  readonly previews: TranslationPreviews;
  readonly folders: FolderState;
  readonly log: Log;
  readonly installation: Installation;
}

/** What decides a translation, apart from its text. */
export type TranslationServices = Pick<Context, 'packs' | 'glossaries' | 'corrections' | 'translator'>;

/** Hears of all that may change translations: settings and with them packs, glossaries, corrections. */
export function onDidChangeTranslations({ glossaries, corrections }: Pick<Context, 'glossaries' | 'corrections'>, listener: () => void): Pick<vscode.Disposable, 'dispose'> {
  const sources = [config.onDidChange(listener), glossaries.onDidChange(listener), corrections.onDidChange(listener)];
  return { dispose: () => sources.forEach((source) => void source.dispose()) };
}

/** What the settings ask for these texts of a document, or of none. Throws like `packFor`. */
export async function translationSettings(
  context: Pick<Context, 'packs' | 'glossaries' | 'corrections'>,
  scope: config.Scope,
  texts: readonly string[],
  options: DirectionOptions = { asked: true },
): Promise<TranslationSettings> {
  return packSettings(context, scope, await packFor(context.packs, scope, texts, options));
}

/** What the settings, the glossary and the corrections ask of a pack that is chosen already. */
export async function packSettings(
  { glossaries, corrections }: Pick<Context, 'glossaries' | 'corrections'>,
  scope: config.Scope,
  pack: PackInfo,
): Promise<TranslationSettings> {
  const terms = withoutRepeated([...(await glossaries.terms(scope, pack)), ...(await corrections.wordsFor(pack))]);
  return { pack, beamSize: config.beamSize(scope), terms };
}

/** Of terms for the same words, the first: what the user wrote down comes before what was concluded. */
function withoutRepeated(terms: readonly Term[]): Term[] {
  return [...new Map(terms.map((term) => [term.source.toLowerCase(), term] as const).reverse()).values()].reverse();
}

/** The packs for existing translations; the way back is used where it is there. Throws `language-pair`. */
export async function bilingualPacks(
  { packs }: Pick<Context, 'packs'>,
  scope: config.Scope,
  { source, target } = config.bilingualLanguages(scope),
): Promise<{ readonly pack: PackInfo; readonly reverse: PackInfo | undefined }> {
  const pack = (await packs.aligning(source, target, scope)) ?? (await packs.between(source, target, scope));
  if (!pack) throw noPackError(source, target, await packs.translators(scope));
  return { pack, reverse: await packs.aligning(target, source, scope) };
}

/** Aligns existing translations with the packs of both directions, where the second is there. Throws like `bilingualPacks`. */
export async function alignPairs(
  context: Pick<Context, 'packs' | 'engine'>,
  scope: config.Scope,
  pairs: readonly TextPair[],
  options: RequestOptions,
  languages = config.bilingualLanguages(scope),
): Promise<{ readonly settings: TranslationSettings; readonly aligned: AlignedPair[] }> {
  const { pack, reverse } = await bilingualPacks(context, scope, languages);
  const request = { pack: pack.location, pairs, ...(reverse ? { reversePack: reverse.location } : {}) };
  return { settings: { pack, beamSize: config.beamSize(scope) }, aligned: await context.engine.align(request, options) };
}

/** What the settings ask for in this document, or in none. Throws like `Packs.summarizer`. */
export async function summarySettings(
  { packs }: Pick<Context, 'packs'>,
  scope: config.Scope,
  { kind, languageId, lines = config.summaryLines(scope) }: Pick<SubjectList, 'kind' | 'languageId' | 'lines'>,
): Promise<SummarySettings> {
  return {
    pack: await packs.summarizer(kind, scope),
    languageId,
    lines,
    mode: config.summaryMode(scope),
    beamSize: config.beamSize(scope),
  };
}
