import * as vscode from 'vscode';
import type { FuzzyMatch, MemoryUnit } from '../../engine/memory';
import { AlignLensError } from '../../engine/protocol/errors';
import { phrase } from '../../engine/protocol/phrase';
import { toAlignLensError } from '../../engine/protocol/rpc';
import type { PackInfo } from '../../engine/protocol/result';
import type { Term } from '../../engine/protocol/term';
import type { Log } from '../log';
import type { TranslationSettings } from '../translator';
import { removeAbandoned, writeWhole } from '../wholeFile';
import { learnedTerms } from './learnedTerms';
import { MemoryStore, type MemoryFile } from './memoryStore';

const fileName = 'translation-memory.jsonl';

/** The translations that the user has put right, or imported; they stay on this machine. */
export class Corrections {
  private readonly store: MemoryStore;
  private readonly subscriptions: readonly { dispose(): unknown }[];
  private readonly terms = new Map<string, readonly Term[]>();
  private readonly changed = new vscode.EventEmitter<void>();
  /** Some texts have another translation now, or words another meaning. */
  readonly onDidChange = this.changed.event;
  private loaded: Promise<void> | undefined;

  /** @param storage the extension's own folder, which all windows share */
  constructor(
    storage: vscode.Uri,
    private readonly log: Log,
  ) {
    this.store = new MemoryStore(fileIn(storage), {
      damaged: (lines) => log.write('warn', `${lines} damaged lines in ${fileName} were left out.`),
      merged: () => this.forgetTerms(),
      failed: (error) => log.failure(toAlignLensError(error)),
    });
    this.subscriptions = [
      this.store,
      this.changed,
      vscode.window.onDidChangeWindowState(({ focused }) => {
        // Another window may have learned something.
        if (focused && this.loaded) void this.reload();
      }),
    ];
  }

  /** Reads the file the first time; trouble goes to the log, and the memory is empty then. */
  ready(): Promise<void> {
    return (this.loaded ??= this.reload());
  }

  /** The user's own translation of this very text; nothing before `ready`. */
  exact(text: string, { pack }: Pick<TranslationSettings, 'pack'>): MemoryUnit | undefined {
    return this.store.memory.exact(text, pack);
  }

  /** The user's translation of the likest other text, if it is at least 70 % alike: to show beside the machine's own. */
  async similar(text: string, { pack }: Pick<TranslationSettings, 'pack'>): Promise<FuzzyMatch | undefined> {
    await this.ready();
    return this.store.memory.similar(text, pack);
  }

  /** The words that corrections taught, as terms that are not required. */
  async wordsFor(pack: PackInfo): Promise<readonly Term[]> {
    await this.ready();
    const key = `${pack.sourceLanguage}\t${pack.targetLanguage}`;
    let terms = this.terms.get(key);
    if (!terms) this.terms.set(key, (terms = learnedTerms(this.store.memory.all(), pack)));
    return terms;
  }

  async all(): Promise<readonly MemoryUnit[]> {
    await this.ready();
    return [...this.store.memory.all()];
  }

  /** Takes over units; of several for one text, the latest stays. Throws `not-saved`. */
  async import(units: readonly MemoryUnit[]): Promise<void> {
    await this.saved(this.store.add(units));
  }

  /** What the user says now, whatever was remembered before. Throws `not-saved`. */
  async remember(units: readonly MemoryUnit[]): Promise<void> {
    await this.saved(this.store.put(units));
  }

  /** Throws `not-saved`. */
  async forget(unit: Pick<MemoryUnit, 'source' | 'sourceLanguage' | 'targetLanguage'>): Promise<void> {
    await this.saved(this.store.delete(unit));
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async reload(): Promise<void> {
    try {
      if (await this.store.load()) this.forgetTerms();
    } catch (error) {
      this.log.failure(toAlignLensError(error));
    }
  }

  private async saved(change: Promise<void>): Promise<void> {
    try {
      await change;
    } catch (error) {
      throw new AlignLensError(
        'not-saved',
        phrase('The translation could not be remembered: {0} cannot be written, and stays as it was. Make room on the disk, or see the log for the reason, and try again.', fileName),
        error instanceof Error ? error.message : String(error),
      );
    }
    this.forgetTerms();
  }

  private forgetTerms(): void {
    this.terms.clear();
    this.changed.fire();
  }
}

function fileIn(storage: vscode.Uri): MemoryFile {
  const uri = vscode.Uri.joinPath(storage, fileName);
  const { fs } = vscode.workspace;
  return {
    read: async () => {
      try {
        return new TextDecoder().decode(await fs.readFile(uri));
      } catch (error) {
        if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
        throw error;
      }
    },
    write: async (text) => {
      await fs.createDirectory(storage);
      await removeAbandoned(fs, uri);
      await writeWhole(fs, uri, new TextEncoder().encode(text));
    },
  };
}
