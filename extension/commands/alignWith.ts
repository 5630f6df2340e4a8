import * as vscode from 'vscode';
import { AlignLensError } from '../../engine/protocol/errors';
import { phrase } from '../../engine/protocol/phrase';
import { bilingualDocuments, unitAt, unitsOf, type BilingualDocuments } from '../bilingualDocuments';
import * as config from '../config';
import { alignPairs, type Context } from '../context';
import { selectedPassages, sourcePassage, targetPassage, type Passage } from '../passages';
import { placeOf } from '../place';
import { activeEditor, documentOf, requireText, selectedSpans, shortName, spanOf } from '../request';
import { isReversed, pairPassages } from '../textPairing';
import { translationView, type DocumentSide } from '../translationView';
import type { Activity } from '../work';

const activity: Activity = { doing: 'Aligning', title: vscode.l10n.t('AlignLens: aligning'), units: 'sentences' };

interface Pair {
  readonly first: DocumentSide;
  readonly second: DocumentSide;
}

/** Something that the selection can be aligned with, for the reader to choose. */
interface Counterpart extends vscode.QuickPickItem {
  readonly read: () => Promise<Pair | undefined> | Pair | undefined;
}

/**
 * Opens the alignment view for a text and a translation of it that is there already: two selections, two editors, a
 * translation's unit, the clipboard; or the unit at the place that a link names.
 */
export function alignWith(context: Context): (place?: unknown) => Promise<void> {
  return async (place) => {
    const named = placeOf(place);
    const pair = named ? await unitPair(await documentOf(named), { start: named.offset, end: named.offset }) : await choosePair();
    if (pair) await show(context, pair);
  };
}

async function show(context: Context, { first, second }: Pair): Promise<void> {
  const { document } = first;
  const languages = config.bilingualLanguages(document);
  const reversed = isReversed(first.passages, second.passages, languages.source, languages.target);
  const { source, target } = reversed ? pairSides(second, first) : pairSides(first, second);
  const pairs = source.passages.map(({ text }, index) => ({ source: text, target: target.passages[index]!.text }));
  const { settings, aligned } = await context.work.run(activity, (options) => alignPairs(context, document, pairs, options));
  context.panel.show(translationView(context, { ...settings, ...source, translations: aligned, target }));
}

async function choosePair(): Promise<Pair | undefined> {
  const editor = activeEditor();
  const spans = selectedSpans(editor);
  if (spans.length === 2) return selectionPair(editor);
  const choices = await counterparts(editor);
  const chosen = await vscode.window.showQuickPick(choices, { title: vscode.l10n.t('Align with…'), placeHolder: vscode.l10n.t('Where is the translation, or the original?') });
  return chosen?.read();
}

function selectionPair({ document, selections }: vscode.TextEditor): Pair {
  // The first that was made comes first, wherever it stands.
  const [first, second] = selections.map((selection) => proseIn(document, spanOf(document, selection)));
  return { first: sideOf(document, first!), second: sideOf(document, second!) };
}

async function counterparts(editor: vscode.TextEditor): Promise<Counterpart[]> {
  const { document } = editor;
  const beside = vscode.window.visibleTextEditors
    .filter((other) => other !== editor && other.document !== document && !other.document.uri.scheme.startsWith('output'))
    .map((other): Counterpart => ({
      label: `$(split-horizontal) ${shortName(other.document)}`,
      description: other.selection.isEmpty ? vscode.l10n.t('the text in the editor beside') : vscode.l10n.t('the selection in the editor beside'),
      read: () => ({ first: selectionOrAll(editor), second: selectionOrAll(other) }),
    }));
  const documents = await bilingualDocuments(document);
  const unit: Counterpart[] = documents
    ? [{
        label: `$(book) ${documents.source === documents.target ? vscode.l10n.t('The translation in this file') : shortName(documents.source === document ? documents.target : documents.source)}`,
        description: editor.selection.isEmpty ? vscode.l10n.t('the entry at the cursor') : vscode.l10n.t('the selected entries'),
        read: () => unitPair(document, spanOf(document, editor.selection), documents),
      }]
    : [];
  const clipboard: Counterpart = {
    label: `$(clippy) ${vscode.l10n.t('Clipboard')}`,
    description: vscode.l10n.t('the text that was copied last'),
    read: async () => ({ first: selectionOrAll(editor), second: await clipboardSide() }),
  };
  return [...unit, ...beside, clipboard];
}

/** The clipboard's text in a document of its own: its words can be shown and changed like any other. Throws `empty-input`. */
async function clipboardSide(): Promise<DocumentSide> {
  const content = await vscode.env.clipboard.readText();
  if (content.trim() === '') throw new AlignLensError('empty-input', 'The clipboard holds no text. Copy the translation first.');
  const document = await vscode.workspace.openTextDocument({ content });
  return sideOf(document, proseIn(document, { start: 0, end: content.length }));
}

function selectionOrAll({ document, selection }: vscode.TextEditor): DocumentSide {
  requireText(document);
  const span = selection.isEmpty ? { start: 0, end: document.getText().length } : spanOf(document, selection);
  return sideOf(document, proseIn(document, span));
}

function sideOf(document: vscode.TextDocument, passages: readonly Passage[]): DocumentSide {
  return { document, version: document.version, passages };
}

function pairSides(source: DocumentSide, target: DocumentSide): { readonly source: DocumentSide; readonly target: DocumentSide } {
  const paired = pairPassages(source.passages, source.document.getText(), target.passages, target.document.getText());
  return { source: { ...source, passages: paired.first }, target: { ...target, passages: paired.second } };
}

/** Throws `empty-input`. */
function proseIn(document: vscode.TextDocument, span: { readonly start: number; readonly end: number }): Passage[] {
  const passages = selectedPassages(document.getText(), [span], document.languageId);
  if (passages.length > 0) return passages;
  throw new AlignLensError('empty-input', phrase('There is no text to align in {0}. Select some.', shortName(document)));
}

/** The entries of a translation that a span touches. Throws `empty-input`. */
async function unitPair(
  document: vscode.TextDocument,
  span: { readonly start: number; readonly end: number },
  known?: BilingualDocuments,
): Promise<Pair> {
  const documents = known ?? (await bilingualDocuments(document));
  if (!documents) {
    throw new AlignLensError('empty-input', phrase('There is no translation beside {0}. Open it in the editor beside and choose that.', shortName(document)));
  }
  const all = unitsOf(documents);
  const at = unitAt(all, documents, document, span.start);
  const touched = span.start === span.end ? (at ? [at] : []) : all.filter((unit) => {
    const own = document === documents.source ? unit.sourceSpan : unit.targetSpan;
    return own.start < span.end && own.end > span.start;
  });
  const units = touched.filter(({ source, target }) => source.trim() !== '' && target.trim() !== '');
  if (units.length === 0) {
    throw new AlignLensError('empty-input', 'There is no translated entry here. Put the cursor into a text that has a translation.');
  }
  return {
    first: sideOf(documents.source, units.map(sourcePassage)),
    second: sideOf(documents.target, units.map(targetPassage)),
  };
}
