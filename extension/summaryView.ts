import * as vscode from 'vscode';
import { phrase } from '../engine/protocol/phrase';
import type { PanelView } from './alignmentPanel';
import { insertDocLines } from './docComments';
import type { ShownSummary } from './lastSummary';
import { shortName } from './request';
import { revealSpan } from './reveal';
import { say } from './say';
import { subjectOffsets, summaryContent, summaryText } from './summaryContent';
import { subjectSpan } from './summarySubjects';

/** A summary in the panel. */
export function summaryView({ document, version, kind, pack, parts }: ShownSummary): PanelView {
  const content = summaryContent(shortName(document), pack, kind, parts, say);
  return {
    title: vscode.l10n.t('Summary'),
    message: { kind: 'showSummary', content },
    receive: async (message) => {
      if (!('entry' in message)) return;
      const part = parts[message.entry];
      const entry = content.entries[message.entry];
      // The view may still send what it was asked of the content before this one.
      if (!part || !entry) return;
      if (message.kind === 'copySummary') {
        await vscode.env.clipboard.writeText(summaryText(part));
      } else if (message.kind === 'revealSource') {
        const span = subjectSpan(part.subject, subjectOffsets(entry.source, message));
        await revealSpan(document.uri, version, span, phrase('Summarize Selection'));
      } else if (part.subject.functionAt !== undefined) {
        await insertDocLines(document.uri, version, part.subject.functionAt, part.summary.lines);
      }
    },
  };
}
