import * as vscode from 'vscode';
import type { Display } from '../windowChoice';
import { placeIn } from '../request';
import { rowsBelow } from './lineShares';
import type { Readable, ReadablePassages } from './readablePassages';

/** What the lenses show: when, of which passages, and what is known of each. */
export interface LensSource {
  readonly passages: ReadablePassages;
  display(document: vscode.TextDocument): Display;
  translationOf(document: vscode.TextDocument, text: string): string | undefined;
}

/** Rows with the translation below each comment or paragraph, as far as it is known; a click shows the alignment. */
export class TranslationLens implements vscode.CodeLensProvider {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(private readonly source: LensSource) {}

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    if (this.source.display(document) !== 'below') return [];
    const readable = await this.source.passages.of(document);
    return readable.flatMap((one) => this.lenses(document, one));
  }

  refresh(): void {
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }

  private lenses(document: vscode.TextDocument, { passage, lines }: Readable): vscode.CodeLens[] {
    const translation = this.source.translationOf(document, passage.text);
    if (translation === undefined || translation === passage.text) return [];
    const place = placeIn(document, passage.range.start);
    return rowsBelow(lines.last - lines.first + 1, translation).map(({ below, text }) => {
      // A lens stands above its line, so this one is that of the line after; behind the last line there is none.
      const line = Math.min(lines.first + below + 1, document.lineCount - 1);
      return new vscode.CodeLens(new vscode.Range(line, 0, line, 0), {
        title: text.replaceAll('$(', '$\u200b('),
        tooltip: vscode.l10n.t('{0}\n\nClick to see which word came from where.', translation),
        command: 'alignlens.showAlignment',
        arguments: [place],
      });
    });
  }
}
