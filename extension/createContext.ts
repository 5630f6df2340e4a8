import type * as vscode from 'vscode';
import type { EngineHost } from '../engine/host';
import { AlignmentPanel } from './alignmentPanel';
import { BackendChoices } from './backendChoices';
import * as config from './config';
import type { Context } from './context';
import { CorrectionDocuments } from './corrections/correctionDocuments';
import { Corrections } from './corrections/corrections';
import { Glossaries } from './glossary/glossaries';
import type { Installation } from './installation';
import { LastSummary } from './lastSummary';
import { TranslationLint } from './lint/translationLint';
import { Log } from './log';
import { LoggedEngine } from './loggedEngine';
import { packReader } from './packReader';
import { Packs } from './packs';
import { ModelCards } from './packsView/modelCards';
import { PackTree } from './packsView/packTree';
import { Prose } from './prose';
import { SalienceHighlights } from './salienceHighlights';
import { StatusBar } from './statusBar';
import { Summarizer } from './summarizer';
import { Translator } from './translator';
import { VirtualTexts } from './virtualTexts';
import { WindowChoice } from './windowChoice';
import { Work } from './work';
import { FolderState } from './writing/folderState';
import { TranslationPreviews } from './writing/translationPreviews';

/** What differs between the extension hosts: the two entries say it. */
export interface HostEntry {
  /** The machine and the kind of host, in words. */
  readonly platform: string;
  readonly createHost: (shared: Pick<EngineHost, 'readFile' | 'log'> & Required<Pick<EngineHost, 'backends'>>) => EngineHost;
}

/** Builds what the extension owns; whatever of it has a `dispose` ends with the extension. */
export function createContext(extension: vscode.ExtensionContext, { platform, createHost }: HostEntry): Context {
  const { extensionUri, workspaceState } = extension;
  const log = new Log();
  const readFile = packReader(extensionUri);
  const backends = new BackendChoices(extension.globalState, config.backend);
  const host = createHost({ readFile, log: (level, message) => log.write(level, message), backends });
  const engine = new LoggedEngine(host, log);
  const reading = new WindowChoice(workspaceState, 'reading', config.readingMode);
  const status = new StatusBar(reading);
  const highlights = new SalienceHighlights();
  const packs = new Packs(extensionUri, engine);
  const glossaries = new Glossaries();
  const corrections = new Corrections(extension.globalStorageUri, log);
  return {
    engine,
    backends,
    translator: new Translator(engine, corrections),
    corrections,
    correctionDocuments: new CorrectionDocuments(),
    glossaries,
    summarizer: new Summarizer(engine),
    packs,
    packTree: new PackTree(packs, readFile),
    modelCards: new ModelCards(packs, readFile),
    prose: new Prose(extensionUri, log),
    status,
    work: new Work(status),
    panel: new AlignmentPanel(extensionUri, log),
    lastSummary: new LastSummary(highlights),
    lint: new TranslationLint({ engine, packs, glossaries, log }),
    virtualTexts: new VirtualTexts(),
    reading,
    preview: new WindowChoice(workspaceState, 'markdownPreview', config.markdownPreviewMode),
    previews: new TranslationPreviews(),
    folders: new FolderState(workspaceState),
    log,
    installation: { manifest: extension.extension.packageJSON as Installation['manifest'], platform },
  };
}
