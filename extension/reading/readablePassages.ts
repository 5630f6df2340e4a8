import type * as vscode from 'vscode';
import { toAlignLensError } from '../../engine/protocol/rpc';
import type { Log } from '../log';
import type { Passage } from '../passages';
import type { Prose } from '../prose';
import { focusLine, inSight, type Lines } from './sight';

/** Texts longer than this are for the commands. */
const longestPassage = 2000;

/** A comment or paragraph and the lines it stands on. */
export interface Readable {
  readonly passage: Passage;
  readonly lines: Lines;
}

interface Found {
  readonly version: number;
  readonly languageId: string;
  readonly passages: Promise<readonly Readable[]>;
}

/** The prose of documents, found once for each of their versions. */
export class ReadablePassages {
  private found = new WeakMap<vscode.TextDocument, Found>();

  constructor(
    private readonly prose: Prose,
    private readonly log: Log,
  ) {}

  /** Whether the passages of the document's present version have been asked for. */
  isCurrent(document: vscode.TextDocument): boolean {
    return this.found.get(document)?.version === document.version;
  }

  of(document: vscode.TextDocument): Promise<readonly Readable[]> {
    const { version, languageId } = document;
    const known = this.found.get(document);
    if (known?.version === version && known.languageId === languageId) return known.passages;
    const passages = this.find(document);
    this.found.set(document, { version, languageId, passages });
    return passages;
  }

  /** What an editor shows, or nearly so: the nearest to the focus first. */
  async seenIn({ document, visibleRanges, selection }: vscode.TextEditor): Promise<Readable[]> {
    const visible = visibleRanges.map(({ start, end }) => ({ first: start.line, last: end.line }));
    return inSight(await this.of(document), visible, focusLine(visible, selection.active.line));
  }

  forget(): void {
    this.found = new WeakMap();
  }

  private async find(document: vscode.TextDocument): Promise<Readable[]> {
    const { version } = document;
    const passages = await this.prose.all(document).catch((error: unknown) => {
      this.log.failure(toAlignLensError(error));
      return [];
    });
    // Offsets of a text that is gone; the change that took it away has all of this done again.
    if (document.isClosed || document.version !== version) return [];
    return passages
      .filter(({ text }) => text.length <= longestPassage)
      .map((passage) => {
        const { start, end } = passage.range;
        return { passage, lines: { first: document.positionAt(start).line, last: document.positionAt(end).line } };
      });
  }
}
