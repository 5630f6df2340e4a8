/** What the summarizing commands have in common. */
import * as vscode from 'vscode';
import { AlignLensError } from '../engine/protocol/errors';
import { phrase, type Phrase } from '../engine/protocol/phrase';
import type { Summary } from '../engine/protocol/result';
import type { RequestOptions } from '../engine/protocol/rpc';
import { summarySettings, translationSettings, type Context } from './context';
import type { ShownSummary } from './lastSummary';
import { selectedSpans, shortName } from './request';
import type { SummarizedPart } from './summaryContent';
import { selectionSubjects, subjectsAt, type SubjectList } from './summarySubjects';
import { summaryView } from './summaryView';
import type { Activity } from './work';

/** The selections, or what is at the cursor. Throws `empty-input`. */
export function subjectsInEditor(editor: vscode.TextEditor): SubjectList {
  const { document, selection } = editor;
  const text = document.getText();
  const spans = selectedSpans(editor);
  if (spans.length === 0) {
    const list = subjectsAt(text, document.offsetAt(selection.active), document.languageId);
    const missing =
      list.kind === 'code'
        ? phrase('There is no function at the cursor. Put it into one, or select what to summarize.')
        : phrase('There is no function, comment or paragraph at the cursor. Put it into one, or select what to summarize.');
    return requireWords(list, missing);
  }
  const list = selectionSubjects(text, spans, document.languageId);
  return requireWords(list, phrase('The selection holds no words. Select text or code to summarize.'));
}

/** Throws `empty-input` with the message when there is nothing to summarize. */
export function requireWords(list: SubjectList, message: Phrase): SubjectList {
  if (list.subjects.length > 0) return list;
  throw new AlignLensError('empty-input', message);
}

/** Summarizes each subject, and with `translate` each line into the target language; failing or cancelled, nothing changes. */
export async function summarize(
  context: Context,
  document: vscode.TextDocument,
  list: SubjectList,
  { translate = false }: { readonly translate?: boolean } = {},
): Promise<ShownSummary> {
  const { version } = document;
  const { kind, subjects } = list;
  const activity: Activity = { doing: 'Summarizing', title: vscode.l10n.t('AlignLens: summarizing {0}', shortName(document)), units: 'parts' };
  return context.work.run(activity, async (options) => {
    const settings = await summarySettings(context, document, list);
    const texts = subjects.map(({ text }) => text);
    const summaries = await context.summarizer.summarize(settings, texts, options);
    const parts = subjects.flatMap((subject, index) => {
      const summary = summaries[index];
      return summary ? [{ subject, summary }] : [];
    });
    const shown = translate ? await withTranslations(context, document, parts, options) : parts;
    return { document, version, kind, pack: settings.pack, parts: shown };
  });
}

/** Shows a summary in the panel and marks its words in the document. */
export function show(context: Context, summary: ShownSummary): void {
  context.panel.show(summaryView(summary));
  context.lastSummary.show(summary);
}

async function withTranslations(
  context: Context,
  document: vscode.TextDocument,
  parts: readonly { readonly subject: SummarizedPart['subject']; readonly summary: Summary }[],
  options: RequestOptions,
): Promise<SummarizedPart[]> {
  const lines = parts.flatMap(({ summary }) => summary.lines.map(({ text }) => text));
  const settings = await translationSettings(context, document, lines);
  const translations = await context.translator.translate(settings, lines, options);
  let next = 0;
  return parts.map((part) => ({
    ...part,
    translations: part.summary.lines.map(() => translations[next++]?.target ?? ''),
  }));
}
