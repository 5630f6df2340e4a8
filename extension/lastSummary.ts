import * as vscode from 'vscode';
import type { PackInfo } from '../engine/protocol/result';
import * as config from './config';
import type { SalienceHighlights } from './salienceHighlights';
import { salienceSpans } from './salienceSpans';
import type { SummarizedPart } from './summaryContent';
import type { SummaryKind } from './summarySubjects';

/** What one command summarized. */
export interface ShownSummary {
  readonly document: vscode.TextDocument;
  /** The document's version when the parts were read. */
  readonly version: number;
  readonly kind: SummaryKind;
  readonly pack: PackInfo;
  readonly parts: readonly SummarizedPart[];
}

/** The summary that was shown last, with its marks in the document: highlights and what hovers tell. */
export class LastSummary {
  private summary: ShownSummary | undefined;
  private marked = false;
  private readonly changed = new vscode.EventEmitter<void>();
  /** More is known than before. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly highlights: SalienceHighlights) {}

  get shown(): ShownSummary | undefined {
    return this.summary;
  }

  show(summary: ShownSummary): void {
    this.clearMarks();
    this.summary = summary;
    const { document, version, parts } = summary;
    // In a text that changed meanwhile the words stand elsewhere.
    this.marked = !document.isClosed && document.version === version;
    if (this.marked && config.salienceEnabled(document)) this.highlights.show(document, salienceSpans(parts));
    this.changed.fire();
  }

  /** Ends highlights and hovers; the summary itself can still be shown. */
  clearMarks(): void {
    this.marked = false;
    this.highlights.clear();
  }

  /** The innermost part around an offset of the document, as long as that is marked and has not changed. */
  partAt(document: vscode.TextDocument, offset: number): SummarizedPart | undefined {
    const summary = this.marked ? this.summary : undefined;
    if (document !== summary?.document || document.version !== summary.version) return undefined;
    const around = summary.parts.filter(({ subject: { range } }) => range.start <= offset && offset <= range.end);
    return around.reduce<SummarizedPart | undefined>((inner, part) => (inner && length(inner) <= length(part) ? inner : part), undefined);
  }

  dispose(): void {
    this.changed.dispose();
    this.highlights.dispose();
  }
}

function length({ subject: { range } }: SummarizedPart): number {
  return range.end - range.start;
}
