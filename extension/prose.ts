import type * as vscode from 'vscode';
import type { Span } from '../engine/protocol/result';
import { passageAt, selectedPassages, type Passage } from './passages';

/** The parts of documents that people read: comments of code, prose without markup, paragraphs. */
export class Prose {
  /** The prose of the spans, in document order. */
  in(document: vscode.TextDocument, spans: readonly Span[]): Promise<Passage[]> {
    return Promise.resolve(selectedPassages(document.getText(), spans, document.languageId));
  }

  /** All prose of a document. */
  all(document: vscode.TextDocument): Promise<Passage[]> {
    return this.in(document, [{ start: 0, end: document.getText().length }]);
  }

  /** The comment or paragraph at an offset. */
  at(document: vscode.TextDocument, offset: number): Promise<Passage | undefined> {
    return Promise.resolve(passageAt(document.getText(), offset, document.languageId));
  }
}
