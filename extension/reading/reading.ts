import * as vscode from 'vscode';
import { BackgroundTranslations, type Wanted } from '../backgroundTranslations';
import { onDidChangeTranslations, type Context } from '../context';
import { Debounced } from '../debounced';
import { needsTranslation } from '../needsTranslation';
import type { Passage } from '../passages';
import { cutShare, lineSpans, shareOut } from './lineShares';
import { ReadablePassages, type Readable } from './readablePassages';
import { overlaps } from './sight';
import { TranslatedText, type Replacement } from './translatedText';
import { TranslationLens } from './translationLens';

/** Scrolling and typing come in bursts: the work begins in the pause after them. */
const pause = 200;

/** Translates what is in sight, and shows it in the editors: below the original or instead of it. */
export class Reading {
  private readonly translations: BackgroundTranslations;
  private readonly passages: ReadablePassages;
  private readonly drawing = new TranslatedText();
  private readonly lens: TranslationLens;
  private readonly soon = new Debounced(() => this.update(), pause);
  private readonly subscriptions: readonly vscode.Disposable[];
  /** What was worked out is not worked out again with every move of the cursor. */
  private replacements = new WeakMap<Passage, { readonly translation: string; readonly replacement: Replacement }>();
  /** Whether anything may be drawn that has to go when all is switched off. */
  private active = false;

  constructor(private readonly context: Context) {
    this.translations = new BackgroundTranslations(context);
    this.passages = new ReadablePassages(context.prose, context.log);
    this.lens = new TranslationLens({
      passages: this.passages,
      display: (document) => context.reading.in(document),
      translationOf: (document, text) => this.translations.recall({ document, text }),
    });
    this.subscriptions = [
      this.translations.onDidLearn(() => this.redraw()),
      context.reading.onDidChange(() => this.restart()),
      onDidChangeTranslations(context, () => {
        this.translations.forget();
        this.restart();
      }),
      vscode.window.onDidChangeVisibleTextEditors(() => this.soon.run()),
      vscode.window.tabGroups.onDidChangeTabs(() => this.soon.run()),
      vscode.window.onDidChangeTextEditorVisibleRanges(() => this.soon.run()),
      vscode.window.onDidChangeVisibleNotebookEditors(() => this.soon.run()),
      vscode.window.onDidChangeNotebookEditorVisibleRanges(() => this.soon.run()),
      vscode.workspace.onDidChangeTextDocument(({ contentChanges }) => {
        if (contentChanges.length > 0) this.soon.run();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        // With each key typed comes a new version: its passages can wait for the pause.
        if (this.passages.isCurrent(textEditor.document)) void this.draw(textEditor);
      }),
      vscode.languages.registerCodeLensProvider({ scheme: '*' }, this.lens),
    ];
    this.soon.run();
  }

  dispose(): void {
    for (const disposable of [...this.subscriptions, this.soon, this.translations, this.drawing, this.lens]) disposable.dispose();
  }

  private restart(): void {
    this.drawing.clear();
    this.redraw();
    this.soon.run();
  }

  private redraw(): void {
    this.lens.refresh();
    for (const editor of readEditors()) void this.draw(editor);
  }

  /** Asks for what is in sight and not known, and draws what is. */
  private async update(): Promise<void> {
    const editors = readEditors().filter(({ document }) => this.context.reading.in(document) !== 'off');
    const cells = cellsInSight().filter((document) => this.context.reading.in(document) === 'below');
    const used = editors.length > 0 || cells.length > 0;
    if (!used && !this.active) return;
    this.active = used;
    if (!used) this.passages.forget();
    const wanted = await Promise.all([...editors.map((editor) => this.wantedIn(editor)), ...cells.map((cell) => this.wantedOf(cell))]);
    this.translations.want(wanted.flat());
    await Promise.all(editors.map((editor) => this.draw(editor)));
  }

  private async wantedIn(editor: vscode.TextEditor): Promise<Wanted[]> {
    return wantedTexts(editor.document, await this.passages.seenIn(editor));
  }

  private async wantedOf(cell: vscode.TextDocument): Promise<Wanted[]> {
    return wantedTexts(cell, await this.passages.of(cell));
  }

  private async draw(editor: vscode.TextEditor): Promise<void> {
    const { document } = editor;
    if (this.context.reading.in(document) !== 'instead' || !readEditors().includes(editor)) return;
    const { version } = document;
    const seen = await this.passages.seenIn(editor);
    if (document.isClosed || document.version !== version) return;
    // What is being edited, or selected to be copied, is the original.
    const touched = editor.selections.map(({ start, end }) => ({ first: start.line, last: end.line }));
    const text = document.getText();
    const replacements = seen
      .filter(({ lines }) => !touched.some((selected) => overlaps(selected, lines)))
      .flatMap(({ passage }) => this.replacement(document, text, passage) ?? []);
    this.drawing.show(editor, replacements);
  }

  private replacement(document: vscode.TextDocument, text: string, passage: Passage): Replacement | undefined {
    const translation = this.translations.recall({ document, text: passage.text });
    if (translation === undefined || translation === passage.text) return undefined;
    const known = this.replacements.get(passage);
    if (known?.translation === translation) return known.replacement;
    const shares = shareOut(text, lineSpans(text, passage), translation);
    const replacement = { original: passage.text, shares: shares.flatMap((share) => cutShare(text, share)) };
    this.replacements.set(passage, { translation, replacement });
    return replacement;
  }
}

function wantedTexts(document: vscode.TextDocument, readable: readonly Readable[]): Wanted[] {
  return readable.filter(({ passage }) => needsTranslation(passage, document)).map(({ passage }) => ({ document, text: passage.text }));
}

/** The cells of notebooks that can be seen: only lenses can be drawn in their editors. */
function cellsInSight(): vscode.TextDocument[] {
  const cells = vscode.window.visibleNotebookEditors.flatMap(({ notebook, visibleRanges }) => visibleRanges.flatMap((range) => notebook.getCells(range)));
  return cells.map(({ document }) => document);
}

/** Editors of text that fill a tab: neither sides of a comparison nor input boxes, outputs and peeks. */
function readEditors(): vscode.TextEditor[] {
  return vscode.window.visibleTextEditors.filter(({ document, viewColumn }) => {
    const input = vscode.window.tabGroups.all.find((group) => group.viewColumn === viewColumn)?.activeTab?.input;
    return input instanceof vscode.TabInputText && input.uri.toString() === document.uri.toString();
  });
}
