import * as vscode from 'vscode';
import type { EngineClient } from '../../engine/client';
import { AlignLensError } from '../../engine/protocol/errors';
import { inEnglish, phrase } from '../../engine/protocol/phrase';
import { toAlignLensError } from '../../engine/protocol/rpc';
import { bilingualFiles, openFiles, type BilingualDocuments, type BilingualFiles } from '../bilingualDocuments';
import type { Glossaries } from '../glossary/glossaries';
import { Latest } from '../latest';
import type { Log } from '../log';
import type { Packs } from '../packs';
import { shortName } from '../request';
import { diagnosticsOf } from './diagnostics';
import { Evidence } from './evidence';
import type { PlacedFinding } from './placement';
import { shiftFindings } from './shift';
import { TranslationCheck, type CheckSummary } from './translationCheck';

/** A user's own check. */
export interface AskedCheck {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** What came of a check that a user asked for. */
export interface CheckResult extends CheckSummary {
  readonly target: vscode.TextDocument;
  readonly findings: readonly PlacedFinding[];
}

/** A translation that was checked. */
interface Checked {
  documents: BilingualDocuments;
  findings: readonly PlacedFinding[];
  /** The versions of both documents that a check was last begun for. */
  versions: string;
  /** A user asked for it: its findings outlive the editor. */
  asked: boolean;
  readonly latest: Latest;
  republish?: ReturnType<typeof setTimeout> | undefined;
}

interface Services {
  readonly engine: Pick<EngineClient, 'align'>;
  readonly packs: Packs;
  readonly glossaries: Glossaries;
  readonly log: Log;
}

/** Diagnostics that follow an edit wait for the next one this long, in milliseconds. */
const typingPause = 150;

/** The findings in all translations that are open, and their diagnostics. */
export class TranslationLint {
  private readonly collection = vscode.languages.createDiagnosticCollection('alignlens');
  /** By the translation's URI. */
  private readonly checked = new Map<string, Checked>();
  private readonly evidence: Evidence;

  constructor(private readonly services: Services) {
    this.evidence = new Evidence(services.engine);
  }

  /**
   * Checks the translation that a document is, or belongs to. Undefined where no other file is found. Rejects with
   * `cancelled`, with `text-changed` when the files or settings changed meanwhile, and with whatever is wrong with the files,
   * the packs or the glossary.
   */
  async check(document: vscode.TextDocument, asked: AskedCheck = {}): Promise<CheckResult | undefined> {
    const files = await bilingualFiles(document);
    if (!files) return undefined;
    const entry = this.entryOf(await openFiles(files));
    entry.asked = true;
    const summary = await this.run(entry, asked);
    if (asked.signal?.aborted) throw new AlignLensError('cancelled', 'The check was cancelled; what it had found is shown.');
    const { target } = entry.documents;
    if (!summary) throw new AlignLensError('text-changed', phrase('{0} or the settings changed while it was being checked. Run the check again.', shortName(target)));
    return { ...summary, target, findings: entry.findings };
  }

  /**
   * Checks a translation unless that was done since it changed; failures go to the log.
   *
   * @param afresh even if it was done, because the settings changed
   */
  async checkUnasked(files: BilingualFiles, afresh = false): Promise<void> {
    try {
      const documents = await openFiles(files);
      const known = this.checked.get(documents.target.uri.toString());
      if (known?.versions === versionsOf(documents) && known.documents.source === documents.source && !afresh) return;
      const summary = await this.run(this.entryOf(documents));
      if (summary?.withoutModel !== undefined) {
        this.services.log.write('info', `${shortName(documents.target)} was checked: ${inEnglish(summary.withoutModel)}`);
      }
    } catch (error) {
      this.services.log.failure(toAlignLensError(error));
    }
  }

  /** The pairs whose translation has been checked and is not forgotten. */
  checkedFiles(): BilingualFiles[] {
    return [...this.checked.values()].map(({ documents }) => filesOf(documents));
  }

  /** The findings that a document shows, as of its present text. */
  findingsIn(document: vscode.TextDocument): readonly PlacedFinding[] {
    return this.checked.get(document.uri.toString())?.findings ?? [];
  }

  /** Follows an edit: what was touched is no finding any more, and a check of the old text is of no use. */
  edited({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const uri = document.uri.toString();
    const changes = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
      span: { start: rangeOffset, end: rangeOffset + rangeLength },
      length: text.length,
    }));
    for (const entry of this.checked.values()) {
      const { format, source, target } = entry.documents;
      const sides = { source: source.uri.toString() === uri, target: target.uri.toString() === uri };
      if (!sides.source && !sides.target) continue;
      entry.latest.stop();
      // The editor may have let the document go since, and opened it again.
      entry.documents = { format, source: sides.source ? document : source, target: sides.target ? document : target };
      entry.findings = shiftFindings(entry.findings, changes, sides);
      clearTimeout(entry.republish);
      entry.republish = setTimeout(() => this.publish(entry), typingPause);
    }
  }

  /** The editor let a document go: only what a user asked for stays. */
  closed(document: vscode.TextDocument): void {
    const entry = this.checked.get(document.uri.toString());
    if (!entry) return;
    if (entry.asked) entry.latest.stop();
    else this.forget(document.uri);
  }

  /** Forgets translations that no user asked about. */
  forgetUnasked(): void {
    for (const { asked, documents } of [...this.checked.values()]) if (!asked) this.forget(documents.target.uri);
  }

  /** Takes all findings away, until the next check. */
  clear(): void {
    for (const entry of this.checked.values()) {
      stop(entry);
      entry.findings = [];
      entry.asked = false;
    }
    this.collection.clear();
  }

  dispose(): void {
    this.clear();
    this.collection.dispose();
  }

  private forget(target: vscode.Uri): void {
    const entry = this.checked.get(target.toString());
    if (entry) stop(entry);
    this.checked.delete(target.toString());
    this.collection.delete(target);
  }

  private entryOf(documents: BilingualDocuments): Checked {
    const key = documents.target.uri.toString();
    const entry = this.checked.get(key) ?? { documents, findings: [], versions: '', asked: false, latest: new Latest() };
    entry.documents = documents;
    this.checked.set(key, entry);
    return entry;
  }

  /** Undefined when it was stopped. */
  private async run(entry: Checked, asked?: AskedCheck): Promise<CheckSummary | undefined> {
    entry.versions = versionsOf(entry.documents);
    const stopped = (): void => entry.latest.stop();
    asked?.signal?.addEventListener('abort', stopped);
    const { packs, glossaries, log } = this.services;
    try {
      return await entry.latest.run((signal) =>
        new TranslationCheck(entry.documents, packs, glossaries, this.evidence, {
          signal,
          asked: asked !== undefined,
          onProgress: asked?.onProgress,
          onFindings: (findings) => {
            if (signal.aborted) return;
            entry.findings = [...findings];
            this.publish(entry);
          },
          onTrouble: (error) => log.failure(toAlignLensError(error)),
        }).run(),
      );
    } finally {
      asked?.signal?.removeEventListener('abort', stopped);
    }
  }

  private publish(entry: Checked): void {
    clearTimeout(entry.republish);
    this.collection.set(entry.documents.target.uri, diagnosticsOf(entry.documents, entry.findings));
  }
}

function stop(entry: Checked): void {
  entry.latest.stop();
  clearTimeout(entry.republish);
}

function versionsOf({ source, target }: BilingualDocuments): string {
  return `${source.version} ${target.version}`;
}

function filesOf({ format, source, target }: BilingualDocuments): BilingualFiles {
  return { format, source: source.uri, target: target.uri };
}
