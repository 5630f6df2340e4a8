import type { EngineClient } from '../engine/client';
import type { AlignedPair, PackInfo, TextPair } from '../engine/protocol/result';
import type { RequestOptions } from '../engine/protocol/rpc';
import type { AlignmentPanel } from './alignmentPanel';
import * as config from './config';
import { noPackError, packFor, type DirectionOptions } from './direction';
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
import type { Work } from './work';

/** What the extension owns while it is active. */
export interface Context {
  readonly engine: EngineClient;
  readonly translator: Translator;
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
  readonly log: Log;
  readonly installation: Installation;
}

/** What the settings ask for these texts of a document, or of none. Throws like `packFor`. */
export async function translationSettings(
  { packs }: Pick<Context, 'packs'>,
  scope: config.Scope,
  texts: readonly string[],
  options: DirectionOptions = { asked: true },
): Promise<TranslationSettings> {
  return { pack: await packFor(packs, scope, texts, options), beamSize: config.beamSize(scope) };
}

/** The packs for existing translations; the way back is used where it is there. Throws `language-pair`. */
export async function bilingualPacks(
  { packs }: Pick<Context, 'packs'>,
  scope: config.Scope,
  { source, target } = config.bilingualLanguages(scope),
): Promise<{ readonly pack: PackInfo; readonly reverse: PackInfo | undefined }> {
  const pack = await packs.between(source, target, scope);
  if (!pack) throw noPackError(source, target, await packs.translators(scope));
  return { pack, reverse: await packs.between(target, source, scope) };
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
