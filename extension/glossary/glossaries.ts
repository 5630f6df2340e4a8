import * as vscode from 'vscode';
import { lintTerms, parseGlossary, translatorTerms, type Glossary, type GlossaryTerm } from '../../engine/glossary';
import { AlignLensError } from '../../engine/protocol/errors';
import { phrase } from '../../engine/protocol/phrase';
import type { PackInfo } from '../../engine/protocol/result';
import type { Term } from '../../engine/protocol/term';
import * as config from '../config';
import { baseFolder, resolveLocation } from '../location';
import { glossaryPattern, glossaryUri } from './glossaryFile';

/** The terms of each folder's glossary. Nothing of it is read in a workspace that is not trusted. */
export class Glossaries {
  private readonly changed = new vscode.EventEmitter<void>();
  /** A glossary was changed, came or went. */
  readonly onDidChange = this.changed.event;
  /** By URI; whatever may have changed is forgotten. */
  private readonly texts = new Map<string, Promise<string>>();
  private readonly subscriptions: readonly { dispose(): unknown }[];

  constructor() {
    const watcher = vscode.workspace.createFileSystemWatcher(glossaryPattern);
    const forget = (uri: vscode.Uri): void => this.forget(uri);
    this.subscriptions = [
      watcher,
      watcher.onDidChange(forget),
      watcher.onDidCreate(forget),
      watcher.onDidDelete(forget),
      // Not every file system tells of what the editor itself writes.
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.forget(uri)),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.changed.fire()),
      this.changed,
    ];
  }

  /** For the translations of a pack. A line that is wrong counts as not there: its diagnostic tells. */
  async terms(scope: config.Scope, { sourceLanguage, targetLanguage }: PackInfo): Promise<readonly Term[]> {
    const uri = glossaryUri(scope);
    if (!uri || !vscode.workspace.isTrusted) return [];
    const { entries } = parseGlossary(await this.text(uri), config.bilingualLanguages(scope));
    return entries.length === 0 ? [] : translatorTerms(entries, { source: sourceLanguage, target: targetLanguage });
  }

  /**
   * For the check of a translation: of the file that the settings name, or else the folder's glossary.
   *
   * @throws AlignLensError `glossary` when the file that the settings name cannot be read
   */
  async lintTerms(
    document: vscode.TextDocument,
    { sourceLanguage: source, targetLanguage: target }: { readonly sourceLanguage: string; readonly targetLanguage: string },
  ): Promise<readonly GlossaryTerm[]> {
    const { entries } = await this.forLint(document);
    return lintTerms(entries, { source, target });
  }

  /** Whether a document is a glossary that something reads. */
  isGlossary({ uri }: vscode.TextDocument): boolean {
    const own = vscode.workspace.getWorkspaceFolder(uri);
    if (own && glossaryUri(own)?.toString() === uri.toString()) return true;
    const folders = vscode.workspace.workspaceFolders ?? [];
    return folders.some((folder) => namedGlossary(undefined, folder.uri)?.toString() === uri.toString());
  }

  /** Reads it anew from now on. */
  forget(uri: vscode.Uri): void {
    if (this.texts.delete(uri.toString())) this.changed.fire();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async forLint(document: vscode.TextDocument): Promise<Glossary> {
    const languages = config.bilingualLanguages(document);
    const path = config.lintGlossary(document);
    if (path === undefined || path.trim() === '') {
      const uri = glossaryUri(document);
      return parseGlossary(uri && vscode.workspace.isTrusted ? await this.text(uri) : '', languages);
    }
    const named = namedGlossary(document, baseFolder(document));
    if (!named) throw new AlignLensError('glossary', phrase('alignlens.lint.glossary names "{0}", which is relative, but no folder is open. Open a folder, or name the file by its whole path.', path));
    const content = await vscode.workspace.fs.readFile(named).then(undefined, () => {
      throw new AlignLensError('glossary', phrase('alignlens.lint.glossary names "{0}", which cannot be read. Correct the setting or the file.', path));
    });
    const text = new TextDecoder().decode(content);
    // A file of the user's choice is not watched, so it is read each time; that it was read makes its saving a change.
    this.texts.set(named.toString(), Promise.resolve(text));
    return parseGlossary(text, languages);
  }

  /** Empty where there is none. */
  private text(uri: vscode.Uri): Promise<string> {
    const key = uri.toString();
    let text = this.texts.get(key);
    if (!text) {
      text = Promise.resolve(vscode.workspace.fs.readFile(uri)).then(
        (content) => new TextDecoder().decode(content),
        () => '',
      );
      this.texts.set(key, text);
    }
    return text;
  }
}

function namedGlossary(scope: config.Scope, base: vscode.Uri | undefined): vscode.Uri | undefined {
  const path = config.lintGlossary(scope);
  return path === undefined || path.trim() === '' ? undefined : resolveLocation(path, base);
}
