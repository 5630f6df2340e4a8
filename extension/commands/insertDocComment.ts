import type * as vscode from 'vscode';
import type { SummaryLine } from '../../engine/protocol/result';
import type { Context } from '../context';
import { insertDocLines, undocumentedFunction } from '../docComments';
import { placeOrCursor } from '../request';
import { summarize } from '../summarize';
import { functionSubject, type FunctionPart } from '../summarySubjects';

/** Writes the summary of the function at the cursor, or of the place that a hover's link names, as its doc comment. */
export function insertDocComment(context: Context): (place?: unknown) => Promise<void> {
  return async (place) => {
    const { document, offset } = await placeOrCursor(place);
    const { version } = document;
    // Whatever forbids the edit is said before any work.
    const found = undocumentedFunction(document, offset);
    const lines = shownLines(context, document, found) ?? (await newLines(context, document, found));
    await insertDocLines(document.uri, version, found.nameSpan.start, lines);
  };
}

/** What the last summary says of the function: what was seen is what is inserted. */
function shownLines({ lastSummary }: Context, document: vscode.TextDocument, { nameSpan }: FunctionPart): readonly SummaryLine[] | undefined {
  const part = lastSummary.partAt(document, nameSpan.start);
  return part?.subject.functionAt === nameSpan.start ? part.summary.lines : undefined;
}

async function newLines(context: Context, document: vscode.TextDocument, found: FunctionPart): Promise<readonly SummaryLine[]> {
  const subjects = [functionSubject(document.getText(), found)];
  const { parts } = await summarize(context, document, { kind: 'code', languageId: document.languageId, subjects });
  return parts.flatMap(({ summary }) => summary.lines);
}
